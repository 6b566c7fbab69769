import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { ResponsibilityRow } from './responsibility.entity.ts';

export const responsibilitySubject: SubjectTable = {
  entity: ResponsibilityRow,
  ...ofFile,
  title: 'Klantregisseurs',
  labels: { id: 'Nummer', dossierId: 'Dossier', employeeName: 'Klantregisseur', startsOn: 'Vanaf', endsOn: 'Tot en met', standIn: 'Vervanging' },
  hidden: ['clientId', 'employeeId', 'recordedById', 'recordedAt'],
};
