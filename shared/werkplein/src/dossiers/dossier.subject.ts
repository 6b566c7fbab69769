import type { SubjectTable } from '@werkplein/kernel';
import { ofFile } from '../clients/file-closed.ts';
import { DossierRow, DossierStepRow } from './dossier.entity.ts';

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
    outflow: 'Reden van uitstroom',
    placementId: 'Plaatsing bij de NUO',
    placedOn: 'Geplaatst op',
    agreedUntil: 'Afgesproken termijn tot en met',
    dueOn: 'Volgende stap uiterlijk op',
  },
  hidden: ['clientId', 'openClientId', 'klantregisseurId', 'version'],
};

export const dossierStepSubject: SubjectTable = {
  entity: DossierStepRow,
  ...ofFile,
  title: 'Stappen van dossiers',
  labels: {
    id: 'Nummer',
    dossierId: 'Dossier',
    step: 'Stap',
    fromStatus: 'Van',
    toStatus: 'Naar',
    takenOn: 'Op',
    reason: 'Reden',
    outflow: 'Reden van uitstroom',
    placementId: 'Plaatsing bij de NUO',
    placedOn: 'Geplaatst op',
    confirmed: 'Nagegaan',
    recordedAt: 'Vastgelegd op',
  },
  hidden: ['clientId', 'number', 'recordedById', 'recordedByName'],
};
