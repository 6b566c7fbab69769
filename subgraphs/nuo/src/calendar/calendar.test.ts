import { createHash } from 'node:crypto';
import { AuditEvent, fixedClock } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { nuoService } from '../service.ts';
import { command, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testClock, testDemo, type TestNuo } from '../testing/index.ts';
import type { CalendarEntriesOf } from './calendar-entries.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';

const create = `mutation ($input: CreateCalendarFeedInput!) { nuo { createCalendarFeed(input: $input) { __typename
  ... on CalendarFeedCreated { path expiresAt } ... on CalendarFeedExists { expiresAt } } } }`;
const revoke = 'mutation ($input: RevokeCalendarFeedInput!) { nuo { revokeCalendarFeed(input: $input) { ... on CalendarFeedRevoked { existed } } } }';
const user = 'nuo.accountmanager';

const entries: CalendarEntriesOf = async (_, { employeeId, organisation }, from) => [
  { id: 'nuo:1', employerName: 'Bakker; Zn, B.V.', purpose: `Kennismaking ${organisation}`, when: { from: '2026-08-10', until: '2026-08-11' } },
  { id: 'nuo:2', employerName: employeeId, purpose: from, when: { at: new Date('2026-08-05T09:00:00Z'), minutes: 60 } },
];
let clock = testClock;
const served = (dialect: (typeof dialects)[number]): Promise<TestNuo> =>
  nuoForTest(dialect, {}, (parts) => nuoService({ ...parts, clock: () => clock() }, [entries]));
const made = async (nuo: TestNuo, requestId = 'request-1', by = user) => (await nuo.ask(by, create, { input: { requestId } })).data.nuo.createCalendarFeed;
const get = (nuo: TestNuo, secret: string): Promise<Response> => fetch(`${nuo.server.url}/calendar`, { headers: { 'x-calendar-secret': secret } });
const secretOf = (path: string): string => /^\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1] ?? '';

describe.each(dialects)('the calendar of someone on %s', (dialect) => {
  it('shows planned contacts and due tasks, with the employer and the purpose and nothing else', async () => {
    const [me, other, boss] = [user, 'wierden.accountmanager', 'nuo.coordinator'] as const;
    const demo = { ...testDemo(3), colleagues: people(me, other, boss) };
    const nuo = await nuoForTest(dialect, demo, (parts) => nuoService({ ...parts, clock: testClock }));
    const contact = (employer: number, window: object, more: object = {}) => ({
      employerId: idOf('employer', employer),
      contactPersonId: idOf('person', employer),
      purpose: 'ACQUAINTANCE',
      steering: 'AANBODGESTUURD',
      channel: 'VISIT',
      window,
      ...more,
    });
    const show = '... on ContactPlanned { contactPlan { id } }';
    const days = { from: '2026-08-10', until: '2026-08-14' };
    const mine = await command(nuo, me, 'planContact', contact(0, days), show);
    const theirs = await command(nuo, other, 'planContact', contact(1, days, { plannedAt: '2026-08-12T09:00:00Z' }), show);
    await command(nuo, me, 'joinContactPlan', { contactPlanId: theirs.contactPlan.id });
    const gone = await command(nuo, me, 'planContact', contact(2, days), show);
    await command(nuo, me, 'cancelContactPlan', { contactPlanId: gone.contactPlan.id, expectedVersion: 1 });
    await command(nuo, other, 'planContact', contact(2, days), show);
    const task = { title: 'Bel mevrouw Geheim', dueOn: '2026-08-20', assignee: refTo(me) };
    await command(nuo, me, 'createTask', { ...task, employerId: idOf('employer', 1) });
    await command(nuo, me, 'createTask', task);
    await command(nuo, me, 'createTask', { ...task, assignee: refTo(other) });

    const text = await (await get(nuo, secretOf((await made(nuo, 'calendar-1')).path))).text();
    const found = [...text.matchAll(/DTSTART[^:]*:(\S+)[\s\S]*?DTEND[^:]*:(\S+)[\s\S]*?SUMMARY:(.+?)\r/g)].map(([, from, until, summary]) => [
      summary,
      from,
      until,
    ]);
    expect(found.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['Bedrijf 0000 B.V.: Kennismaking', '20260810', '20260815'],
      ['Bedrijf 0001 B.V.: Kennismaking', '20260812T090000Z', '20260812T100000Z'],
      ['Bedrijf 0001 B.V.: Taak', '20260820', '20260821'],
      ['Taak', '20260820', '20260821'],
    ]);
    expect(text).toContain(`UID:${mine.contactPlan.id}`);
    expect(text).not.toMatch(/Geheim|Persoon|Demo|manager/);
  });
});

describe.each(dialects)('a calendar address on %s', (dialect) => {
  it('gives what its owner has planned, and nothing else about anybody', async () => {
    clock = testClock;
    const nuo = await served(dialect);
    const answer = await get(nuo, secretOf((await made(nuo)).path));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, max-age=300',
    ]);
    const text = await answer.text();
    const lines = text.split('\r\n');
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'UID:nuo:1', 'CLASS:PRIVATE', 'END:VCALENDAR']));
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260810', 'DTEND;VALUE=DATE:20260812', 'SUMMARY:Bakker\\; Zn\\, B.V.: Kennismaking nuo']),
    );
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20260805T090000Z', 'DTEND:20260805T100000Z', 'DTSTAMP:20260803T100000Z']));
    expect(text).toContain(': 2026-07-03');
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER|DESCRIPTION|LOCATION/);
  });

  it('is shown once and kept as a hash', async () => {
    const nuo = await served(dialect);
    const { path, expiresAt } = await made(nuo);
    const secret = secretOf(path);
    expect(expiresAt).toBe('2027-08-03T10:00:00.000Z');
    expect(await made(nuo)).toEqual({ __typename: 'CalendarFeedCreated', path: null, expiresAt });
    expect(await made(nuo, 'request-2')).toEqual({ __typename: 'CalendarFeedExists', expiresAt });
    const { em } = nuo.db.read;
    const stored = [await em.find(CalendarFeed), await em.query('SELECT answer FROM command_request'), await em.find(AuditEvent)];
    expect(JSON.stringify(stored)).toContain(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('is one for one person, also of commands at once', async () => {
    const nuo = await served(dialect);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => made(nuo, `request-${i}`)));
    expect(answers.filter(({ path }) => typeof path === 'string')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'CalendarFeedExists')).toHaveLength(7);
    expect((await made(nuo, 'request-9', 'nuo.coordinator')).path).toMatch(/^\/calendar\//);
  });

  it('answers no more when it is wrong, revoked or expired', async () => {
    clock = testClock;
    const nuo = await served(dialect);
    const first = secretOf((await made(nuo)).path);
    const refused = await get(nuo, `${first}x`);
    const body = await refused.text();
    expect(refused.status).toBe(404);
    expect((await nuo.ask(user, revoke, { input: { requestId: 'request-2' } })).data.nuo.revokeCalendarFeed.existed).toBe(true);
    expect((await nuo.ask(user, revoke, { input: { requestId: 'request-3' } })).data.nuo.revokeCalendarFeed.existed).toBe(false);
    const second = secretOf((await made(nuo, 'request-4')).path);
    expect((await get(nuo, second)).status).toBe(200);
    clock = fixedClock('2027-08-03T10:00:00Z');
    for (const secret of [first, second, '']) {
      const again = await get(nuo, secret);
      expect([again.status, await again.text()]).toEqual([404, body]);
    }
  });
});
