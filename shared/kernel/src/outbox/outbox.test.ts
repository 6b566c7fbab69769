import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fixedClock, systemClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { type Database, openDatabase } from '../persistence/database.ts';
import { databaseForTest, dialects, emptyDatabase } from '../testing/databases.ts';
import { demoUser } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { decodePosition, encodePosition } from './cursor.ts';
import { OutboxEvent } from './outbox.entity.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { eventsAfter, outboxBounds } from './outbox.store.ts';
import { publishEvent } from './publish.ts';
import { placeEvents, removeEvents } from './sequencer.ts';
import { noWakeUp } from './wake-up.ts';

const none = { entities: [], migrations: [] };
const contextAt = (clock = systemClock) => ({ newId: newIds('nuo', clock), clock, trace: childOf(newTrace()), principal: demoUser('nuo.accountmanager') });
const happening = (type: string) => ({ type, kind: 'Thing', aggregateId: 'nuo:thing', topicId: null, relatedIds: [] });
const publish = (db: Database, type: string, clock = systemClock) => db.write((tx) => publishEvent(tx, contextAt(clock), happening(type)));
const opened = async (db: Database): Promise<Outbox> => {
  const outbox = await openOutbox({ db, clock: systemClock, wakeUp: noWakeUp, keepDays: 90, log: pino({ level: 'silent' }) });
  onTestFinished(() => outbox.stop());
  return outbox;
};

/** What a reader that keeps its place gets, each time a few. */
const reader = (db: Database) => {
  const seen: string[] = [];
  let place = 0;
  return {
    seen,
    read: async () => {
      const some = await eventsAfter(db.read, place, 3);
      for (const { type, position } of some) {
        seen.push(type);
        place = position;
      }
      return some.length;
    },
  };
};

/** Two processes on one database; the embedded one has one process. */
const twoPools = async (dialect: (typeof dialects)[number]): Promise<[Database, Database]> => {
  if (dialect === 'sqlite') {
    const db = await databaseForTest(dialect, none);
    return [db, db];
  }
  const { url, drop } = await emptyDatabase(dialect);
  const pools = await Promise.all([openDatabase({ ...none, url }), openDatabase({ ...none, url })]);
  onTestFinished(async () => {
    for (const db of pools) await db.close();
    await drop();
  });
  await pools[0].migrate();
  return pools;
};

describe.each(dialects)('the outbox on %s', (dialect) => {
  it('gives a reader every committed event once, in one order, whatever crosses', async () => {
    const pools = await twoPools(dialect);
    const step = fc.record({ pool: fc.nat(1), events: fc.integer({ min: 1, max: 3 }), before: fc.nat(6), after: fc.nat(6), fails: fc.boolean() });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }), async (writers) => {
        run += 1;
        const committed: string[][] = [];
        let writing = true;
        const write = async (steps: (typeof writers)[number], w: number): Promise<void> => {
          const own: string[] = [];
          committed.push(own);
          for (const [s, { pool, events, before, after, fails }] of steps.entries()) {
            const types = Array.from({ length: events }, (_, e) => `${run}/${w}/${s}/${e}`);
            const db = pools[pool] as Database;
            await db
              .write(async (tx) => {
                await wait(before);
                for (const type of types) await publishEvent(tx, contextAt(), happening(type));
                await wait(after);
                if (fails) throw new Error('rolled back');
                return undefined;
              })
              .then(
                () => own.push(...types),
                () => undefined,
              );
          }
        };
        const readers = pools.map(reader);
        const loops = pools.flatMap((db, i) => [
          (async () => {
            while (writing) {
              await placeEvents(db);
              await wait(1);
            }
          })(),
          (async () => {
            while (writing) {
              await (readers[i] as ReturnType<typeof reader>).read();
              await wait(1);
            }
          })(),
        ]);
        await Promise.all(writers.map(write));
        writing = false;
        await Promise.all(loops);
        await placeEvents(pools[0]);
        for (const each of readers) while ((await each.read()) > 0);
        const [one, two] = readers.map(({ seen }) => seen.filter((type) => type.startsWith(`${run}/`)));
        expect(one).toEqual(two);
        expect(one?.toSorted()).toEqual(committed.flat().toSorted());
        // What one writer did after another thing comes after it.
        for (const own of committed) expect(one?.filter((type) => own.includes(type))).toEqual(own);
      }),
      { numRuns: 12 },
    );
  });

  it('leaves nothing of a transaction that was rolled back', async () => {
    const db = await databaseForTest(dialect, none);
    const failing = db.write(async (tx) => {
      await publishEvent(tx, contextAt(), happening('Never'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await placeEvents(db)).toBe(0);
  });

  it('follows what is published, from memory and from the table alike', async () => {
    const db = await databaseForTest(dialect, none);
    await publish(db, 'Early');
    const outbox = await opened(db);
    for (const type of ['A', 'B', 'C']) await publish(db, type);
    await expect.poll(() => outbox.last()).toBe(4);
    for (const from of [0, 1, 2, 3, 4]) {
      const types = (await outbox.after(from, 10)).map(({ type }) => type);
      expect(types).toEqual(['Early', 'A', 'B', 'C'].slice(from));
    }
    expect(await outbox.after(1, 2)).toHaveLength(2);
  });

  it('removes the oldest after their time, keeps the order, and never gives a position twice', async () => {
    const db = await databaseForTest(dialect, none);
    await publish(db, 'Old', fixedClock('2026-01-01T00:00:00Z'));
    await publish(db, 'New', fixedClock('2026-03-01T00:00:00Z'));
    await publish(db, 'Late', fixedClock('2026-01-01T00:00:00Z'));
    await placeEvents(db);
    expect(await removeEvents(db, new Date('2026-02-01T00:00:00Z'))).toBe(1);
    expect(await outboxBounds(db.read)).toMatchObject({ last: 3, removed: 1 });
    expect(await removeEvents(db, new Date('2027-01-01T00:00:00Z'))).toBe(2);
    await publish(db, 'Next');
    await placeEvents(db);
    expect((await eventsAfter(db.read, 0, 10)).map(({ type, position }) => [type, position])).toEqual([['Next', 4]]);
  });
});

it.runIf(dialects.includes('mariadb'))('would lose an event that commits late, if readers went by the order of writing', async () => {
  const [one, two] = await twoPools('mariadb');
  let commit = (): void => undefined;
  const written = Promise.withResolvers<void>();
  const late = one.write(async (tx) => {
    await publishEvent(tx, contextAt(), happening('Late'));
    written.resolve();
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
  });
  await written.promise;
  await publish(two, 'Early');
  const byEntry = (entry: number) => two.read.em.createQueryBuilder(OutboxEvent, 'e').where('e.entry > :entry', { entry }).orderBy('e.entry').getMany();
  const naive = await byEntry(0);
  await placeEvents(two);
  const placed = reader(two);
  await placed.read();
  commit();
  await late;
  naive.push(...(await byEntry(naive.at(-1)?.entry ?? 0)));
  await placeEvents(two);
  await placed.read();
  expect(naive.map(({ type }) => type)).toEqual(['Early']);
  expect(placed.seen).toEqual(['Early', 'Late']);
});

it('keeps the bookmarks of two organisations apart', () => {
  expect(decodePosition('nuo', encodePosition('nuo', 7))).toBe(7);
  expect(() => decodePosition('nuo', encodePosition('0141', 7))).toThrow('De invoer klopt niet.');
  expect(() => decodePosition('nuo', 'x')).toThrow('De invoer klopt niet.');
});
