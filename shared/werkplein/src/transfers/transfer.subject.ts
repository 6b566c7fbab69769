import { organisationName, type SubjectTable } from '@werkplein/kernel';
import { fileClosed, ofFile } from '../clients/file-closed.ts';
import { TransferRow } from './transfer.entity.ts';

export const transferSubject: SubjectTable = {
  entity: TransferRow,
  ...ofFile,
  title: 'Verhuizingen',
  // One that came to nothing was never about a client of ours: its package went when it ended.
  starts: `CASE WHEN t.clientId IS NULL THEN DATE(t.endedAt) ELSE ${fileClosed('t.clientId')} END`,
  labels: {
    id: 'Nummer',
    state: 'Status',
    cutoverOn: 'Eerste dag bij het nieuwe Werkplein',
    package: 'Wat meekwam',
    note: 'Toelichting',
    reason: 'Reden',
    offeredAt: 'Aangeboden op',
    decidedAt: 'Besloten op',
    endedAt: 'Afgerond op',
  },
  hidden: [
    'direction',
    'clientId',
    'municipality',
    'otherClientId',
    'bsnCipher',
    'bsnKeyId',
    'bsnIndex',
    'openOf',
    'klantregisseurId',
    'klantregisseurName',
    'offeredById',
    'offeredByName',
    'version',
  ],
  show: ({ direction, municipality }: TransferRow) => ({ [direction === 'OUT' ? 'Naar' : 'Van']: organisationName(municipality) }),
};
