import type { SubjectTable } from '@werkplein/kernel';
import { Placement } from './placement.entity.ts';

/**
 * SQL: the day from which what is kept of participant `id` is kept for its last term; null while a placement runs.
 * Without any placement that is the day of registration: those that were removed ended long after it.
 */
export const placementsOver = (id: string): string =>
  `(SELECT CASE WHEN COUNT(q.id) = 0 THEN (SELECT r.registeredOn FROM participant r WHERE r.id = ${id}) WHEN COUNT(q.id) = COUNT(q.endedOn) THEN MAX(q.endedOn) END FROM placement q WHERE q.participantId = ${id})`;

export const placementSubject: SubjectTable = {
  entity: Placement,
  kind: 'placement',
  title: 'Plaatsingen',
  subject: 't.participantId',
  starts: 't.endedOn',
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    kind: 'Soort',
    status: 'Status',
    startsOn: 'Begin',
    expectedEndOn: 'Verwacht einde',
    endedOn: 'Laatste dag',
    hoursPerWeek: 'Uren per week',
    municipality: 'Gemeente',
    employerAliasId: 'Werkgever (nummer)',
    branchId: 'Vestiging (nummer)',
    clientId: 'Nummer bij het Werkplein',
  },
  hidden: ['participantId', 'version'],
};
