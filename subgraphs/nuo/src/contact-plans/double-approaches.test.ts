import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { idOf, nuoForTest, testDemo } from '../testing/index.ts';
import { contactOn, plan } from './contact-plan.testing.ts';
import { type AttemptRow, doublesOf, type OutgoingContact, verdictOf } from './double-approaches.rules.ts';

const row = (kind: string, outcome: string, followedBy: string | null = null): AttemptRow => ({
  attemptId: 'one',
  organisation: 'nuo',
  day: '2026-08-03',
  kind,
  outcome,
  followedBy,
});

describe('an attempt', () => {
  it.each([
    ['stopped by a plan, and left at that', [row('PLAN_CLASH', 'REFUSED')], 'prevented'],
    ['stopped by a plan, and joined', [row('PLAN_CLASH', 'REFUSED', 'JOINED')], 'prevented'],
    ['stopped by a plan, and planned at another time', [row('PLAN_CLASH', 'REFUSED', 'PLANNED_OTHERWISE')], 'prevented'],
    ['stopped three times', [row('PLAN_CLASH', 'REFUSED'), row('PLAN_CLASH', 'REFUSED'), row('PLAN_CLASH', 'REFUSED', 'JOINED')], 'prevented'],
    ['stopped by a plan that was taken over', [row('PLAN_CLASH', 'REFUSED', 'TAKEN_OVER')], null],
    ['warned of a rest, and heeded', [row('COOL_DOWN', 'WARNED')], 'prevented'],
    ['warned of a rest, and gone on later', [row('COOL_DOWN', 'WARNED', 'OVERRULED')], 'overruled'],
    ['warned of a rest, and gone on at once', [row('COOL_DOWN', 'WARNED', 'OVERRULED'), row('COOL_DOWN', 'OVERRULED')], 'overruled'],
    ['stopped by a plan, and planned otherwise in a rest', [row('PLAN_CLASH', 'REFUSED', 'PLANNED_OTHERWISE'), row('COOL_DOWN', 'OVERRULED')], 'overruled'],
    ['warned of an account owner only', [row('ACCOUNT_OWNER', 'WARNED')], null],
    ['at an employer that is closed', [row('DO_NOT_APPROACH', 'REFUSED')], null],
  ] as const)('%s', (_, rows, verdict) => {
    expect(verdictOf(rows)).toBe(verdict);
  });
});

const contact = (day: string, organisations: string[], more: Partial<OutgoingContact> = {}): OutgoingContact => ({
  employerId: 'a',
  coolDownDays: 14,
  day,
  organisation: organisations[0] as string,
  organisations,
  ...more,
});

describe('contacts of two organisations', () => {
  it.each([
    ['on the last day of the rest', [contact('2026-08-01', ['nuo']), contact('2026-08-14', ['0141'])], 1],
    ['on the first free day', [contact('2026-08-01', ['nuo']), contact('2026-08-15', ['0141'])], 0],
    ['on one day', [contact('2026-08-01', ['nuo']), contact('2026-08-01', ['0141'])], 1],
    ['of one organisation twice', [contact('2026-08-01', ['nuo']), contact('2026-08-02', ['nuo'])], 0],
    ['when both went together', [contact('2026-08-01', ['nuo', '0141']), contact('2026-08-02', ['0141'])], 0],
    ['at two employers', [contact('2026-08-01', ['nuo']), contact('2026-08-02', ['0141'], { employerId: 'b' })], 0],
    ['at an employer without rest', [contact('2026-08-01', ['nuo'], { coolDownDays: 0 }), contact('2026-08-01', ['0141'], { coolDownDays: 0 })], 0],
    ['of three organisations', [contact('2026-08-01', ['nuo']), contact('2026-08-02', ['0141']), contact('2026-08-03', ['0189'])], 3],
  ] as const)('%s', (_, contacts, doubles) => {
    expect(doublesOf(contacts)).toHaveLength(doubles);
  });
});

const document = '{ doubleApproaches(from: "2026-07-01", until: "2026-08-31") { month organisation { code } prevented overruled doubles } }';

describe.each(dialects)('the figure on %s', (dialect) => {
  it('counts attempts once, by month and organisation, in as many statements for many as for few', async () => {
    const nuo = await nuoForTest(dialect, testDemo(3));
    const ask = () => nuo.ask('nuo.coordinator', document);
    const few = await ask();
    expect(few.data.doubleApproaches).toEqual([]);
    await plan(nuo, 'nuo.accountmanager');
    for (let i = 0; i < 3; i += 1) await plan(nuo, 'wierden.accountmanager');
    await contactOn(nuo, 'nuo.accountmanager', '2026-08-01', { employerId: idOf('employer', 1) });
    const resting = { employerId: idOf('employer', 1), contactPersonId: idOf('person', 1) };
    await plan(nuo, 'almelo.accountmanager', resting);
    await plan(nuo, 'wierden.accountmanager', resting);
    await plan(nuo, 'wierden.accountmanager', { ...resting, confirm: true, reason: 'Spoed' });
    await contactOn(nuo, 'wierden.accountmanager', '2026-08-02', { employerId: idOf('employer', 1) });
    await contactOn(nuo, 'almelo.accountmanager', '2026-08-02', { employerId: idOf('employer', 1), direction: 'INCOMING' });
    const many = await ask();
    expect(many.data.doubleApproaches).toEqual([
      { month: '2026-08', organisation: { code: '0141' }, prevented: 1, overruled: 0, doubles: 0 },
      { month: '2026-08', organisation: { code: '0189' }, prevented: 1, overruled: 1, doubles: 1 },
    ]);
    expect([few.statements, many.statements]).toEqual([3, 3]);
    expect((await nuo.ask('nuo.accountmanager', document)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
