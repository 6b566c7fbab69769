import type { SubjectTable } from '@werkplein/kernel';
import { DossierRow } from './dossier.entity.ts';

export const dossierSubject: SubjectTable = {
  entity: DossierRow,
  kind: 'dossier',
  title: 'Dossiers',
  subject: 't.clientId',
  starts: 'CASE WHEN t.openClientId IS NULL THEN t.closedOn END',
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    status: 'Status',
    suspendedFrom: 'Opgeschort vanuit',
    statusReason: 'Reden',
    statusSince: 'Status sinds',
    openedOn: 'Geopend op',
    closedOn: 'Gesloten op',
    klantregisseurName: 'Klantregisseur',
  },
  hidden: ['clientId', 'openClientId', 'klantregisseurId'],
};
