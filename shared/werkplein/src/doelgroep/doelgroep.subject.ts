import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { DoelgroepRow } from './doelgroep.entity.ts';

export const doelgroepSubject: SubjectTable = {
  entity: DoelgroepRow,
  ...ofFile,
  title: 'Doelgroepen',
  labels: {
    id: 'Nummer',
    axis: 'Kenmerk',
    value: 'Waarde',
    validFrom: 'Geldig vanaf',
    validUntil: 'Geldig tot en met',
    employedAtWswClosing: 'Op 31 december 2014 in een Wsw-dienstbetrekking',
    recordedAt: 'Vastgelegd op',
    supersededAt: 'Vervangen op',
  },
  // `source` may be an employee.
  hidden: ['clientId', 'source'],
};
