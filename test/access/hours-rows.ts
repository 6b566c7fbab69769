import type { Database } from '@werkplein/kernel';
import { idIn, type World } from './worlds.ts';

// Under which agreement the participant of each world is lent, what they learn and the hours that they worked; every column is filled.

const at = (day: string): Date => new Date(`${day}T09:00:00Z`);

const agreementOf = (world: World) => ({
  id: idIn(world, 'secondment'),
  employerAliasId: idIn(world, 'employer'),
  branchId: idIn(world, 'branch'),
  greenTeamOf: world.municipality.code,
  kind: 'GROUP',
  title: 'Inpakken',
  origin: 'NUO',
  status: 'ENDED',
  startsOn: '2026-02-01',
  endsOn: '2027-06-30',
  noticeMonths: 1,
  indexed: true,
  signedOn: '2026-01-20',
  noticeGivenOn: '2026-09-30',
  noticeBy: 'HIRER',
  noticeEndsOn: '2026-10-31',
  endedOn: '2026-10-31',
  endReason: 'Reden',
  recordedAt: at('2026-01-10'),
  version: 2,
});

const rateOf = (world: World) => ({
  id: idIn(world, 'rate'),
  secondmentId: idIn(world, 'secondment'),
  validFrom: '2026-02-01',
  centsPerHour: 1000,
  indexedYear: 2026,
  belowFloorCents: 1050,
  approvedAt: at('2026-01-11'),
  approvedById: 'e1',
  approvedByName: 'Medewerker',
  approvalReason: 'Reden',
  recordedAt: at('2026-01-10'),
  recordedById: 'e2',
  withdrawnAt: null,
  replacedById: null,
});

const learnt = (world: World) => ({ lineId: idIn(world, 'learningLine'), stepId: idIn(world, 'learningStep') });

/** What counts, and what it replaced: only the latter says when. */
const sheetsOf = (world: World) =>
  (['timesheet', 'oldTimesheet'] as const).map((kind) => ({
    id: idIn(world, kind),
    placementId: idIn(world, 'placement'),
    participantId: idIn(world, 'participant'),
    municipality: world.municipality.code,
    placementKind: 'SECONDMENT_GROUP',
    secondmentId: idIn(world, 'secondment'),
    kind: 'SHEET',
    month: '2026-10',
    concernsMonth: '2026-10',
    countsOn: '2026-10-31',
    contractHours: 10_000,
    workedHours: 9000,
    billableHours: 8000,
    sickHours: 100,
    leaveHours: 200,
    seasonHours: 300,
    otherAbsentHours: 400,
    billableParts: [{ from: '2026-10-01', until: '2026-10-31', hours: 8000 }],
    revenueCents: 80_000,
    revenueBasis: 'COMPUTED',
    directCostCents: 100,
    reason: 'Reden',
    recordedAt: at('2026-11-02'),
    recordedById: 'e1',
    withdrawnAt: kind === 'timesheet' ? null : at('2026-11-02'),
    replacesId: kind === 'timesheet' ? idIn(world, 'oldTimesheet') : null,
    currentKey: kind === 'timesheet' ? `${idIn(world, 'placement')}|2026-10` : null,
  }));

export const fillHours = (db: Database, world: World): Promise<void> =>
  db.write(async ({ em }) => {
    const participantId = idIn(world, 'participant');
    const placementId = idIn(world, 'placement');
    await em.insert('secondment', agreementOf(world));
    await em.insert('secondment_rate', rateOf(world));
    await em.update('placement', { id: placementId }, { secondmentId: idIn(world, 'secondment') });
    const line = { id: idIn(world, 'learningLine'), participantId, openParticipantId: null, serviceOrderId: idIn(world, 'order'), goal: 'Doel', version: 2 };
    const days = { startsOn: '2026-02-01', expectedEndOn: '2027-01-31', endedOn: '2026-10-31', endReason: 'Reden', recordedAt: at('2026-02-01') };
    await em.insert('learning_line', { ...line, ...days });
    const facts = { position: 1, module: 'Module', workKind: 'Magazijn', goal: 'Leerdoel', status: 'STOPPED', placementId };
    const dated = { startedOn: '2026-02-02', finishedOn: '2026-03-02', stopReason: 'Reden', changedAt: at('2026-03-02'), version: 3 };
    await em.insert('learning_step', { id: idIn(world, 'learningStep'), lineId: idIn(world, 'learningLine'), ...facts, ...dated });
    const certificate = { number: `PV-${world.index}`, issuedOn: '2026-03-02', issuer: 'Leerbedrijf', recordedAt: at('2026-03-03'), recordedById: 'e1' };
    await em.insert('practice_certificate', { id: idIn(world, 'certificate'), ...learnt(world), ...certificate });
    const written = { text: 'Notitie', authorId: 'e1', authorName: 'Medewerker', writtenAt: at('2026-02-03') };
    await em.insert('learning_note', { id: idIn(world, 'note'), ...learnt(world), ...written });
    await em.insert('timesheet', sheetsOf(world));
    await em.insert('closed_month_gap', { id: idIn(world, 'gap'), month: '2026-10', placementId, reason: 'REVENUE_UNKNOWN' });
    if (world.index > 0) return;
    const closed = { closedAt: at('2026-11-03'), closedById: 'e1', closedByName: 'Medewerker', reason: 'Reden', totals: {} };
    await em.insert('closed_month', { month: '2026-10', ...closed });
    await em.update('timesheet_ledger', { id: 1 }, { closedThrough: '2026-10' });
  });
