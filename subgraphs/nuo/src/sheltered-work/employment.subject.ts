import type { SubjectTable } from '@werkplein/kernel';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';

/**
 * SQL: the day from which the personnel file of participant `id` is kept for its last term; null while an employment runs or waits.
 * Without any employment that is the day of registration.
 */
export const employmentsOver = (id: string): string =>
  `(SELECT CASE WHEN COUNT(e.id) = 0 THEN (SELECT r.registeredOn FROM participant r WHERE r.id = ${id}) WHEN COUNT(e.id) = COUNT(e.endsOn) THEN MAX(e.endsOn) END FROM sheltered_employment e WHERE e.participantId = ${id} AND e.state IN ('AWAITING_DECISION', 'AGREED', 'ENDED'))`;

/** SQL: whether a personnel file of participant `id` is there. */
export const personnelFile = (id: string): string =>
  [
    `SELECT 1 FROM sheltered_employment e WHERE e.participantId = ${id}`,
    `SELECT 1 FROM indication i WHERE i.participantId = ${id}`,
    `SELECT 1 FROM residence v WHERE v.participantId = ${id}`,
    `SELECT 1 FROM wsw_worker w WHERE w.id = ${id}`,
  ]
    .map((rows) => `EXISTS (${rows})`)
    .join(' OR ');

const participantOfEmployment = '(SELECT o.participantId FROM sheltered_employment o WHERE o.id = t.employmentId)';

export const employmentSubject: SubjectTable = {
  entity: ShelteredEmployment,
  kind: 'personnel-file',
  title: 'Dienstverbanden',
  subject: 't.participantId',
  starts: employmentsOver('t.participantId'),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    kind: 'Soort',
    state: 'Status',
    startsOn: 'Begin',
    endsOn: 'Laatste dag',
    employerAliasId: 'Werkgever (nummer)',
    responsibleMunicipality: 'Verantwoordelijke gemeente',
    adaptations: 'Aanpassingen op de werkplek',
    decisionId: 'Besluit van de gemeente (nummer)',
    decidedOn: 'Besluit van',
    continuesId: 'Vervolg op dienstverband',
    endReason: 'Reden van het einde',
    destination: 'Bestemming',
    note: 'Toelichting',
    recordedAt: 'Vastgelegd op',
  },
  hidden: ['participantId', 'version'],
};

export const employmentTermsSubject: SubjectTable = {
  entity: EmploymentTerms,
  kind: 'personnel-file',
  title: 'Afspraken bij dienstverbanden',
  subject: { by: 'employmentId', table: 'sheltered_employment', column: 'participantId' },
  starts: employmentsOver(participantOfEmployment),
  startsAt: 'day',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    employmentId: 'Bij dienstverband',
    validFrom: 'Vanaf',
    validUntil: 'Tot en met',
    formalEmployer: 'Formele werkgever',
    payingMunicipality: 'Betalende gemeente',
    responsibleMunicipality: 'Verantwoordelijke gemeente',
    hoursPerWeek: 'Uren per week',
    paidWagePct: 'Uitbetaald loon in procenten',
    cao: 'Cao',
    recordedAt: 'Vastgelegd op',
    replacedAt: 'Verbeterd op',
  },
};
