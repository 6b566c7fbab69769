import { localDay, organisationName, NUO, purposeText, type ReadTx, type Recipient, type SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { PersonTokenRow } from '../person-tokens/person-token.entity.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import type { DisclosurePart } from './disclosure.rules.ts';

const partNames: Record<DisclosurePart, string> = { NAME: 'naam', CONTACT: 'adres', KLANTREGISSEUR: 'klantregisseur', DOELGROEP: 'doelgroep' };

export const disclosureSubject: SubjectTable = {
  entity: DisclosureRow,
  ...ofFile,
  title: 'Verstrekkingen',
  labels: {
    id: 'Nummer',
    parts: 'Onderdelen',
    note: 'Toelichting',
    validFrom: 'Vanaf',
    validUntil: 'Tot en met',
    withdrawnAt: 'Ingetrokken of vervangen op',
    recordedAt: 'Vastgelegd op',
  },
  hidden: ['clientId', 'purpose', 'version', 'recordedById', 'recordedByName', 'changedInto'],
  show: ({ purpose }: DisclosureRow) => ({ Doel: purposeText(purpose) }),
};

/** To whom the Werkplein shows a client: who must hear of a correction or an erasure (AVG art. 19). */
export const disclosureRecipients = async ({ em }: ReadTx, clientId: string): Promise<Recipient[]> => {
  const rows = await em.find(DisclosureRow, { where: { clientId }, order: { validFrom: 'ASC' } });
  const told = await em.findOneBy(PersonTokenRow, { clientId });
  const token = told && {
    organisation: organisationName(NUO),
    what: 'onomkeerbaar kenmerk van het burgerservicenummer',
    purpose: purposeText('BEMIDDELING'),
    from: localDay(told.toldAt),
    until: null,
  };
  const shared = rows.map(({ parts, purpose, validFrom, validUntil, withdrawnAt }) => ({
    organisation: organisationName(NUO),
    what: parts.map((part) => partNames[part]).join(', '),
    purpose: purposeText(purpose),
    from: validFrom,
    until: [validUntil, ...(withdrawnAt ? [localDay(withdrawnAt)] : [])].toSorted()[0] as string,
  }));
  return [...shared, ...(token ? [token] : [])];
};
