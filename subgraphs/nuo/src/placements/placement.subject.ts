import type { SubjectTable } from '@werkplein/kernel';
import { Placement, PlacementEvent, PlacementInterruption } from './placement.entity.ts';

/**
 * SQL: the day from which what is kept of participant `id` is kept for its last term; null while a placement runs.
 * Without any placement that is the day of registration: those that were removed ended long after it.
 */
export const placementsOver = (id: string): string =>
  `(SELECT CASE WHEN COUNT(q.id) = 0 THEN (SELECT r.registeredOn FROM participant r WHERE r.id = ${id}) WHEN COUNT(q.id) = COUNT(COALESCE(q.endedOn, q.closedOn)) THEN MAX(COALESCE(q.endedOn, q.closedOn)) END FROM placement q WHERE q.participantId = ${id})`;

export const placementSubject: SubjectTable = {
  entity: Placement,
  kind: 'placement',
  title: 'Plaatsingen',
  subject: 't.participantId',
  starts: 'COALESCE(t.endedOn, t.closedOn)',
  startsAt: 'day',
  // Its hours have a term of their own.
  held: 'EXISTS (SELECT 1 FROM timesheet s WHERE s.placementId = t.id)',
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
    serviceOrderId: 'Opdracht (nummer)',
    vacancyId: 'Vacature (nummer)',
    proposalId: 'Voordracht (nummer)',
    workplaceId: 'Werkplek (nummer)',
    secondmentId: 'Detachering (nummer)',
    proposedOn: 'Voorgesteld op',
    implicitAgreementOn: 'Zonder bezwaar akkoord op',
    agreedOn: 'Akkoord op',
    agreedBy: 'Akkoord van',
    decisionIds: 'Besluiten (nummers bij het Werkplein)',
    agreementReference: 'Contract of overeenkomst',
    termEndsOn: 'Laatste dag volgens de wet',
    guidanceForm: 'Begeleiding',
    guidanceHoursPerMonth: 'Uren begeleiding per maand',
    endRequestedOn: 'Beëindiging gevraagd op',
    endRequestedFor: 'Gevraagde laatste dag',
    result: 'Resultaat',
    closedOn: 'Niet doorgegaan op',
    sourceSystem: 'Overgenomen uit',
    sourceKey: 'Nummer in dat systeem',
  },
  hidden: ['participantId', 'version'],
};

const ofPlacement = (column: string): string => `(SELECT ${column} FROM placement p WHERE p.id = t.placementId)`;
/** Of what belongs to a placement and goes with it. */
export const withPlacement = {
  kind: 'placement',
  subject: { by: 'placementId', table: 'placement', column: 'participantId' },
  starts: ofPlacement('COALESCE(p.endedOn, p.closedOn)'),
  startsAt: 'day',
  erasure: 'delete',
} as const;

export const placementEventSubject: SubjectTable = {
  ...withPlacement,
  entity: PlacementEvent,
  title: 'Stappen van plaatsingen',
  labels: {
    placementId: 'Plaatsing (nummer)',
    step: 'Stap',
    fromStatus: 'Van',
    toStatus: 'Naar',
    at: 'Vastgelegd op',
    onDay: 'Geldt vanaf',
    organisation: 'Organisatie',
    reason: 'Reden',
    facts: 'Wat er veranderde',
  },
  hidden: ['id', 'byId', 'version'],
};

export const placementInterruptionSubject: SubjectTable = {
  ...withPlacement,
  entity: PlacementInterruption,
  title: 'Onderbrekingen van plaatsingen',
  labels: { placementId: 'Plaatsing (nummer)', startsOn: 'Eerste dag', endsOn: 'Laatste dag', reason: 'Reden' },
  hidden: ['id'],
};
