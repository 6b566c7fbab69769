import pino from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import { type Database, openDatabase } from '../persistence/database.ts';
import { dialects, emptyDatabase, redisServer } from '../testing/databases.ts';
import { startRedis } from '../testing/redis.ts';
import { demoUser } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { Bell } from './bell.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { publishEvent } from './publish.ts';
import { redisWakeUp } from './wake-up.ts';

const log = pino({ level: 'silent' });
const ctx = { newId: newIds('nuo', systemClock), clock: systemClock, trace: childOf(newTrace()), principal: demoUser('nuo.accountmanager') };
const publish = (db: Database): Promise<void> =>
  db.write((tx) => publishEvent(tx, ctx, { type: 'Done', kind: 'Thing', aggregateId: 'nuo:1', topicId: null, relatedIds: [] }));

it('keeps a ring for who waits next', async () => {
  const bell = new Bell();
  bell.ring();
  const rung = vi.fn();
  await bell.wait(60_000).then(rung);
  await bell.wait(1).then(rung);
  expect(rung).toHaveBeenCalledTimes(2);
});

it.runIf(redisServer !== null && dialects.includes('mariadb'))(
  'another process hears by Redis, by looking while Redis is away, and by Redis again',
  async () => {
    let redis = await startRedis(redisServer as string);
    onTestFinished(() => redis.stop());
    const { url, drop } = await emptyDatabase('mariadb');
    const none = { url, entities: [], migrations: [] };
    const [here, there] = await Promise.all([openDatabase(none), openDatabase(none)]);
    onTestFinished(async () => {
      await Promise.all([here.close(), there.close()]);
      await drop();
    });
    await here.migrate();
    const wakeUps = [here, there].map(() => redisWakeUp(redis.url, 'test', log));
    const heard = vi.fn();
    wakeUps[1]?.onWake(heard);
    const outboxes: Outbox[] = [];
    for (const [i, db] of [here, there].entries()) outboxes.push(await openOutbox({ db, clock: systemClock, wakeUp: wakeUps[i] as never, keepDays: 90, log }));
    onTestFinished(async () => {
      for (const outbox of outboxes) await outbox.stop();
    });
    const other = outboxes[1] as Outbox;
    const arrival = async (): Promise<number> => {
      const began = performance.now();
      const position = other.last() + 1;
      await publish(here);
      await expect.poll(() => other.last(), { interval: 2, timeout: 5000 }).toBe(position);
      return Math.round(performance.now() - began);
    };
    // Connected: what it hears at `ready`.
    await expect.poll(() => heard.mock.calls.length).toBeGreaterThan(0);
    const with1 = await arrival();
    const calls = heard.mock.calls.length;
    expect(calls).toBeGreaterThan(1);
    await redis.stop();
    const without = await arrival();
    expect(without).toBeLessThan(2000);
    expect(heard).toHaveBeenCalledTimes(calls);
    redis = await startRedis(redisServer as string, redis.port);
    await expect.poll(() => heard.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(calls);
    const again = await arrival();
    process.stdout.write(`an event reaches another process: by Redis ${with1} ms, without ${without} ms, by Redis again ${again} ms\n`);
  },
);
