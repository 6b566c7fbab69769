import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { PersonTokenRow } from './person-token.entity.ts';

export const personTokenSubject: SubjectTable = {
  entity: PersonTokenRow,
  ...ofFile,
  title: 'Kenmerk van het burgerservicenummer bij de NUO',
  labels: { toldAt: 'Doorgegeven op' },
  hidden: ['id', 'clientId', 'keyId', 'bsnIndex'],
};
