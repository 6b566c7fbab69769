import { newIds } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { type EmploymentTerms, ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { nuoParameterImport } from '../parameters/nuo-parameter.import.ts';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, testDemo, testId } from '../testing/index.ts';
import { newEmployment, newParticipant, newWorker } from '../testing/sheltered.ts';
import type { Indication } from '../indications/indication.entity.ts';
import { askFacts, askParts, setClock } from './figures.testing.ts';

const keeper = 'nuo.detacheringsconsulent';
const empty = { ...testDemo(1), contactMoments: [], participants: [], placements: [] };
type Worker = [employment: Partial<ShelteredEmployment>, terms?: Partial<EmploymentTerms>];

describe.each(dialects)('arbeidsjaren of the Wsw on %s', (dialect) => {
  const world = async (employments: readonly Worker[], indication: Partial<Indication> = {}, onePerson = false) => {
    const time = setClock();
    const nuo = await nuoForTest(dialect, empty, undefined, time.clock);
    let worker: string | null = null;
    for (const [more, terms] of employments) {
      if (!worker || !onePerson) worker = await newWorker(nuo, indication);
      await newEmployment(nuo, worker, more, terms);
    }
    return { nuo, time };
  };
  const full = { hoursPerWeek: 36 };
  const yearOf = (hundredths: number): number => Number((hundredths / 12).toFixed(6));

  it.each<[string, Worker[], number]>([
    ['36 hours all year are one', [[{}, full]], 12],
    ['24 hours are two thirds', [[{}, { hoursPerWeek: 24 }]], 8],
    ['an end on the 30th of a month of 31 days is nothing for that month', [[{ state: 'ENDED', endsOn: '2026-03-30' }, full]], 2],
    ['an end on the last day of a month counts for it', [[{ state: 'ENDED', endsOn: '2026-03-31' }, full]], 3],
    ['a start on the last day counts', [[{ startsOn: '2026-12-31' }, full]], 1],
    [
      'begeleid werken counts, beschut werk does not',
      [
        [{ kind: 'WSW_BEGELEID_WERKEN_ART7' }, full],
        [{ kind: 'BESCHUT_10B' }, full],
      ],
      12,
    ],
    [
      'what waits for a decision or was refused does not',
      [
        [{ state: 'AWAITING_DECISION' }, full],
        [{ state: 'REFUSED' }, full],
      ],
      0,
    ],
  ])('%s', async (_, employments, months) => {
    const { nuo } = await world(employments);
    const { '0189': wierden, all } = await askParts(nuo, 'WSW_ARBEIDSJAREN');
    for (const told of [wierden, all]) expect([told?.numerator, told?.denominator]).toEqual([months, 12]);
  });

  it('are at most one for a person, taken alike from who pays', async () => {
    const { nuo } = await world(
      [
        [{}, { hoursPerWeek: 30, payingMunicipality: '0141' }],
        [{}, { hoursPerWeek: 15 }],
      ],
      {},
      true,
    );
    const told = await askParts(nuo, 'WSW_ARBEIDSJAREN');
    expect([told['0141']?.numerator, told['0189']?.numerator, told.all.numerator]).toEqual([8, 4, 12]);
  });

  it('are the mean of 36 hours on 6 month-ends, 24 on 3 and none on 3 (domain.md §11.10)', async () => {
    const { nuo, time } = await world([[{}, full]]);
    const { id } = await nuo.db.read.em.findOneByOrFail(ShelteredEmployment, { state: 'AGREED' });
    time.at('2026-12-31T10:00:00Z');
    await command(nuo, keeper, 'changeEmploymentTerms', { employmentId: id, expectedVersion: 1, from: '2026-07-01', hoursPerWeek: 24 });
    await command(nuo, keeper, 'endEmployment', {
      employmentId: id,
      expectedVersion: 2,
      endsOn: '2026-09-30',
      endReason: 'OWN_REQUEST',
      destination: 'REGULAR_WORK',
    });
    const { all, '0189': wierden } = await askParts(nuo, 'WSW_ARBEIDSJAREN');
    expect([all.numerator, all.denominator, wierden?.rows['gedeeld_door_12']]).toEqual([8, 12, yearOf(8)]);
    // As it was known before.
    const before = await askParts(nuo, 'WSW_ARBEIDSJAREN', { knownAt: '2026-12-31T09:59:59.000Z' });
    expect([before.all.numerator, before.all.denominator]).toEqual([12, 12]);
  });

  it('are over the month-ends that have passed, and beside that divided by twelve', async () => {
    const { nuo } = await world([[{}, full]]);
    const told = await askParts(nuo, 'WSW_ARBEIDSJAREN', { measuredOn: '2026-06-30' });
    expect([told.all.numerator, told.all.denominator, told.all.rows['gedeeld_door_12']]).toEqual([6, 6, 0.5]);
    const early = await askParts(nuo, 'WSW_ARBEIDSJAREN', { knownAt: '2026-04-10T10:00:00.000Z' });
    expect([early.all.numerator, early.all.denominator]).toEqual([3, 3]);
    const nobody = await askParts(nuo, 'WSW_ARBEIDSJAREN', { measuredOn: '2026-06-30' });
    expect(nobody['0183']).toMatchObject({ numerator: 0, denominator: 6 });
    const none = await askParts(nuo, 'WSW_ARBEIDSJAREN', { until: '2026-01-30' });
    expect([none.all.numerator, none.all.denominator]).toEqual([0, 0]);
  });

  it('stand by who pays beside who is responsible', async () => {
    const { nuo } = await world([
      [{}, { ...full, payingMunicipality: '0141' }],
      [{}, full],
    ]);
    const told = await askParts(nuo, 'WSW_ARBEIDSJAREN');
    const shown = (of: string) => [told[of]?.numerator, told[of]?.rows['verantwoordelijk'], told[of]?.rows['verschil']];
    expect([shown('0141'), shown('0189'), shown('1700')]).toEqual([
      [12, 0, 1],
      [12, 2, -1],
      [0, 0, 0],
    ]);
  });

  it.each<[string, Partial<Indication>, number]>([
    ['a moderate handicap', { category: 'MATIG' }, 8],
    ['a serious one', { category: 'ERNSTIG' }, 10],
    ['a serious one since July', { category: 'ERNSTIG', decidedOn: '2026-07-01' }, 9],
    ['a serious one until the day before a month-end', { category: 'ERNSTIG', validUntil: '2026-01-30' }, 8],
  ])('count in standard units of %s', async (_, indication, numerator) => {
    const { nuo } = await world([[{}, { hoursPerWeek: 24 }]], indication);
    const { all } = await askParts(nuo, 'WSW_SE');
    expect(all.numerator).toBeCloseTo(numerator, 6);
    expect((await askParts(nuo, 'WSW_ARBEIDSJAREN')).all.numerator).toBeCloseTo(8, 6);
    const facts = await askFacts(nuo, 'WSW_SE', 'NUMERATOR', '0189');
    expect(facts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(numerator, 6);
  });

  it('take the factor of the day, and a factor that was set later only for whoever asks later', async () => {
    const { nuo, time } = await world([[{}, full]], { category: 'ERNSTIG' });
    time.at('2026-12-01T10:00:00Z');
    const row = {
      code: 'WSW_SE_ERNSTIG',
      value: 1.5,
      unit: 'FACTOR',
      validFrom: '2026-07-01',
      validUntil: null,
      confirmed: true,
      source: 'Test',
      note: null,
      version: '2026-12',
    } as const;
    await nuo.db.write((tx) => nuoParameterImport.write(tx, [row], { clock: time.clock, newId: newIds('nuo', time.clock) }));
    const se = async (knownAt?: string) => (await askParts(nuo, 'WSW_SE', knownAt ? { knownAt } : {})).all;
    const [before, after] = [await se('2026-12-01T09:59:59.000Z'), await se()];
    expect([before.numerator, before.denominator, after.numerator, after.denominator]).toEqual([11 * 1.25, 11, 6 * 1.25 + 6 * 1.5, 12]);
  });
});

describe.each(dialects)('beschut werk on %s', (dialect) => {
  it('is persons on a day, by who is responsible then, with their hours beside', async () => {
    const nuo = await nuoForTest(dialect, empty);
    const sheltered = { kind: 'BESCHUT_10B', decisionId: testId(70, 1, '0189') } as const;
    const twice = await newParticipant(nuo);
    for (const hoursPerWeek of [10, 14]) await newEmployment(nuo, twice, sheltered, { hoursPerWeek });
    await newEmployment(nuo, await newParticipant(nuo), { ...sheltered, state: 'AWAITING_DECISION' });
    await newEmployment(nuo, await newParticipant(nuo), { ...sheltered, state: 'ENDED', endsOn: '2026-06-30' });
    await newEmployment(nuo, await newParticipant(nuo), { ...sheltered, responsibleMunicipality: '0141', startsOn: '2026-07-01' });
    await newEmployment(nuo, await newWorker(nuo));
    const on = async (measuredOn: string) => {
      const told = await askParts(nuo, 'BESCHUT_GEREALISEERD_VS_TAAKSTELLING', { measuredOn });
      return ['0189', '0141', 'all'].map((of) => [told[of]?.numerator, told[of]?.rows['uren'] ?? 0]);
    };
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([
      [
        [2, 48],
        [0, 0],
        [2, 48],
      ],
      [
        [1, 24],
        [1, 24],
        [2, 48],
      ],
    ]);
  });
});
