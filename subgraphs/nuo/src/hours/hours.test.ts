import { readFileSync } from 'node:fs';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Placement } from '../placements/placement.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, loggingStatements, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { agreedRate, agreement, lend, lentPlacement } from '../testing/lending.ts';
import { Timesheet } from './hours.entity.ts';

const keeper = 'nuo.detacheringsconsulent';
const coordinator = 'nuo.coordinator';
const group = testId(61, 1);
const placement = (n: number) => testId(60, n);
/** A month of somebody lent: 35 hours a week are 155 hours of July by contract. */
const july = { month: '2026-07', workedHours: 120.5, billableHours: 110.25, sickHours: 16, leaveHours: 8, directCostCents: 1250 };
const fields =
  'timesheet { id kind month concernsMonth contractHours workedHours billableHours absentHours money { revenueCents directCostCents addedValueCents } revenueBasis withdrawnAt }';
const shown = `... on TimesheetRecorded { gap ${fields} } ... on TimesheetExists { ${fields} }`;
const closing = '... on MonthIsClosed { month openMonth }';

const record = (nuo: TestNuo, more: object = {}, user = keeper) =>
  command(nuo, user, 'recordTimesheet', { placementId: placement(0), ...july, ...more }, `${shown} ${closing}`);
const correct = (nuo: TestNuo, timesheetId: string, more: object = {}) =>
  command(
    nuo,
    keeper,
    'correctTimesheet',
    { timesheetId, ...july, month: undefined, ...more },
    `... on TimesheetRecorded { gap ${fields} } ... on TimesheetReplaced { timesheet { id } } ${closing}`,
  );
const mend = (nuo: TestNuo, more: object = {}) =>
  command(
    nuo,
    keeper,
    'correctClosedMonth',
    { placementId: placement(0), concernsMonth: '2026-07', ...july, month: undefined, reason: 'Vergeten uren', ...more },
    `... on TimesheetRecorded { ${fields} } ${closing} ... on MonthIsOpen { month } ... on NothingToCorrect { month }`,
  );
const close = (nuo: TestNuo, more: object = {}) =>
  command(
    nuo,
    coordinator,
    'closeMonth',
    { month: '2026-07', ...more },
    `... on MonthClosed { month gaps } ... on MonthIncomplete { gaps } ... on MonthOutOfOrder { next } ${closing}`,
  );

/** Two people lent at € 15.00, which rises to € 15.44 on 16 July when `rising`. */
const lending = async (dialect: (typeof dialects)[number], rising = false): Promise<TestNuo> => {
  const nuo = await nuoForTest(dialect, testDemo(1));
  await lend(nuo.db, {
    agreements: [agreement(1)],
    rates: [agreedRate(group, 1), ...(rising ? [agreedRate(group, 2, { validFrom: '2026-07-16', centsPerHour: 1544 })] : [])],
    placements: [lentPlacement(0, { secondmentId: group }), lentPlacement(1, { secondmentId: group })],
  });
  return nuo;
};

describe.each(dialects)('timesheets on %s', (dialect) => {
  it('are reckoned at the rate of the agreement', async () => {
    const nuo = await lending(dialect);
    expect((await record(nuo)).timesheet).toMatchObject({
      kind: 'SHEET',
      contractHours: 155,
      workedHours: 120.5,
      billableHours: 110.25,
      absentHours: 24,
      revenueBasis: 'COMPUTED',
      money: { revenueCents: 165_375, directCostCents: 1250, addedValueCents: 164_125 },
    });
    expect((await record(nuo, { placementId: placement(1), revenueCents: 99_999 })).timesheet).toMatchObject({
      revenueBasis: 'GIVEN',
      money: { revenueCents: 99_999 },
    });
  });

  it('need the hours by period when the rate changes within the month', async () => {
    const nuo = await lending(dialect, true);
    const unknown = await record(nuo);
    expect(unknown).toMatchObject({ gap: 'REVENUE_UNKNOWN', timesheet: { money: { revenueCents: null, addedValueCents: null } } });
    const parts = [
      { from: '2026-07-01', until: '2026-07-15', hours: 60 },
      { from: '2026-07-16', until: '2026-07-31', hours: 50.25 },
    ];
    const known = await correct(nuo, unknown.timesheet.id, { billableParts: parts });
    expect(known).toMatchObject({ gap: null, timesheet: { money: { revenueCents: 60 * 1500 + 77_586 } } });
    expect((await correct(nuo, known.timesheet.id, { billableParts: [parts[1], parts[0]] })).paths).toEqual(['billableParts.1']);
  });

  it('follow a rate that is recorded later, in every open month', async () => {
    const nuo = await lending(dialect);
    const { timesheet } = await record(nuo, { month: '2026-08', billableHours: 10 });
    const rate = (expectedVersion: number, validFrom: string, centsPerHour: number) =>
      command(
        nuo,
        keeper,
        'recordSecondmentRate',
        { secondmentId: group, expectedVersion, validFrom, centsPerHour },
        '... on SecondmentRateRecorded { recomputedSheets sheetsToSplit }',
      );
    expect(await rate(1, '2026-08-01', 1600)).toMatchObject({ recomputedSheets: 1, sheetsToSplit: 0 });
    const rows = await nuo.db.read.em.find(Timesheet, { order: { revenueCents: 'ASC' } });
    expect(rows.map(({ revenueCents, withdrawnAt, replacesId }) => [revenueCents, withdrawnAt !== null, replacesId])).toEqual([
      [15_000, true, null],
      [16_000, false, timesheet.id],
    ]);
    expect(await rate(2, '2026-08-10', 1700)).toMatchObject({ recomputedSheets: 1, sheetsToSplit: 1 });
    expect((await correct(nuo, timesheet.id, {})).__typename).toBe('TimesheetReplaced');
  });

  it('are one of a placement and month: the same again is that one, another is refused', async () => {
    const nuo = await lending(dialect);
    const answers = await Promise.all([1, 2, 3, 4].map(() => record(nuo)));
    expect(new Set(answers.map(({ timesheet }) => timesheet.id)).size).toBe(1);
    expect(await nuo.db.read.em.count(Timesheet)).toBe(1);
    expect(await record(nuo, { workedHours: 121 })).toMatchObject({ __typename: 'TimesheetExists', timesheet: { id: answers[0].timesheet.id } });
    const both = await Promise.all([121, 122].map((workedHours) => correct(nuo, answers[0].timesheet.id, { workedHours })));
    expect(both.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['TimesheetRecorded', 'TimesheetReplaced']);
  });

  it('are refused with every problem', async () => {
    const nuo = await lending(dialect);
    await lend(nuo.db, {
      placements: [
        lentPlacement(2, { participantId: idOf('participant', 0), kind: 'REGULAR' }),
        lentPlacement(3, { participantId: idOf('participant', 0), status: 'PLANNED' }),
      ],
    });
    const wrong = {
      month: '2026-7',
      workedHours: -1,
      billableHours: 0.005,
      sickHours: 745,
      directCostCents: 0.5,
      revenueCents: -1,
      billableParts: [{ from: 'x', until: '2026-07-31', hours: 1 }],
    };
    expect((await record(nuo, wrong)).paths).toEqual([
      'month',
      'workedHours',
      'billableHours',
      'sickHours',
      'billableParts.0.from',
      'revenueCents',
      'directCostCents',
    ]);
    expect((await record(nuo, { placementId: placement(9) })).paths).toEqual(['placementId']);
    expect((await record(nuo, { placementId: placement(2) })).paths).toEqual(['placementId']);
    expect((await record(nuo, { placementId: placement(3) })).paths).toEqual(['month']);
    expect((await record(nuo, { month: '2026-01' })).paths).toEqual(['month']);
    expect((await record(nuo, { month: '2026-09' })).paths).toEqual(['month']);
    expect((await record(nuo, { billableParts: [{ from: '2026-07-01', until: '2026-07-31', hours: 1 }] })).paths).toEqual(['billableParts']);
    expect((await correct(nuo, testId(70, 1))).code).toBe('NOT_FOUND');
    expect(await nuo.db.read.em.count(Timesheet)).toBe(0);
  });

  it('of a placement that turns out to have ended before become nothing', async () => {
    const nuo = await lending(dialect);
    const { timesheet } = await record(nuo);
    await nuo.db.write(({ em }) => em.update(Placement, { id: placement(0) }, { status: 'ENDED', endedOn: '2026-06-30' }));
    expect((await correct(nuo, timesheet.id, { workedHours: 1 })).paths).toEqual(['month']);
    const none = { workedHours: 0, billableHours: 0, sickHours: 0, leaveHours: 0, directCostCents: 0 };
    expect((await correct(nuo, timesheet.id, none)).timesheet).toMatchObject({ contractHours: 0, workedHours: 0, money: { revenueCents: 0 } });
  });

  it('show sickness to uitvoering only, and to a Werkplein its own people without it', async () => {
    const nuo = await lending(dialect);
    await record(nuo);
    await record(nuo, { placementId: placement(1) });
    const query = `{ timesheets(month: "2026-07") { nodes { id absentHours absence { sickHours leaveHours seasonHours } money { revenueCents } participant { id } placement { id } } } }`;
    const of = (user: string) => nuo.ask(user, query);
    const coach = await of('nuo.jobcoach');
    expect(coach.data.timesheets.nodes.map(({ absence, money }: Record<string, unknown>) => [absence, money])).toEqual(
      [1, 2].map(() => [{ sickHours: 16, leaveHours: 8, seasonHours: 0 }, null]),
    );
    const wierden = await of('wierden.klantregisseur');
    expect(wierden.data.timesheets.nodes).toEqual([
      {
        id: expect.any(String),
        absentHours: 24,
        absence: null,
        money: { revenueCents: 165_375 },
        participant: { id: idOf('participant', 1) },
        placement: { id: placement(1) },
      },
    ]);
    expect((await of('nuo.accountmanager')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const almeloSheet = coach.data.timesheets.nodes.find((node: { placement: { id: string } }) => node.placement.id === placement(0)).id;
    expect((await nuo.ask('wierden.klantregisseur', `{ timesheet(id: "${almeloSheet}") { id } }`)).data).toEqual({ timesheet: null });
    const participants = `{ own: participant(id: "${idOf('participant', 1)}") { timesheets(from: "2026-07") { month } hoursTotals(from: "2026-06", until: "2026-07") { month workedHours } } }`;
    expect((await nuo.ask('wierden.klantregisseur', participants)).data.own).toEqual({
      timesheets: [{ month: '2026-07' }],
      hoursTotals: [{ month: '2026-07', workedHours: 120.5 }],
    });
  });
});

describe.each(dialects)('a month on %s', (dialect) => {
  it('closes when nothing is missing, and takes nothing any more', async () => {
    const nuo = await lending(dialect);
    const { timesheet } = await record(nuo);
    expect(await close(nuo)).toEqual({ __typename: 'MonthIncomplete', gaps: 1 });
    expect((await nuo.ask(coordinator, '{ hoursGaps(month: "2026-07") { nodes { reason placement { id } } } }')).data.hoursGaps.nodes).toEqual([
      { reason: 'NO_SHEET', placement: { id: placement(1) } },
    ]);
    await record(nuo, { placementId: placement(1) });
    expect(await close(nuo)).toEqual({ __typename: 'MonthClosed', month: '2026-07', gaps: 0 });
    const refusal = { __typename: 'MonthIsClosed', month: '2026-07', openMonth: '2026-08' };
    expect(await close(nuo)).toEqual(refusal);
    expect(await record(nuo)).toEqual(refusal);
    expect(await correct(nuo, timesheet.id)).toEqual(refusal);
    const rate = { secondmentId: group, expectedVersion: 1, validFrom: '2026-07-31', centsPerHour: 1600 };
    expect(await command(nuo, keeper, 'recordSecondmentRate', rate, closing)).toEqual(refusal);
    expect(await command(nuo, coordinator, 'indexSecondments', { from: '2026-07-01' }, closing)).toEqual(refusal);
    const { data } = await nuo.ask(coordinator, '{ closedMonths { month closedByName reason } }');
    expect(data.closedMonths).toEqual([{ month: '2026-07', closedByName: 'Demo coordinator NUO', reason: null }]);
  });

  it('closes with what is missing only when somebody says why, and stays incomplete', async () => {
    const nuo = await lending(dialect, true);
    await record(nuo);
    expect((await close(nuo, { acceptGaps: true })).paths).toEqual(['reason']);
    expect(await close(nuo, { acceptGaps: true, reason: 'De jaarrekening wacht' })).toEqual({ __typename: 'MonthClosed', month: '2026-07', gaps: 2 });
    const query =
      '{ hoursTotals(from: "2026-07", until: "2026-07", by: [MUNICIPALITY]) { municipality sheets gaps closed complete money { revenueCents } } hoursGaps(month: "2026-07") { nodes { reason placement { id } } } closedMonths { reason } }';
    const { data } = await nuo.ask(coordinator, query);
    expect(data.hoursTotals).toEqual([
      { municipality: '0141', sheets: 1, gaps: 1, closed: true, complete: false, money: { revenueCents: 0 } },
      { municipality: '0189', sheets: 0, gaps: 1, closed: true, complete: false, money: { revenueCents: 0 } },
    ]);
    expect(data.hoursGaps.nodes).toEqual([
      { reason: 'REVENUE_UNKNOWN', placement: { id: placement(0) } },
      { reason: 'NO_SHEET', placement: { id: placement(1) } },
    ]);
    expect(data.closedMonths).toEqual([{ reason: 'De jaarrekening wacht' }]);
  });

  it('closes in order, once it is over', async () => {
    const nuo = await lending(dialect);
    const all = { acceptGaps: true, reason: 'proef' };
    expect((await close(nuo, { month: '2026-08', ...all })).paths).toEqual(['month']);
    await record(nuo, { month: '2026-05' });
    expect(await close(nuo, all)).toEqual({ __typename: 'MonthOutOfOrder', next: '2026-05' });
    expect((await close(nuo, { month: '2026-05', ...all })).__typename).toBe('MonthClosed');
    expect(await close(nuo, all)).toEqual({ __typename: 'MonthOutOfOrder', next: '2026-06' });
    expect(await record(nuo, { month: '2026-04' })).toMatchObject({ __typename: 'MonthIsClosed', openMonth: '2026-06' });
  });

  it('answers question 31 with what its page says', async () => {
    const nuo = await lending(dialect);
    await lend(nuo.db, { placements: [lentPlacement(2, { participantId: idOf('participant', 0), kind: 'SHELTERED_INTERNAL', employerAliasId: null })] });
    for (const n of [0, 1]) await record(nuo, { placementId: placement(n) });
    await record(nuo, { placementId: placement(2), billableHours: 0, revenueCents: 50_000 });
    await close(nuo);
    const page = (suffix: string) => readFileSync(new URL(`../../../../docs/questions/q31-added-value.${suffix}`, import.meta.url), 'utf8');
    const { data, statements } = await nuo.ask(coordinator, page('graphql'), { from: '2026-07', until: '2026-07' });
    expect(data.hoursTotals).toMatchObject([
      { placementKind: 'SECONDMENT_GROUP', contractHours: 310, money: { addedValueCents: 328_250 }, closed: true, complete: true, gaps: 0 },
      { placementKind: 'SHELTERED_INTERNAL', contractHours: 155, money: { addedValueCents: 48_750 }, complete: true },
    ]);
    expect([data.closedMonths, statements]).toEqual([[{ month: '2026-07' }], Number(/SQL statements: (\d+)/.exec(page('md'))?.[1])]);
  });

  it('that is closed is corrected in an open one, by the difference', async () => {
    const nuo = await lending(dialect);
    expect(await mend(nuo)).toEqual({ __typename: 'MonthIsOpen', month: '2026-07' });
    await record(nuo);
    await close(nuo, { acceptGaps: true, reason: 'proef' });
    expect(await mend(nuo)).toEqual({ __typename: 'NothingToCorrect', month: '2026-07' });
    const first = await mend(nuo, { billableHours: 100, sickHours: 24 });
    expect(first.timesheet).toMatchObject({
      kind: 'CORRECTION',
      month: '2026-08',
      concernsMonth: '2026-07',
      contractHours: 0,
      workedHours: 0,
      billableHours: -10.25,
      absentHours: 8,
      money: { revenueCents: -15_375, directCostCents: 0 },
    });
    expect(await mend(nuo, { billableHours: 100, sickHours: 24 })).toEqual({ __typename: 'NothingToCorrect', month: '2026-07' });
    const both = await Promise.all([101, 101].map((billableHours) => mend(nuo, { billableHours, sickHours: 24 })));
    expect(both.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['NothingToCorrect', 'TimesheetRecorded']);
    const late = await mend(nuo, { placementId: placement(1) });
    expect(late.timesheet).toMatchObject({ kind: 'CORRECTION', contractHours: 155, workedHours: 120.5, money: { revenueCents: 165_375 } });
    expect(await mend(nuo, { month: '2026-07', billableHours: 90 })).toMatchObject({ __typename: 'MonthIsClosed', openMonth: '2026-08' });
    expect((await mend(nuo, { month: '2026-09', reason: ' ' })).paths).toEqual(['month', 'reason']);
    const { data } = await nuo.ask(
      coordinator,
      '{ hoursTotals(from: "2026-07", until: "2026-08") { month sheets corrections workedHours closed money { revenueCents } } }',
    );
    expect(data.hoursTotals).toEqual([
      { month: '2026-07', sheets: 1, corrections: 0, workedHours: 120.5, closed: true, money: { revenueCents: 165_375 } },
      { month: '2026-08', sheets: 0, corrections: 3, workedHours: 120.5, closed: false, money: { revenueCents: -15_375 + 1500 + 165_375 } },
    ]);
  });

  it('takes three statements more for the totals of however many, by agreement, person or municipality', async () => {
    const nuo = await lending(dialect);
    await record(nuo);
    await record(nuo, { placementId: placement(1) });
    await record(nuo, { month: '2026-06' });
    const by =
      'hoursTotals(from: "2026-06", until: "2026-07", by: [MONTH, PLACEMENT_KIND]) { month placementKind sheets contractHours absence { sickHours } money { addedValueCents } }';
    const of = [0, 1].map((n) => ({ __typename: 'Participant', id: idOf('participant', n) }));
    const ask = (representations: object[]) =>
      nuo.ask(keeper, `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Participant { ${by} } ... on Werkplein { ${by} } } }`, {
        of: representations,
      });
    const persons = await ask(of);
    expect(persons.data._entities.map(({ hoursTotals }: { hoursTotals: unknown[] }) => hoursTotals.length)).toEqual([2, 1]);
    expect(persons.statements).toBe(1 + 3 + loggingStatements);
    const places = await ask(['0141', '0189', '1700'].map((municipality) => ({ __typename: 'Werkplein', municipality })));
    expect(places.data._entities.map(({ hoursTotals }: { hoursTotals: unknown[] }) => hoursTotals.length)).toEqual([2, 1, 0]);
    expect(places.statements).toBe(3);
    const agreed = await nuo.ask(keeper, `{ secondments { nodes { ${by} } } }`);
    expect(agreed.data.secondments.nodes[0].hoursTotals[1]).toEqual({
      month: '2026-07',
      placementKind: 'SECONDMENT_GROUP',
      sheets: 2,
      contractHours: 310,
      absence: { sickHours: 32 },
      money: { addedValueCents: 328_250 },
    });
    expect(agreed.statements).toBe(1 + 3);
    const own = await nuo.ask('wierden.klantregisseur', '{ hoursTotals(from: "2026-06") { month sheets } }');
    expect(own.data.hoursTotals).toEqual([{ month: '2026-07', sheets: 1 }]);
  });
});
