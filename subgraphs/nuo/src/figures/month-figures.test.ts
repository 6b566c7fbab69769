import { lacking } from '@werkplein/indicators';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { newEmployment } from '../testing/sheltered.ts';
import { askFacts, askParts, setClock } from './figures.testing.ts';

const keeper = 'nuo.detacheringsconsulent';
const coordinator = 'nuo.coordinator';
const group = testId(61, 1);
const july = { from: '2026-07-01', until: '2026-07-31' };
const august = { from: '2026-08-01', until: '2026-08-31' };
/** At € 15.00 an hour: € 1,500.00. */
const sheet = { workedHours: 120, billableHours: 100, sickHours: 15.5, seasonHours: 8, directCostCents: 50_000 };

describe.each(dialects)('figures of the books on %s', (dialect) => {
  /** Two people lent, one of Almelo and one of Wierden, and one of Almelo inside; the month of July. */
  const world = async () => {
    const time = setClock('2026-08-03T10:00:00Z');
    const nuo = await nuoForTest(dialect, { ...testDemo(2), placements: [] }, undefined, time.clock);
    await lend(nuo.db, {
      agreements: [agreement(1)],
      rates: [agreedRate(group, 1)],
      placements: [
        lentPlacement(0, { secondmentId: group, startsOn: '2026-07-01' }),
        lentPlacement(1, { secondmentId: group, startsOn: '2026-07-01' }),
        lentPlacement(2, { kind: 'SHELTERED_INTERNAL', employerAliasId: null, startsOn: '2026-07-01' }),
      ],
    });
    return { nuo, time };
  };
  const record = async (nuo: TestNuo, n: number, more: object = {}) =>
    expect((await command(nuo, keeper, 'recordTimesheet', { placementId: testId(60, n), month: '2026-07', ...sheet, ...more })).__typename).toBe(
      'TimesheetRecorded',
    );
  const close = (nuo: TestNuo, month = '2026-07', more: object = {}) =>
    command(nuo, coordinator, 'closeMonth', { month, ...more }, '... on MonthClosed { gaps } ... on MonthIncomplete { gaps }');
  const inside = { billableHours: 0, revenueCents: 0, directCostCents: 20_000 };
  const recordAll = async (nuo: TestNuo) => {
    for (const n of [0, 1]) await record(nuo, n);
    await record(nuo, 2, inside);
  };

  it('are nothing that is known while the month is open, and not zero', async () => {
    const { nuo } = await world();
    await recordAll(nuo);
    for (const indicator of ['OMZET_DETACHERING', 'NTW_PER_FTE', 'VERZUIM_PCT'])
      for (const told of Object.values(await askParts(nuo, indicator, july)))
        expect(told).toMatchObject({ numerator: null, missing: [lacking('juli 2026 is nog niet afgesloten')] });
  });

  it('are of the closed months alone, and say which are open', async () => {
    const { nuo } = await world();
    await recordAll(nuo);
    expect((await close(nuo)).__typename).toBe('MonthClosed');
    const revenue = await askParts(nuo, 'OMZET_DETACHERING', july);
    expect(['0141', '0189', '1700', 'all'].map((of) => [revenue[of]?.numerator, revenue[of]?.missing])).toEqual([
      [150_000, []],
      [150_000, []],
      [0, []],
      [300_000, []],
    ]);
    const more = await askParts(nuo, 'OMZET_DETACHERING', { from: '2026-07-01', until: '2026-08-31' });
    expect([more.all.numerator, more.all.missing, more['1700']?.missing]).toEqual([
      300_000,
      [lacking('augustus 2026 is nog niet afgesloten')],
      [lacking('augustus 2026 is nog niet afgesloten')],
    ]);
    const year = await askParts(nuo, 'OMZET_DETACHERING', { until: '2026-10-15' });
    expect([year.all.numerator, year.all.missing]).toEqual([
      300_000,
      [lacking('januari 2026 tot en met juni 2026 zijn nog niet afgesloten'), lacking('augustus 2026 tot en met september 2026 zijn nog niet afgesloten')],
    ]);
    expect((await askParts(nuo, 'OMZET_DETACHERING', { ...july, knownAt: '2026-08-03T09:59:59.000Z' })).all.numerator).toBeNull();
  });

  it('count a correction in the month in which it was booked, and never before', async () => {
    const { nuo, time } = await world();
    await recordAll(nuo);
    await close(nuo);
    const correct = { placementId: testId(60, 0), concernsMonth: '2026-07', ...sheet, billableHours: 90, reason: 'Te veel' };
    expect((await command(nuo, keeper, 'correctClosedMonth', correct)).__typename).toBe('TimesheetRecorded');
    const numerator = async (span: object) => (await askParts(nuo, 'OMZET_DETACHERING', span))['0141']?.numerator;
    expect([await numerator(july), await numerator(august)]).toEqual([150_000, null]);
    time.at('2026-09-05T10:00:00Z');
    expect((await close(nuo, '2026-08', { acceptGaps: true, reason: 'Test' })).gaps).toBe(3);
    expect([await numerator(july), await numerator(august)]).toEqual([150_000, -15_000]);
    const told = await askParts(nuo, 'OMZET_DETACHERING', august);
    expect([told['0141']?.missing, told['1700']?.missing]).toEqual([[lacking('gegevens van plaatsingen', 2)], []]);
  });

  it('go to who pays for the person in the month of the work', async () => {
    const { nuo } = await world();
    const facts = { startsOn: '2026-01-01', responsibleMunicipality: '0141' };
    await newEmployment(nuo, idOf('participant', 0), facts, { payingMunicipality: '1700', formalEmployer: '0141' });
    await recordAll(nuo);
    await close(nuo);
    const told = await askParts(nuo, 'OMZET_DETACHERING', july);
    expect(['0141', '0189', '1700'].map((of) => told[of]?.numerator)).toEqual([0, 150_000, 150_000]);
  });

  it('take absence by season for no sickness, and a part of a month for its own hours', async () => {
    const { nuo } = await world();
    await nuo.db.write(({ em }) => em.update('placement', { id: testId(60, 1) }, { startsOn: '2026-07-25' }));
    await recordAll(nuo);
    await close(nuo);
    const told = await askParts(nuo, 'VERZUIM_PCT', july);
    // 35 hours a week over 31 days are 155 hours, over the last 7 days 35.
    expect(['0141', '0189', 'all'].map((of) => [told[of]?.numerator, told[of]?.denominator])).toEqual([
      [3100, 31_000],
      [1550, 3500],
      [4650, 34_500],
    ]);
  });

  it('divide added value by the fte of the same people, lent and inside apart', async () => {
    const { nuo } = await world();
    await recordAll(nuo);
    await close(nuo);
    const told = await askParts(nuo, 'NTW_PER_FTE', july);
    const fte = 155 / (36 * (31 / 7));
    expect(told['0141']?.numerator).toBe(100_000 - 20_000);
    expect(told['0141']?.denominator).toBeCloseTo(2 * fte, 5);
    expect(told.all.denominator).toBeCloseTo(3 * fte, 5);
    expect(told['0141']?.rows).toMatchObject({ 'ntw:detachering': 1000, 'ntw:intern': -200, 'ntw_per_fte:detachering': Math.round(100_000 / fte) / 100 });
    const facts = await askFacts(nuo, 'NTW_PER_FTE', 'DENOMINATOR', null, july, 2);
    expect(facts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(3 * fte, 5);
  });

  it('take the mean of the fte of several months, not their sum', async () => {
    const { nuo, time } = await world();
    await recordAll(nuo);
    await close(nuo);
    time.at('2026-09-05T10:00:00Z');
    for (const n of [0, 1]) await record(nuo, n, { month: '2026-08' });
    await record(nuo, 2, { month: '2026-08', ...inside });
    expect((await close(nuo, '2026-08')).__typename).toBe('MonthClosed');
    const [one, two] = [await askParts(nuo, 'NTW_PER_FTE', july), await askParts(nuo, 'NTW_PER_FTE', { from: '2026-07-01', until: '2026-08-31' })];
    expect(two.all.numerator).toBe(2 * (one.all.numerator as number));
    expect(two.all.denominator).toBeCloseTo(one.all.denominator as number, 5);
  });
});
