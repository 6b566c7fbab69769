import { maskBsn, type ReadTx, type SubjectTable } from '@werkplein/kernel';
import type { BsnVault } from '../bsn/index.ts';
import { ClientRow } from './client.entity.ts';
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
});

/** Clients with this BSN, under the index of any key. */
export const clientIdsByBsn = async ({ em }: ReadTx, vault: BsnVault, bsn: string): Promise<string[]> => {
  const found = await em.find(ClientRow, { select: { id: true }, where: vault.indices(bsn).map((bsnIndex) => ({ bsnIndex })) });
  return found.map(({ id }) => id);
};
