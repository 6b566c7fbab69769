import type { SubjectTable } from '@werkplein/kernel';
import { employmentsOver } from '../sheltered-work/employment.subject.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';

export const fallbackClaimSubject: SubjectTable = {
  entity: FallbackClaim,
  kind: 'personnel-file',
  title: 'Terugvalopties',
  subject: 't.participantId',
  starts: employmentsOver('t.participantId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    employmentId: 'Bij dienstverband',
    placementId: 'Bij detachering',
    state: 'Status',
    lastWorkplaceId: 'Eerdere werkplek (nummer)',
    neededFrom: 'Plek nodig vanaf',
    hoursPerWeek: 'Uren per week',
    workplaceId: 'Gereserveerde werkplek (nummer)',
    note: 'Toelichting',
  },
  hidden: ['participantId', 'version'],
};
