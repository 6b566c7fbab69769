import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import type { Database } from '../persistence/database.ts';
import { requestContext } from '../server/context.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { demoUser, testLogging } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { type Activity, keyedPseudonyms, ProcessingLogLine, type Shipper, shipLines, UnshippedLine, writeProcessing } from './index.ts';
import { shippingUrl } from './ship-lines.ts';

const activity: Activity = { code: 'a', uri: 'https://register.invalid/a', name: 'A', purpose: 'BEHEER', legalBasis: 'wet', subjectIdType: 'client-id' };
const clock = fixedClock('2026-11-23T10:00:00.123Z');
const newId = newIds('0141', clock);

const write = async (db: Database, persons: number, shipped = true): Promise<void> => {
  const logging = testLogging('0141', { ...keyedPseudonyms([Buffer.alloc(32, 1)]), caller: 'https://gateway.invalid', shipped });
  const ctx = requestContext({
    principal: demoUser('almelo.klantregisseur'),
    trace: childOf(newTrace()),
    operation: 'Test',
    purpose: null,
    logging,
    db,
    clock,
    newId,
    home: '0141',
  });
  for (let person = 0; person < persons; person += 1) ctx.processed(newId(), activity);
  await db.write((tx) => writeProcessing(tx, ctx, ctx.recorder.pending()));
};

interface Span {
  spanId: string;
  status: { code: number };
  startTimeUnixNano: string;
}

/** A logbook that answers as it is told; `taken` are the spans of what it acknowledged. */
const logbook = async () => {
  const state = { taken: [] as Span[], asked: 0, answer: (response: ServerResponse, take: () => void): void => (take(), void response.end('{}')) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      state.asked += 1;
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      state.answer(response, () => state.taken.push(...body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces` });
};

const ship = (db: Database, url: string): Shipper => {
  const shipper = shipLines({ db, url, service: 'almelo', caller: 'https://gateway.invalid', log: pino({ level: 'silent' }), pollMs: 5 });
  onTestFinished(() => shipper.stop());
  return shipper;
};
const empty = (db: Database) => vi.waitFor(async () => expect(await db.read.em.count(UnshippedLine)).toBe(0), 10_000);
const distinct = (spans: readonly Span[]): number => new Set(spans.map(({ spanId }) => spanId)).size;

describe.each(dialects)('shipping lines from %s', (dialect) => {
  const fresh = () => databaseForTest(dialect, { entities: [], migrations: [] });

  it('sends every line once, in the order of the log, and keeps its own table', async () => {
    const db = await fresh();
    const state = await logbook();
    await write(db, 3, false);
    await write(db, 1300);
    ship(db, state.url);
    await empty(db);
    expect([state.taken.length, distinct(state.taken)]).toEqual([1301, 1301]);
    expect(state.taken[0]).toMatchObject({ status: { code: 1 }, startTimeUnixNano: `${clock().getTime()}000000` });
    const order = (await db.read.em.find(ProcessingLogLine, { order: { id: 'ASC' } })).map(({ spanId }) => spanId);
    const sent = state.taken.map(({ spanId }) => spanId);
    expect(order.filter((spanId) => sent.includes(spanId))).toEqual(sent.filter((spanId) => order.includes(spanId)));
    expect(order).toHaveLength(1303);
    expect(await db.drift()).toEqual([]);
  });

  it.each<[string, (response: ServerResponse, take: () => void) => void]>([
    ['answers 500', (response) => void response.writeHead(500).end()],
    ['answers 429', (response) => void response.writeHead(429).end()],
    ['rejects a line', (response) => void response.end('{"partialSuccess":{"rejectedSpans":"1","errorMessage":"x"}}')],
    ['drops the connection', (response) => void response.socket?.destroy()],
    ['takes the batch and dies before it answers', (response, take) => (take(), void response.socket?.destroy())],
    ['redirects', (response) => void response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()],
  ])('loses nothing when the logbook %s for a while', async (_, failing) => {
    const db = await fresh();
    const book = await logbook();
    const working = book.answer;
    book.answer = failing;
    await write(db, 7);
    ship(db, book.url);
    await vi.waitFor(() => expect(book.asked).toBeGreaterThan(1), 10_000);
    expect(await db.read.em.count(UnshippedLine)).toBe(8);
    await write(db, 2);
    book.answer = working;
    await empty(db);
    expect(distinct(book.taken)).toBe(11);
  });

  it('goes on after it was stopped within a batch, by what the database says', async () => {
    const db = await fresh();
    const book = await logbook();
    const working = book.answer;
    let reached = (): void => undefined;
    const within = new Promise<void>((done) => {
      reached = done;
    });
    let drop = (): void => undefined;
    book.answer = (response, take) => {
      take();
      drop = () => void response.socket?.destroy();
      reached();
    };
    await write(db, 600);
    const first = ship(db, book.url);
    await within;
    const stopped = first.stop();
    drop();
    await stopped;
    expect(await db.read.em.count(UnshippedLine)).toBe(601);
    book.answer = working;
    ship(db, book.url);
    await empty(db);
    expect(distinct(book.taken)).toBe(601);
  });

  it('keeps nothing to send when there is no logbook', async () => {
    const db = await fresh();
    await write(db, 3, false);
    expect(await db.read.em.count(UnshippedLine)).toBe(0);
  });
});

describe('the address of the logbook', () => {
  const of = (url: string, more: NodeJS.ProcessEnv = {}) => shippingUrl('almelo', { ALMELO_LOGBOEK_OTLP_URL: url, ...more });
  it('is https in production', () => {
    expect(of('https://logboek.invalid/v1/traces', { NODE_ENV: 'production' })).toBe('https://logboek.invalid/v1/traces');
    expect(() => of('http://logboek.invalid/v1/traces', { NODE_ENV: 'production' })).toThrow('ALMELO_LOGBOEK_OTLP_URL: an address with https:');
    expect(of('http://127.0.0.1:4318/v1/traces')).toBe('http://127.0.0.1:4318/v1/traces');
    expect(() => of('logboek')).toThrow('ALMELO_LOGBOEK_OTLP_URL');
    expect([of(''), shippingUrl('almelo', {})]).toEqual([null, null]);
  });
});
