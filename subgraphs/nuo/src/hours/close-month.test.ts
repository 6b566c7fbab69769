import { dialects } from '@werkplein/kernel/testing';
import fc from 'fast-check';
import { IsNull, Not } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, nuoPairForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { Secondment, SecondmentRate } from '../secondments/secondment.entity.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet, TimesheetLedger } from './hours.entity.ts';
import { hourColumns, moneyColumns, sumOf } from './hours.rules.ts';

const keeper = 'nuo.detacheringsconsulent';
const coordinator = 'nuo.coordinator';
const group = testId(61, 1);
const people = 8;
const placement = (n: number) => testId(60, n);
const hours = { workedHours: 100, billableHours: 50, directCostCents: 100 };

const lending = (db: TestNuo['db']): Promise<void> =>
  lend(db, {
    agreements: [agreement(1)],
    rates: [agreedRate(group, 1)],
    placements: Array.from({ length: people }, (_, n) => lentPlacement(n, { secondmentId: group })),
  });

/** The sums of what counts in a month, from the rows themselves. */
const sums = async ({ db }: TestNuo, month: string): Promise<Record<string, number>> => {
  const rows = await db.read.em.findBy(Timesheet, { month, withdrawnAt: IsNull() });
  const total = sumOf(rows);
  const kinds = { sheets: rows.filter(({ kind }) => kind === 'SHEET').length, corrections: rows.filter(({ kind }) => kind === 'CORRECTION').length };
  return { ...Object.fromEntries([...hourColumns, ...moneyColumns].map((column) => [column, total[column] as number])), ...kinds };
};

describe.each(dialects)('closing a month while hours come in on %s (H12)', (dialect) => {
  it('leaves each sheet in the closed figures, or refused with the month that is open', async () => {
    const [one, two] = await nuoPairForTest(dialect, testDemo(people / 2));
    await lending(one.db);
    const record = (nuo: TestNuo, n: number, more: object = {}) =>
      command(
        nuo,
        keeper,
        'recordTimesheet',
        { placementId: placement(n), month: '2026-07', ...hours, ...more },
        '... on TimesheetRecorded { timesheet { id } } ... on MonthIsClosed { openMonth }',
      );
    const first = await record(one, 0);
    const close = command(two, coordinator, 'closeMonth', { month: '2026-07', acceptGaps: true, reason: 'race' });
    const racing = Array.from({ length: people - 1 }, (_, i) => record(i % 2 ? one : two, i + 1));
    const rate = command(one, keeper, 'recordSecondmentRate', { secondmentId: group, expectedVersion: 1, validFrom: '2026-07-01', centsPerHour: 1600 });
    const correcting = command(two, keeper, 'correctTimesheet', { timesheetId: first.timesheet.id, ...hours, workedHours: 90 });
    const answers = await Promise.all(racing);
    const changed = await Promise.all([rate, correcting]);
    expect((await close).__typename).toBe('MonthClosed');
    const kinds = answers.map(({ __typename }) => __typename);
    expect(new Set([...kinds, 'TimesheetRecorded', 'MonthIsClosed'])).toEqual(new Set(['TimesheetRecorded', 'MonthIsClosed']));
    expect(answers.filter(({ openMonth }) => openMonth !== undefined).every(({ openMonth }) => openMonth === '2026-08')).toBe(true);
    for (const { __typename } of changed) expect(['SecondmentRateRecorded', 'TimesheetRecorded', 'TimesheetReplaced', 'MonthIsClosed']).toContain(__typename);
    const { totals } = await one.db.read.em.findOneByOrFail(ClosedMonth, { month: '2026-07' });
    expect(totals['sheets']).toBe(1 + kinds.filter((kind) => kind === 'TimesheetRecorded').length);
    expect(totals).toEqual(await sums(one, '2026-07'));
  });

  it('is done once, by whoever comes first', async () => {
    const [one, two] = await nuoPairForTest(dialect, testDemo(people / 2));
    await lending(one.db);
    const close = (nuo: TestNuo) => command(nuo, coordinator, 'closeMonth', { month: '2026-07', acceptGaps: true, reason: 'race' });
    const answers = await Promise.all([close(one), close(two), close(one), close(two)]);
    expect(answers.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['MonthClosed', 'MonthIsClosed', 'MonthIsClosed', 'MonthIsClosed']);
  });
});

type Act =
  | { kind: 'record' | 'mend'; n: number; month: number; worked: number; billable: number; cost: number }
  | { kind: 'correct'; n: number; month: number; worked: number }
  | { kind: 'close' }
  | { kind: 'rate'; day: number; month: number; cents: number };
const months = ['2026-05', '2026-06', '2026-07', '2026-08'];
const month = fc.integer({ min: 0, max: 3 });
const n = fc.integer({ min: 0, max: 3 });
const amount = fc.integer({ min: 0, max: 20_000 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('record' as const, 'mend' as const), n, month, worked: amount, billable: amount, cost: amount }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), n, month, worked: amount }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'close' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('rate' as const), day: fc.integer({ min: 1, max: 28 }), month, cents: fc.integer({ min: 1050, max: 3000 }) }),
  },
);

/** One command of a random history; what it answers is for other tests, what it leaves is for this one. */
const perform = async (nuo: TestNuo, todo: Act, version: { rate: number }): Promise<void> => {
  if (todo.kind === 'close') {
    const { closedThrough } = await nuo.db.read.em.findOneByOrFail(TimesheetLedger, { id: 1 });
    const next = closedThrough === null ? '2026-05' : months[months.indexOf(closedThrough) + 1];
    await command(nuo, coordinator, 'closeMonth', { month: next, acceptGaps: true, reason: 'eigenschap' });
    return;
  }
  const of = months[todo.month] as string;
  if (todo.kind === 'rate') {
    const validFrom = `${of}-${String(todo.day).padStart(2, '0')}`;
    const answer = await command(nuo, keeper, 'recordSecondmentRate', {
      secondmentId: group,
      expectedVersion: version.rate,
      validFrom,
      centsPerHour: todo.cents,
    });
    if (answer.__typename === 'SecondmentRateRecorded') version.rate += 1;
    return;
  }
  const placementId = placement(todo.n);
  if (todo.kind === 'correct') {
    const sheet = await nuo.db.read.em.findOneBy(Timesheet, { currentKey: `${placementId}|${of}` });
    if (sheet) await command(nuo, keeper, 'correctTimesheet', { timesheetId: sheet.id, ...hours, workedHours: todo.worked / 100 });
    return;
  }
  const facts = { placementId, workedHours: todo.worked / 100, billableHours: todo.billable / 100, directCostCents: todo.cost };
  if (todo.kind === 'record') await command(nuo, keeper, 'recordTimesheet', { ...facts, month: of });
  // Half of them give the revenue: the rate may change within the month.
  else
    await command(nuo, keeper, 'correctClosedMonth', {
      ...facts,
      concernsMonth: of,
      reason: 'eigenschap',
      ...(todo.cost % 2 === 0 && { revenueCents: todo.cost * 3 }),
    });
};

/** Every history begins with open books and the first rate. */
const forget = ({ db }: TestNuo): Promise<void> =>
  db.write(async ({ em }) => {
    for (const entity of [Timesheet, ClosedMonthGap, ClosedMonth]) await em.deleteAll(entity);
    await em.update(TimesheetLedger, { id: 1 }, { closedThrough: null });
    await em.delete(SecondmentRate, { id: Not(testId(62, 1)) });
    await em.update(SecondmentRate, { id: testId(62, 1) }, { withdrawnAt: null, replacedById: null });
    await em.update(Secondment, { id: group }, { version: 1 });
  });

describe.each(dialects)('any history of hours on %s', (dialect) => {
  it('leaves closed months as they were, one sheet a month, totals that are the sums of their rows, and tells what was known before', async () => {
    const nuo = await nuoForTest(dialect, testDemo(people / 2));
    await lending(nuo.db);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 24 }), async (acts) => {
        await forget(nuo);
        const version = { rate: 1 };
        const closed = new Map<string, string>();
        for (const todo of acts) {
          const before = await nuo.db.read.em.find(Timesheet, { order: { id: 'ASC' } });
          await perform(nuo, todo, version);
          const after = new Map((await nuo.db.read.em.find(Timesheet)).map((row) => [row.id, row]));
          // A fact is never changed or removed: it is only withdrawn, once, and so what was known before is still told.
          for (const row of before) {
            const now = after.get(row.id) as Timesheet;
            expect({ ...now, withdrawnAt: row.withdrawnAt ?? now.withdrawnAt, currentKey: null }).toEqual({
              ...row,
              withdrawnAt: row.withdrawnAt ?? now.withdrawnAt,
              currentKey: null,
            });
          }
          const current = [...after.values()].filter(({ withdrawnAt, kind }) => withdrawnAt === null && kind === 'SHEET');
          expect(new Set(current.map(({ placementId, month: each }) => `${placementId}${each}`)).size).toBe(current.length);
          for (const { month: each, totals } of await nuo.db.read.em.find(ClosedMonth)) {
            const now = JSON.stringify(await sums(nuo, each));
            closed.set(each, closed.get(each) ?? now);
            expect([each, now, await sums(nuo, each)]).toEqual([each, closed.get(each), totals]);
          }
        }
        const { data } = await nuo.ask(
          coordinator,
          '{ hoursTotals(from: "2026-05", until: "2026-08") { month workedHours billableHours money { revenueCents directCostCents } } }',
        );
        for (const total of data.hoursTotals) {
          const rows = await sums(nuo, total.month);
          expect([total.workedHours, total.billableHours, total.money]).toEqual([
            (rows['workedHours'] as number) / 100,
            (rows['billableHours'] as number) / 100,
            { revenueCents: rows['revenueCents'], directCostCents: rows['directCostCents'] },
          ]);
        }
      }),
      { numRuns: dialect === 'sqlite' ? 12 : 6 },
    );
  }, 120_000);
});
