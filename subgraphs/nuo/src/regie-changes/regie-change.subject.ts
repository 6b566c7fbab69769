import type { SubjectTable } from '@werkplein/kernel';
import { placementsOver } from '../placements/placement.subject.ts';
import { ParticipantClient, TransferredOrder } from './regie-change.entity.ts';

const ofParticipant = {
  kind: 'placement',
  subject: 't.participantId',
  starts: placementsOver('t.participantId'),
  startsAt: 'day',
  erasure: 'delete',
} as const;

export const participantClientSubject: SubjectTable = {
  entity: ParticipantClient,
  ...ofParticipant,
  title: 'Gemeenten die de regie hadden',
  labels: {
    clientId: 'Nummer bij het Werkplein',
    municipality: 'Gemeente',
    validFrom: 'Vanaf',
    validUntil: 'Tot en met',
    transferId: 'Nummer van de verhuizing',
  },
  hidden: ['id', 'participantId'],
};

export const transferredOrderSubject: SubjectTable = {
  entity: TransferredOrder,
  ...ofParticipant,
  title: 'Opdrachten die meeverhuisden',
  labels: {
    transferId: 'Nummer van de verhuizing',
    orderId: 'Nummer van de opdracht',
    municipality: 'Naar gemeente',
    fromMunicipality: 'Van gemeente',
    decidedAt: 'Besloten op',
    decision: 'Besluit',
  },
  hidden: ['id', 'participantId', 'decidedById'],
};
