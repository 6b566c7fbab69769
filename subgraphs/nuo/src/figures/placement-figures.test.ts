import { newIds, type WriteTx } from '@werkplein/kernel';
import { demoUser, dialects, newAsking } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { demoKnowing } from '../demo-knowing.ts';
import { stateEmployers } from '../employers/employer.facts.ts';
import { EmployerAlias } from '../employers/employer.entity.ts';
import type { Telling } from '../events/publish.ts';
import { coach } from '../orders/service-order.testing.ts';
import { learnPersonToken } from '../persons/index.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { Placement } from '../placements/placement.entity.ts';
import { planned, plannedWorker, take, worldFor } from '../placements/placement.testing.ts';
import { ParticipantClient } from '../regie-changes/regie-change.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, testId, type TestNuo } from '../testing/index.ts';
import { newEmployment, newParticipant, newPlacement, newWorker } from '../testing/sheltered.ts';
import { askCounts, askFacts, askParts, setClock } from './figures.testing.ts';

const empty = { ...testDemo(3), contactMoments: [], participants: [], placements: [] };
const [here, merged, elsewhere] = [idOf('employer', 0), idOf('employer', 1), idOf('employer', 2)];

/** Points one employer to another, as a merge does. */
const becomes = async (nuo: TestNuo, id: string, employerId: string): Promise<void> =>
  nuo.db.write(async (tx: WriteTx) => {
    await tx.em.update(EmployerAlias, { id }, { employerId });
    await stateEmployers(tx, demoKnowing, [id, employerId]);
  });

describe.each(dialects)('placements that began on %s', (dialect) => {
  const regular = (nuo: TestNuo) => askCounts(nuo, 'PLAATSINGEN_REGULIER');

  it('count from their start, once, whatever step follows', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await planned(world, { startsOn: '2026-08-03', expectedEndOn: '2026-12-31' });
    expect((await regular(world.nuo))['all']).toBe(0);
    const steps: [string, string, object][] = [
      [coach, 'start', {}],
      [coach, 'interrupt', { from: '2026-08-03', reason: 'SEASON' }],
      [coach, 'resume', { from: '2026-08-03' }],
      [coach, 'extend', { expectedEndOn: '2027-03-01' }],
      [coach, 'end', { endedOn: '2026-08-03', result: 'CONTRACT' }],
    ];
    const seen: (number | null | undefined)[] = [];
    for (const [at, [user, step, more]] of steps.entries()) {
      expect(await take(world.nuo, user, step, id, version + at, more)).not.toHaveProperty('code');
      seen.push((await regular(world.nuo))['0141']);
    }
    expect(seen).toEqual([1, 1, 1, 1, 1]);
    const facts = await askFacts(world.nuo, 'PLAATSINGEN_REGULIER', 'NUMERATOR', '0141');
    expect(facts.map(({ ref, contribution }) => [ref, contribution])).toEqual([[id, 1]]);
  });

  it('do not count when they were called off', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await planned(world);
    await take(world.nuo, coach, 'cancel', id, version);
    expect((await regular(world.nuo))['all']).toBe(0);
  });

  it('count as corrected from the correction on, and as before for whoever knew no better', async () => {
    const time = setClock();
    const world = await worldFor(dialect, time.clock);
    const { id, version } = await planned(world, { startsOn: '2026-08-03' });
    time.at('2026-08-03T11:00:00Z');
    await take(world.nuo, coach, 'start', id, version);
    time.at('2026-09-10T10:00:00Z');
    expect((await take(world.nuo, coach, 'correct', id, version + 1, { startsOn: '2026-09-01', reason: 'Verkeerde dag' })).__typename).toBe('PlacementChanged');
    const august = { from: '2026-08-01', until: '2026-08-31' };
    const counts = async (asked: object) => (await askCounts(world.nuo, 'PLAATSINGEN_REGULIER', asked))['0141'];
    expect([
      await counts({ ...august, knownAt: '2026-08-03T10:59:59.000Z' }),
      await counts({ ...august, knownAt: '2026-09-10T09:59:59.000Z' }),
      await counts(august),
      await counts({ from: '2026-09-01', until: '2026-09-30' }),
    ]).toEqual([0, 1, 0, 1]);
  });

  it.each<[string, string, Partial<Placement>[], number, number]>([
    ['both kinds of a regular job', 'PLAATSINGEN_REGULIER', [{ kind: 'REGULAR' }, { kind: 'REGULAR_WITH_LKS' }, { kind: 'WORK_EXPERIENCE' }], 2, 2],
    ['every member of a group', 'PLAATSINGEN_DETACHERING', Array.from({ length: 8 }, () => ({ kind: 'SECONDMENT_GROUP' as const })), 8, 8],
    ['nothing that Soweco had begun', 'PLAATSINGEN_DETACHERING', [{ kind: 'SECONDMENT_INDIVIDUAL', sourceSystem: 'SOWECO', sourceKey: 'x' }], 0, 0],
    [
      'nothing before or after the period',
      'PROEFPLAATSEN',
      [
        { kind: 'PROEFPLAATSING', startsOn: '2025-12-31' },
        { kind: 'PROEFPLAATSING', startsOn: '2027-01-01' },
      ],
      0,
      0,
    ],
    [
      'the first and the last day',
      'PROEFPLAATSEN',
      [
        { kind: 'PROEFPLAATSING', startsOn: '2026-01-01' },
        { kind: 'PROEFPLAATSING', startsOn: '2026-12-31' },
      ],
      2,
      2,
    ],
    ['one that ended at once', 'PLAATSINGEN_BEGELEID_WERKEN', [{ kind: 'BEGELEID_WERKEN', status: 'ENDED', endedOn: '2026-01-01' }], 1, 1],
  ])('count %s', async (_, indicator, rows, count, persons) => {
    const nuo = await nuoForTest(dialect, empty);
    for (const row of rows) await newPlacement(nuo, await newParticipant(nuo), row);
    const { all } = await askParts(nuo, indicator);
    expect([all.numerator, all.rows['personen']]).toEqual([count, persons]);
  });

  it('are facts and not persons, who stand beside them', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const [one, two] = [await newParticipant(nuo), await newParticipant(nuo, { municipality: '0141' })];
    for (const [participantId, more] of [
      [one, {}],
      [one, { employerAliasId: merged }],
      [two, { municipality: '0141' }],
    ] as const)
      await newPlacement(nuo, participantId, more);
    const told = await askParts(nuo, 'PLAATSINGEN_DETACHERING');
    expect(['0189', '0141', 'all'].map((of) => [told[of]?.numerator, told[of]?.rows['personen']])).toEqual([
      [2, 1],
      [1, 1],
      [3, 2],
    ]);
  });

  it('of two participants who turn out to be one person are of one person, for whoever knows it', async () => {
    const time = setClock();
    const nuo = await nuoForTest(dialect, empty, undefined, time.clock);
    const [one, two] = [await newParticipant(nuo), await newParticipant(nuo)];
    for (const participantId of [one, two]) await newPlacement(nuo, participantId);
    const telling: Telling = {
      newId: newIds('nuo', time.clock),
      clock: time.clock,
      trace: { ...newAsking().trace, parentSpanId: '0'.repeat(16) },
      principal: demoUser('wierden.klantregisseur'),
    };
    for (const participantId of [one, two]) await nuo.db.write((tx) => learnPersonToken(tx, telling, { participantId, token: 'token-a' }));
    const persons = async (knownAt?: string) => {
      const { all } = await askParts(nuo, 'PLAATSINGEN_DETACHERING', knownAt ? { knownAt } : {});
      return [all.numerator, all.rows['personen']];
    };
    expect([await persons('2026-08-03T09:59:59.000Z'), await persons()]).toEqual([
      [2, 2],
      [2, 1],
    ]);
  });

  it('count for who answered on the first day, also after a move', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const participantId = await newParticipant(nuo);
    const moved = (n: number, municipality: string, validFrom: string | null, validUntil: string | null) => ({
      id: testId(70, n),
      participantId,
      clientId: testId(71, n),
      municipality,
      validFrom,
      validUntil,
      transferId: testId(72, 1),
    });
    const rows = [await newPlacement(nuo, participantId, { startsOn: '2026-03-01' }), await newPlacement(nuo, participantId, { startsOn: '2026-06-01' })];
    await nuo.db.write(async (tx) => {
      await tx.em.insert(ParticipantClient, [moved(1, '0189', null, '2026-04-30'), moved(2, '0141', '2026-05-01', null)]);
      await tx.em.update(Placement, { participantId }, { municipality: '0141' });
      const now = await tx.em.findBy(Placement, { participantId });
      await statePlacements(tx, demoKnowing, now);
    });
    expect(rows).toHaveLength(2);
    expect(await askCounts(nuo, 'PLAATSINGEN_DETACHERING')).toMatchObject({ '0189': 1, '0141': 1, all: 2 });
  });

  it('count a switch to begeleid werken once, with a placement or without', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const switching = async () => {
      const participantId = await newWorker(nuo);
      const employment = await newEmployment(nuo, participantId);
      const input = { employmentId: employment.id, expectedVersion: 1, on: '2026-08-03', employerId: here, hoursPerWeek: 24, paidWagePct: 100, cao: 'OTHER' };
      expect((await command(nuo, 'nuo.detacheringsconsulent', 'switchWorkForm', input)).__typename).toBe('WorkFormSwitched');
      return participantId;
    };
    await switching();
    const told = await switching();
    await newPlacement(nuo, told, { kind: 'BEGELEID_WERKEN', startsOn: '2026-08-03' });
    expect(await askCounts(nuo, 'PLAATSINGEN_BEGELEID_WERKEN')).toMatchObject({ '0189': 2, all: 2 });
  });

  it('of a Wsw worker count like any other', async () => {
    const world = await worldFor(dialect);
    const { id, version } = await plannedWorker(world, { kind: 'BEGELEID_WERKEN', startsOn: '2026-08-03' });
    await take(world.nuo, coach, 'start', id, version);
    expect((await askCounts(world.nuo, 'PLAATSINGEN_BEGELEID_WERKEN'))['0141']).toBe(1);
  });
});

describe.each(dialects)('trial placements that led to work on %s', (dialect) => {
  const trial = { kind: 'PROEFPLAATSING', status: 'ENDED', startsOn: '2026-05-01', endedOn: '2026-06-30', employerAliasId: here } as const;
  const job = { kind: 'REGULAR', startsOn: '2026-07-01', employerAliasId: here } as const;

  it.each<[string, Partial<Placement> | null, number]>([
    ['a job the next day', job, 1],
    ['a job after 30 days', { ...job, startsOn: '2026-07-30' }, 1],
    ['no job after 31 days', { ...job, startsOn: '2026-07-31' }, 0],
    ['a job that begins while the trial runs', { ...job, startsOn: '2026-06-15' }, 1],
    ['no job that was there before', { ...job, startsOn: '2026-05-01' }, 0],
    ['no job elsewhere', { ...job, employerAliasId: elsewhere }, 0],
    ['a secondment there', { ...job, kind: 'SECONDMENT_INDIVIDUAL' }, 1],
    ['no unpaid work there', { ...job, kind: 'WORK_EXPERIENCE' }, 0],
    ['no job that is only planned', { ...job, status: 'PLANNED' }, 0],
    ['nothing', null, 0],
  ])('count %s', async (_, next, followed) => {
    const nuo = await nuoForTest(dialect, empty);
    const participantId = await newParticipant(nuo);
    await newPlacement(nuo, participantId, trial);
    if (next) await newPlacement(nuo, participantId, next);
    const { all, '0189': wierden } = await askParts(nuo, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT');
    expect([all.numerator, all.denominator, wierden?.numerator, wierden?.denominator]).toEqual([followed, 1, followed, 1]);
  });

  it('count employment with the employer, and no change of its terms', async () => {
    const nuo = await nuoForTest(dialect, empty);
    for (const startsOn of ['2026-07-10', '2020-01-01']) {
      const participantId = await newParticipant(nuo);
      await newPlacement(nuo, participantId, trial);
      const facts = { kind: 'REGULAR_WITH_LKS', startsOn, employerAliasId: here } as const;
      const employment = await newEmployment(nuo, participantId, facts, { formalEmployer: null });
      const change = { employmentId: employment.id, expectedVersion: 1, from: startsOn === '2020-01-01' ? '2026-07-05' : '2026-07-20', hoursPerWeek: 20 };
      expect((await command(nuo, 'nuo.detacheringsconsulent', 'changeEmploymentTerms', change)).__typename).toBe('EmploymentChanged');
    }
    const { all } = await askParts(nuo, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT');
    expect([all.numerator, all.denominator]).toEqual([1, 2]);
  });

  it('find the employer that another was merged into, from the merge on', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const participantId = await newParticipant(nuo);
    await newPlacement(nuo, participantId, trial);
    await newPlacement(nuo, participantId, { ...job, employerAliasId: merged });
    const followed = async () => (await askParts(nuo, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT')).all.numerator;
    const before = await followed();
    await becomes(nuo, merged, here);
    const after = await followed();
    await becomes(nuo, merged, merged);
    expect([before, after, await followed()]).toEqual([0, 1, 0]);
  });

  it('are not of another person, and not of trials that run', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const [one, two] = [await newParticipant(nuo), await newParticipant(nuo)];
    await newPlacement(nuo, one, trial);
    await newPlacement(nuo, one, { ...trial, status: 'ACTIVE', endedOn: null, startsOn: '2026-07-05' });
    await newPlacement(nuo, two, job);
    const { all } = await askParts(nuo, 'DOORSTROOM_PROEF_NAAR_CONTRACT_PCT', { knownAt: '2026-07-20T10:00:00.000Z' });
    expect([all.numerator, all.denominator, all.rows['nog_binnen_termijn']]).toEqual([0, 1, 1]);
  });
});
