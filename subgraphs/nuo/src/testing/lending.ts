import type { Database } from '@werkplein/kernel';
import { demoKnowing } from '../demo-knowing.ts';
import type { Placement as PlacementRow } from '../placements/placement.entity.ts';
import { freshPlacement } from '../placements/fresh.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Secondment, SecondmentRate } from '../secondments/secondment.entity.ts';
import { idOf, testId } from './rows.ts';

/** A placement of a person of `testDemo`, at work at employer 0 unless told otherwise. */
export const lentPlacement = (n: number, more: Partial<PlacementRow> = {}): PlacementRow => {
  const home = n % 2 ? '0189' : '0141';
  return {
    ...freshPlacement,
    id: testId(60, n),
    participantId: idOf('participant', n),
    clientId: idOf('client', n, home),
    municipality: home,
    employerAliasId: idOf('employer', 0),
    kind: 'SECONDMENT_GROUP',
    status: 'ACTIVE',
    startsOn: '2026-02-01',
    hoursPerWeek: 35,
    ...more,
  };
};

/** An agreement with employer 0 that runs, unless told otherwise. */
export const agreement = (n: number, more: Partial<Secondment> = {}): Secondment => ({
  id: testId(61, n),
  employerAliasId: idOf('employer', 0),
  branchId: null,
  greenTeamOf: null,
  kind: 'GROUP',
  title: 'Inpakken',
  origin: 'NUO',
  status: 'RUNNING',
  startsOn: '2026-01-01',
  endsOn: null,
  noticeMonths: 1,
  indexed: true,
  signedOn: '2025-12-01',
  noticeGivenOn: null,
  noticeBy: null,
  noticeEndsOn: null,
  endedOn: null,
  endReason: null,
  recordedAt: new Date('2025-12-01T09:00:00.000Z'),
  version: 1,
  sourceSystem: null,
  sourceKey: null,
  ...more,
});

export const agreedRate = (secondmentId: string, n: number, more: Partial<SecondmentRate> = {}): SecondmentRate => ({
  id: testId(62, n),
  secondmentId,
  validFrom: '2026-01-01',
  centsPerHour: 1500,
  indexedYear: null,
  belowFloorCents: null,
  approvedAt: null,
  approvedById: null,
  approvedByName: null,
  approvalReason: null,
  recordedAt: new Date('2025-12-01T09:00:00.000Z'),
  recordedById: 'e1',
  withdrawnAt: null,
  replacedById: null,
  ...more,
});

/** Writes agreements with their rates, and then the placements under them. */
export const lend = (db: Database, rows: { agreements?: Secondment[]; rates?: SecondmentRate[]; placements?: PlacementRow[] }): Promise<void> =>
  db.write(async (tx) => {
    if (rows.agreements) await tx.em.insert(Secondment, rows.agreements);
    if (rows.rates) await tx.em.insert(SecondmentRate, rows.rates);
    if (rows.placements) await tx.em.insert(Placement, rows.placements);
    await statePlacements(tx, demoKnowing, rows.placements ?? []);
  });
