import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { OutflowFollowUpRow } from './follow-up.entity.ts';

export const followUpSubject: SubjectTable = {
  entity: OutflowFollowUpRow,
  ...ofFile,
  title: 'Hoe het ging na uitstroom naar werk',
  labels: {
    id: 'Nummer',
    dossierId: 'Dossier',
    observedOn: 'Dag',
    works: 'Werkt',
    benefit: 'Heeft een uitkering',
    recordedAt: 'Vastgelegd op',
    supersededAt: 'Verbeterd op',
  },
  hidden: ['clientId', 'currentOf', 'recordedById', 'recordedByName'],
};
