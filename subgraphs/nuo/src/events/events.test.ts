import { encodePosition, NUO, outboxBounds, placeEvents, requestContext, STATEMENT_HEADER } from '@werkplein/kernel';
import { demoUser, dialects, type EventReader, newAsking, readEvents, testLogging } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nuoService } from '../service.ts';
import { nuoForTest, testClock, type TestNuo } from '../testing/index.ts';
import type { EventType } from './event.catalogue.ts';
import { publish } from './publish.ts';

const user = 'nuo.accountmanager';
const served = (dialect: (typeof dialects)[number]): Promise<TestNuo> => nuoForTest(dialect, {}, (parts) => nuoService(parts));

const follow = async (nuo: TestNuo, by: string, lastId?: string): Promise<EventReader> => {
  const statement = nuo.sign(demoUser(by), NUO, newAsking());
  const reader = await readEvents(`${nuo.server.url}/events`, { [STATEMENT_HEADER]: statement, ...(lastId !== undefined && { 'last-event-id': lastId }) });
  onTestFinished(() => reader.close());
  return reader;
};

let made = 0;
const happen = async (nuo: TestNuo, type: EventType, daysAgo = 0): Promise<void> => {
  const at = new Date(testClock().getTime() - daysAgo * 86_400_000);
  const ctx = { ...contextOf(nuo), clock: () => at };
  await nuo.db.write((tx) => publish(tx, ctx, type, 'nuo:thing', 'nuo:employer'));
};
const contextOf = ({ db }: TestNuo) =>
  requestContext({
    principal: demoUser(user),
    db,
    clock: testClock,
    newId: () => `nuo:${++made}`,
    home: NUO,
    trace: { traceId: '0'.repeat(31).concat('1'), spanId: '0'.repeat(15).concat('1'), parentSpanId: '' },
    operation: 'Test',
    purpose: null,
    logging: testLogging(NUO),
  });

describe.each(dialects)('the stream of events on %s', (dialect) => {
  it('gives events as they happen, in the form of the CloudEvents profile', async () => {
    const nuo = await served(dialect);
    const reader = await follow(nuo, user);
    await expect.poll(() => reader.lastId()).not.toBe('');
    await happen(nuo, 'PlacementStarted');
    await expect.poll(() => reader.events.length).toBe(1);
    expect(reader.events[0]).toMatchObject({ type: 'PlacementStarted', id: encodePosition(NUO, 1) });
    expect(reader.events[0]?.data).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^nuo:/),
      source: 'urn:nld:systeem:werkplein-graph-nuo',
      type: 'nl.werkplein.nuo.PlacementStarted',
      time: '2026-08-03T10:00:00.000Z',
      subject: 'nuo:employer',
      organisation: 'nuo',
      position: 1,
    });
  });

  it('keeps from each reader what they may not see', async () => {
    const nuo = await served(dialect);
    // A rapporteur is told of agreements alone.
    const users = ['nuo.jobcoach', 'wierden.klantregisseur', 'nuo.rapporteur'];
    const readers = await Promise.all(users.map((each) => follow(nuo, each, encodePosition(NUO, 0))));
    for (const type of ['ParticipantRegistered', 'BranchAdded'] as const) await happen(nuo, type);
    await expect
      .poll(() => readers.map(({ events }) => events.map(({ type }) => type)))
      .toEqual([['ParticipantRegistered', 'BranchAdded'], ['BranchAdded'], []]);
    expect((await follow(nuo, 'nuo.privacyofficer')).status).toBe(403);
  });

  it('tells a reader who was away too long to read the whole anew', async () => {
    const nuo = await served(dialect);
    const fresh = await nuoForTest(dialect);
    await happen(fresh, 'BranchAdded', 100);
    await happen(fresh, 'EmployerRegistered', 1);
    await placeEvents(fresh.db);
    const service = await nuoForTest(dialect, {}, async (parts) => nuoService({ ...parts, db: fresh.db }));
    await expect.poll(async () => (await outboxBounds(fresh.db.read)).removed).toBe(1);
    const reader = await follow(service, user, encodePosition(NUO, 0));
    await expect.poll(() => reader.events.map(({ type }) => type)).toEqual(['reload', 'EmployerRegistered']);
    expect((await follow(nuo, user, 'broken')).status).toBe(400);
  });

  it('is for the gateway only', async () => {
    const nuo = await served(dialect);
    expect((await readEvents(`${nuo.server.url}/events`, {})).status).toBe(401);
    expect((await readEvents(`${nuo.server.url}/events`, { [STATEMENT_HEADER]: 'a.b.c' })).status).toBe(401);
  });
});
