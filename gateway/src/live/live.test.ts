import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, STATEMENT_HEADER } from '@werkplein/kernel';
import { type EventReader, readEvents } from '@werkplein/kernel/testing';
import { expect, it, onTestFinished } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';
import { now } from '../testing/issuer.ts';
import { counter } from './counter.ts';
import { frames } from './frames.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The gateway before a nuo of which a test says what its routes answer. */
const graphWith = async (answer: Answer): Promise<TestGraph> => {
  const nuo = createServer(answer);
  const port = await listen(nuo, 0, '127.0.0.1');
  const graph = await startTestGraph({ urls: { nuo: `http://127.0.0.1:${port}/graphql` } });
  onTestFinished(async () => {
    await graph.stop();
    nuo.closeAllConnections();
    nuo.close();
  });
  return graph;
};
const open = (response: ServerResponse): ServerResponse => response.writeHead(200, { 'content-type': 'text/event-stream' });
const follow = async (graph: TestGraph, user = 'nuo.accountmanager', claims = {}, headers = {}): Promise<EventReader> => {
  const reader = await readEvents(`${graph.gateway.url}/events`, { authorization: `Bearer ${await graph.issuer.token(user, claims)}`, ...headers });
  onTestFinished(() => reader.close());
  return reader;
};
const event = (n: number): string => `id: ${n}\nevent: Done\ndata: {"n":${n}}\n\n`;

it('goes on after the last whole event when the nuo is cut off in the middle of one', async () => {
  const asked: (string | undefined)[] = [];
  const graph = await graphWith((request, response) => {
    asked.push(request.headers['last-event-id'] as string | undefined);
    expect(request.headers[STATEMENT_HEADER]).toBeDefined();
    open(response).write(asked.length === 1 ? `${event(1)}${event(2)}id: 3\ndata: {"n":` : event(3));
    if (asked.length === 1) setImmediate(() => response.destroy());
  });
  const reader = await follow(graph, undefined, {}, { 'last-event-id': '0' });
  await expect.poll(() => reader.events.map(({ data }) => data['n']), { timeout: 5000 }).toEqual([1, 2, 3]);
  expect(asked).toEqual(['0', '2']);
  expect(reader.comments.some((comment) => comment.startsWith('status'))).toBe(true);
});

it('opens nothing without a good token, or for who may see nothing', async () => {
  const graph = await graphWith((_, response) => response.writeHead(403).end('{}'));
  const url = `${graph.gateway.url}/events`;
  expect((await readEvents(url, {})).status).toBe(401);
  expect((await readEvents(url, { authorization: 'Bearer a.b.c' })).status).toBe(401);
  const token = await graph.issuer.token('nuo.accountmanager');
  expect((await readEvents(`${url}?access_token=${token}`, {})).status).toBe(401);
  expect((await follow(graph, 'nuo.rapporteur')).status).toBe(403);
});

it('ends with the token', async () => {
  const graph = await graphWith((_, response) => open(response).write(event(1)));
  const reader = await follow(graph, undefined, { exp: now() + 2 });
  expect(reader.status).toBe(200);
  const began = performance.now();
  await reader.ended;
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(reader.events).toHaveLength(1);
});

it('gives one employee six streams, and a place again when one closes', async () => {
  const graph = await graphWith((_, response) => open(response).write(event(1)));
  const readers = await Promise.all(Array.from({ length: 7 }, () => follow(graph)));
  expect(readers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await follow(graph, 'nuo.coordinator')).status).toBe(200);
  readers.find(({ status }) => status === 200)?.close();
  await expect.poll(async () => (await follow(graph)).status).toBe(200);
});

it('says that the nuo is away, and ends its streams when it stops', async () => {
  const graph = await graphWith((_, response) => response.destroy());
  const reader = await follow(graph);
  expect(reader.status).toBe(200);
  await expect.poll(() => reader.comments.length, { timeout: 5000 }).toBeGreaterThan(0);
  await graph.gateway.stop();
  await reader.ended;
  expect(reader.events).toEqual([]);
  graph.gateway.stop = async () => undefined;
});

it('fetches a calendar with its secret in a header, and tells nothing of one that is not there', async () => {
  const asked: string[] = [];
  const graph = await graphWith((request, response) => {
    asked.push(`${request.url} ${String(request.headers['x-calendar-secret'])}`);
    if (request.headers['x-calendar-secret'] !== 'good') return response.writeHead(404).end('{}');
    return response.writeHead(200, { 'content-type': 'text/calendar', 'cache-control': 'private, max-age=300' }).end('BEGIN:VCALENDAR');
  });
  const get = (path: string) => fetch(`${graph.gateway.url}${path}`);
  const good = await get('/calendar/good.ics');
  expect([good.status, await good.text(), good.headers.get('cache-control')]).toEqual([200, 'BEGIN:VCALENDAR', 'private, max-age=300']);
  expect(asked).toEqual(['/calendar good']);
  const codes = [];
  for (let i = 0; i < 21; i += 1) codes.push((await get(`/calendar/bad${i}.ics`)).status);
  expect(codes).toEqual([...Array.from({ length: 20 }, () => 404), 429]);
  expect((await get('/calendar/../graphql')).status).not.toBe(200);
});

it('counts in windows', () => {
  let time = 0;
  const counts = counter(2, 100, () => time);
  counts.add('a');
  expect(counts.full('a')).toBe(false);
  counts.add('a');
  expect([counts.full('a'), counts.full('b')]).toEqual([true, false]);
  time = 100;
  expect(counts.full('a')).toBe(false);
});

it('reads frames over any cut of their bytes', async () => {
  const bytes = new TextEncoder().encode(`${event(1)}: café\n\n${event(2)}rest`);
  for (const size of [1, 2, 7, 1000]) {
    const chunks = async function* () {
      for (let i = 0; i < bytes.length; i += size) {
        yield bytes.slice(i, i + size);
        if (i === 0) await wait(0);
      }
    };
    const read = [];
    for await (const frame of frames(chunks())) read.push(frame);
    expect(read.map(({ id }) => id)).toEqual(['1', null, '2']);
    expect(read[1]?.text).toBe(': café\n\n');
  }
});
