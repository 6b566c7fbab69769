import type { SubjectTable } from '@werkplein/kernel';
import { fileClosed } from '../clients/file-closed.ts';
import { DoelgroepRow } from './doelgroep.entity.ts';

export const doelgroepSubject: SubjectTable = {
  entity: DoelgroepRow,
  kind: 'dossier',
  title: 'Doelgroepen',
  subject: 't.clientId',
  starts: fileClosed('t.clientId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    axis: 'Kenmerk',
    value: 'Waarde',
    validFrom: 'Geldig vanaf',
    validUntil: 'Geldig tot en met',
    recordedAt: 'Vastgelegd op',
    supersededAt: 'Vervangen op',
  },
  // `source` may be an employee.
  hidden: ['clientId', 'source'],
};
