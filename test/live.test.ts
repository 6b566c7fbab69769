import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialects, redisServer, startRedis, type TestRedis } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LiveStack, startLiveStack } from './live-stack.ts';

const register = `mutation Register($input: RegisterEmployerInput!) { nuo { registerEmployer(input: $input) { ... on EmployerRegistered { employer { id } } } } }`;
const user = 'nuo.accountmanager';
const reader = 'wierden.accountmanager';

let made = 0;
const employer = async (stack: LiveStack, gateway: number): Promise<{ id: string; at: number }> => {
  const input = { requestId: randomUUID(), legalName: `Bedrijf ${++made}`, registrationReason: 'toets' };
  const { data, errors, at } = await stack.send(gateway, user, register, { input });
  expect(errors).toBeUndefined();
  return { id: data.nuo.registerEmployer.employer.id, at };
};
const record = 'mutation Record($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { __typename } } }';
const contact = async (stack: LiveStack, by: string, employerId: string, subject: string): Promise<void> => {
  const facts = { occurredAt: '2026-01-05T09:00:00Z', channel: 'PHONE', direction: 'OUTGOING', steering: 'VRAAGGESTUURD', subject, report: '' };
  const { errors } = await stack.send(0, by, record, { input: { requestId: randomUUID(), employerId, ...facts } });
  expect(errors).toBeUndefined();
};
const q20 = readFileSync(join(import.meta.dirname, '../docs/questions/q20-what-changed-at-my-accounts.graphql'), 'utf8');

const subjects = (events: { data: Record<string, unknown> }[]): string[] => events.map(({ data }) => String(data['subject']));
const percentile = (all: number[], share: number): number =>
  Math.round(all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0);

const ways = [...(redisServer === null ? [] : ['with Redis']), 'without Redis'];

describe.runIf(dialects.includes('mariadb')).each(ways)('live events over two gateways and two nuo processes, %s', (way) => {
  let redis: TestRedis | null = null;
  let stack: LiveStack;
  beforeAll(async () => {
    redis = way === 'with Redis' ? await startRedis(redisServer as string) : null;
    stack = await startLiveStack(redis?.url ?? null);
  }, 120_000);
  afterAll(async () => {
    await stack?.stop();
    await redis?.stop();
  });

  it('Q20: a reader who was away reads what changed at the accounts, in one fetch', async () => {
    const [mine, other] = [await employer(stack, 0), await employer(stack, 1)];
    await contact(stack, reader, mine.id, 'Van mij');
    const follower = await stack.follow(0, user);
    await expect.poll(() => follower.lastId()).not.toBe('');
    const { data } = await stack.send(0, reader, '{ activityCursor }', {});
    const since: string = data.activityCursor;
    const ask = () => stack.send(1, reader, q20, { since });
    await contact(stack, user, mine.id, 'Door een ander');
    await contact(stack, user, other.id, 'Elders');
    await expect.poll(() => follower.events.length, { timeout: 5000 }).toBeGreaterThanOrEqual(2);
    const few = await ask();
    expect(few.errors).toBeUndefined();
    expect(few.data.activity.nodes.map(({ contactMoment }: { contactMoment: { subject: string } }) => contactMoment.subject)).toEqual(['Door een ander']);
    expect(few.requests).toEqual({ nuo: 1 });
    for (let i = 0; i < 10; i += 1) await contact(stack, user, mine.id, `Nog ${i}`);
    await expect.poll(() => follower.events.length, { timeout: 5000 }).toBeGreaterThanOrEqual(12);
    const many = await ask();
    expect(many.data.activity.nodes).toHaveLength(11);
    expect(many.statements).toEqual(few.statements);
    // The place of the live stream is one in the list as well.
    const live = await stack.send(0, reader, q20, { since: follower.lastId() });
    expect(live.data.activity).toMatchObject({ complete: true, nodes: [] });
    follower.close();
    process.stdout.write(`Q20: fetches ${JSON.stringify(many.requests)}, statements ${JSON.stringify(many.statements)}\n`);
  }, 60_000);

  it('a statement that was taken on its way is used once, by both nuo together when they share a Redis', async () => {
    expect(await stack.replay(user)).toEqual(way === 'with Redis' ? [200, 401, 401, 401] : [200, 200, 401, 401]);
  });

  it('arrive within two seconds, once, in one order, and go on where a killed nuo left them', async () => {
    // Without a place: from now, also of what the process that streams has not looked for yet.
    await employer(stack, 0);
    const [here, there] = await Promise.all([stack.follow(0, user), stack.follow(1, reader)]);
    await expect.poll(() => [here.lastId() !== '', there.lastId() !== '']).toEqual([true, true]);
    expect([here.status, there.status]).toEqual([200, 200]);

    const sent: { id: string; at: number }[] = [];
    for (let i = 0; i < (way === 'with Redis' ? 60 : 20); i += 1) sent.push(await employer(stack, i % 2));
    await expect.poll(() => there.events.length, { timeout: 10_000 }).toBe(sent.length);
    await expect.poll(() => here.events.length, { timeout: 10_000 }).toBe(sent.length);
    expect(subjects(here.events)).toEqual(subjects(there.events));
    expect(subjects(there.events)).toEqual(sent.map(({ id }) => id));
    // What the other pair wrote: the nuo that streams it must hear of it.
    const late = sent.flatMap(({ id, at }, i) => {
      const arrived = (i % 2 ? here : there).events.find(({ data }) => data['subject'] === id);
      return arrived ? [Math.max(0, arrived.at - at)] : [];
    });
    expect(late).toHaveLength(sent.length);
    expect(percentile(late, 0.99)).toBeLessThan(2000);
    process.stdout.write(`events ${way}: p50 ${percentile(late, 0.5)} ms, p99 ${percentile(late, 0.99)} ms after the answer of the command\n`);
    expect(Object.keys(there.events[0]?.data ?? {}).toSorted()).toEqual(['id', 'organisation', 'position', 'source', 'specversion', 'subject', 'time', 'type']);

    await stack.killNuo(1);
    const missed = [await employer(stack, 0), await employer(stack, 0)];
    await expect.poll(() => there.comments.some((comment) => comment.startsWith('status')), { timeout: 10_000 }).toBe(true);
    expect(there.events).toHaveLength(sent.length);
    await stack.startNuo(1);
    const after = await employer(stack, 1);
    const all = [...sent, ...missed, after].map(({ id }) => id);
    await expect.poll(() => there.events.length, { timeout: 10_000 }).toBe(all.length);
    expect(subjects(there.events)).toEqual(all);

    // A reader goes on at the other gateway.
    there.close();
    const moved = await stack.follow(0, reader, there.events[4]?.id);
    await expect.poll(() => moved.events.length, { timeout: 10_000 }).toBe(all.length - 5);
    expect(subjects(moved.events)).toEqual(all.slice(5));

    expect(await stack.stop()).toEqual(Array.from({ length: 5 }, () => 0));
    await Promise.all([here.ended, moved.ended]);
  }, 120_000);
});
