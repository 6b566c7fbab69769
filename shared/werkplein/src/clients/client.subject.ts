import { maskBsn, type ReadTx, type Rectification, type SubjectTable } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import type { TokenMaking } from '../person-tokens/tell-person-token.ts';
import { disclosureRecipients } from '../disclosures/disclosure.subject.ts';
import { ClientRow } from './client.entity.ts';
import { correctClient } from './correct-client.ts';
import { fileClosed } from './file-closed.ts';

const labels = {
  id: 'Nummer',
  givenNames: 'Voornamen',
  prefix: 'Tussenvoegsel',
  familyName: 'Achternaam',
  birthDate: 'Geboortedatum',
  ownReference: 'Nummer in eigen systemen',
  street: 'Straat',
  houseNumber: 'Huisnummer',
  houseNumberAddition: 'Toevoeging',
  postcode: 'Postcode',
  city: 'Woonplaats',
  registeredOn: 'Ingeschreven op',
  sourceSystem: 'Overgenomen uit',
  sourceKey: 'Nummer in dat systeem',
};

export const clientSubject = (vault: BsnVault): SubjectTable => ({
  entity: ClientRow,
  kind: 'dossier',
  title: 'Persoonsgegevens',
  subject: 't.id',
  starts: fileClosed('t.id'),
  startsAt: 'day',
  erasure: 'delete',
  labels,
  hidden: ['searchName', 'bsnCipher', 'bsnKeyId', 'bsnIndex', 'version'],
  show: ({ id, bsnCipher }: ClientRow) => ({ Burgerservicenummer: bsnCipher === null ? null : maskBsn(vault.open(id, bsnCipher)) }),
  masked: { Burgerservicenummer: 'bsnIndex' },
});

/** Rectification of a client at the command line. */
export const clientRectification = (making: TokenMaking): Rectification => ({
  name: 'client',
  input: 'CorrectClientInput',
  idField: 'clientId',
  asIs: async ({ em }, id) => {
    const client = await em.findOneBy(ClientRow, { id });
    return client && { expectedVersion: client.version };
  },
  correct: (ctx, input) => correctClient(ctx, making, input),
  corrected: 'ClientCorrected',
  shows: async (_tx, id) => ({ tables: [clientSubject(making.vault)], ids: [id] }),
  recipients: disclosureRecipients,
});

/** Clients with this BSN, under the index of any key. */
export const clientIdsByBsn = async ({ em }: ReadTx, vault: BsnVault, bsn: string): Promise<string[]> => {
  const found = await em.find(ClientRow, { select: { id: true }, where: vault.indices(bsn).map((bsnIndex) => ({ bsnIndex })) });
  return found.map(({ id }) => id);
};
