import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { registerDocument, person, requestId } from '@werkplein/client-regie/testing';
import { newLogger, newTrace, type RunningObserving, startObserving, traceparentOf } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LiveGraph, type LiveOptions, liveGraph } from './live-graph.ts';

const coach = 'nuo.trajectbegeleider';
const regisseur = 'almelo.klantregisseur';
const view = 'query Kijken { employers(first: 50) { nodes { name placements { nodes { client { id displayName } } } } } }';
const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');
const programs = ['gateway', 'nuo', 'almelo'] as const;

/** Names, numbers and addresses that belong to somebody, and what only a stranger could have typed. */
const marks = ['Opvallend', 'Merkstra', '999990019', '0612345678', 'wie@merk.example', 'Kalverstraat'];

const keptLog = () => {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(...chunk.toString().trim().split('\n'));
      done();
    },
  });
  return {
    log: newLogger('test', 'trace', sink),
    entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => lines.join('\n'),
  };
};

/** All of one program each, metrics on free ports. */
const observed = async (env: NodeJS.ProcessEnv = {}) => {
  const running = Object.fromEntries(
    await Promise.all(programs.map(async (name) => [name, await startObserving(name, { ...env, [`${name.toUpperCase()}_METRICS_PORT`]: '0' })])),
  ) as Record<(typeof programs)[number], RunningObserving>;
  onTestFinished(async () => {
    for (const each of Object.values(running)) await each.stop();
  });
  const scrape = async (program: (typeof programs)[number]): Promise<string> =>
    (await fetch(`http://127.0.0.1:${running[program].metricsPort}/metrics`)).text();
  return { running, scrape, options: { observing: (program: (typeof programs)[number]) => running[program] } satisfies LiveOptions };
};

/** Value of a series in the text of a scrape; null when it is not there. Labels in any order. */
const valueOf = (scraped: string, name: string, labels: Readonly<Record<string, string>> = {}): number | null => {
  const line = scraped
    .split('\n')
    .find((each) => new RegExp(`^${name}[{ ]`).test(each) && Object.entries(labels).every(([key, value]) => each.includes(`${key}="${value}"`)));
  return line === undefined ? null : Number(line.split(' ').at(-1));
};

const register = (graph: LiveGraph, input: object, user = regisseur) => graph.ask(user, registerDocument, { variables: { input } });

/** What goes well, what is refused, what is wrong and what breaks, each with something personal in it. */
const everything = async (graph: LiveGraph): Promise<void> => {
  await graph.ask(coach, view);
  await register(graph, person({ familyName: 'Merkstra', bsn: '999990019', phone: '0612345678', email: 'wie@merk.example' }));
  await register(graph, person({ familyName: 'Merkstra', bsn: 'Merkstra' }));
  await register(graph, person({ familyName: 'Merkstra' }), 'wierden.klantregisseur');
  await graph.ask(coach, `query Merkstra { client(id: "${graph.clientIds[0]}") { displayName } }`);
  await graph.ask(coach, 'query Merkstra { client(id: "999990019") { displayName } }');
  await graph.ask(coach, '{ Merkstra(bsn: "999990019") }');
  await graph.ask(coach, '{ "Kalverstraat 1" 0612345678 wie@merk.example');
  await graph.ask(coach, view, { headers: { 'x-purpose': 'Merkstra', 'x-note': '999990019' } });
  await graph.ask('999990019', view);
  await graph.databases.almelo.write((tx) => tx.em.query('ALTER TABLE client RENAME TO client_gone'));
  await graph.ask(coach, view);
  await register(graph, person({ familyName: 'Merkstra', bsn: '999990019' }));
  await graph.databases.almelo.write((tx) => tx.em.query('ALTER TABLE client_gone RENAME TO client'));
};

describe.each(dialects)('the log on %s', (dialect) => {
  it('has a line for each request at each program under one trace, and nothing of a person or of what a stranger wrote', async () => {
    const { log, entries, text } = keptLog();
    const graph = await liveGraph(dialect, 2, { log });
    const trace = newTrace();
    await graph.ask(coach, view, { headers: { traceparent: traceparentOf(trace) } });
    const ofTrace = () => entries().filter((entry) => entry['trace'] === trace.traceId && entry['msg'] === 'request');
    await vi.waitFor(() => expect(ofTrace().length).toBe(3));
    for (const entry of ofTrace()) expect(entry).toMatchObject({ level: 30, status: 200, ms: expect.any(Number) });
    expect(ofTrace().at(-1)).toMatchObject({ operation: 'other', document: hashOf(view).slice(0, 12) });

    await everything(graph);
    const failures = entries().filter(({ level }) => level === 50);
    expect(failures.length).toBeGreaterThan(1);
    expect(entries().filter(({ codes }) => Array.isArray(codes)).length).toBeGreaterThan(5);
    for (const mark of marks) expect(text()).not.toContain(mark);
    for (const id of graph.clientIds) expect(text()).not.toContain(id);
    expect(text()).not.toMatch(/Kijken|displayName|demo-|Bearer|eyJ/);
  });
});

describe('an error', () => {
  it.each([
    ['of a database that repeats a value', new Error(`Duplicate entry 'Merkstra' for key 'client.name'`)],
    ['with a number of a person', new Error('no client 999990019')],
    ['with an address', new Error('mail to wie@merk.example bounced')],
    ['with a cause', new Error('failed', { cause: new Error('"Merkstra" is not known') })],
    ['that is a text', 'nothing at 0612345678'],
    ['that is no error', { bsn: '999990019' }],
  ])('%s is logged without it', (_, error) => {
    const { log, text } = keptLog();
    log.error({ error, variables: { bsn: '999990019' }, bsn: '999990019' }, 'failed');
    for (const mark of marks) expect(text()).not.toContain(mark);
  });
});

describe.each(dialects)('metrics on %s', (dialect) => {
  it('count operations, subgraphs, plans, SQL and commands, and know no names but those of trusted documents', async () => {
    const { options, scrape } = await observed();
    const known = 'Bekend';
    const document = `query ${known} { employers(first: 1) { nodes { name } } }`;
    const file = join(mkdtempSync(join(tmpdir(), 'documents-')), 'trusted.json');
    writeFileSync(file, JSON.stringify({ [`sha256:${hashOf(document)}`]: { name: known, document } }));
    const graph = await liveGraph(dialect, 1, { ...options, hardening: { trustedDocuments: 'also', trustedDocumentsFile: file } });
    await everything(graph);
    for (let time = 0; time < 2; time += 1) await graph.ask(coach, document);
    // The same name over other words.
    await graph.ask(coach, `query ${known} { employers(first: 1) { nodes { id } } }`);

    const [gateway, nuo, almelo] = await Promise.all(programs.map(scrape));
    expect(valueOf(gateway as string, 'werkplein_operations_total', { operation: known, outcome: 'ok' })).toBe(2);
    expect(valueOf(gateway as string, 'werkplein_operation_duration_seconds_count', { operation: 'other' })).toBeGreaterThan(8);
    expect(valueOf(gateway as string, 'werkplein_plan_lookups_total', { result: 'hit' })).toBeGreaterThan(0);
    expect(valueOf(gateway as string, 'werkplein_plan_lookups_total', { result: 'miss' })).toBeGreaterThan(0);
    for (const subgraph of ['nuo', 'almelo']) {
      expect(valueOf(gateway as string, 'werkplein_subgraph_requests_total', { subgraph, outcome: 'answered' })).toBeGreaterThan(0);
      expect(valueOf(gateway as string, 'werkplein_subgraph_breaker_state', { subgraph })).toBe(0);
      expect(valueOf(gateway as string, 'werkplein_subgraph_in_flight', { subgraph })).toBe(0);
    }
    expect(valueOf(gateway as string, 'werkplein_errors_total', { code: 'UNAUTHENTICATED' })).toBe(1);
    for (const scraped of [nuo, almelo] as string[]) {
      expect(valueOf(scraped, 'werkplein_served_duration_seconds_count', { outcome: 'ok' })).toBeGreaterThan(0);
      expect(valueOf(scraped, 'werkplein_sql_statements_total')).toBeGreaterThan(0);
      expect(valueOf(scraped, 'werkplein_database_up')).toBe(1);
      expect(valueOf(scraped, 'werkplein_database_connections')).toBeGreaterThan(0);
      expect(valueOf(scraped, 'werkplein_build_info')).toBe(1);
      expect(valueOf(scraped, 'werkplein_outbox_oldest_unplaced_seconds')).toBe(0);
    }
    expect(valueOf(almelo as string, 'werkplein_commands_total', { command: 'registerClient', answer: 'ClientRegistered' })).toBe(1);
    expect(valueOf(almelo as string, 'werkplein_audit_unsealed')).toBe(1);
    for (const text of [gateway, nuo, almelo] as string[]) {
      for (const mark of marks) expect(text).not.toContain(mark);
      expect(text).not.toMatch(/Kijken|demo-/);
    }
  });

  it('say of a command that it met somebody else, once however often it is repeated', async () => {
    const { options, scrape } = await observed();
    const graph = await liveGraph(dialect, 0, options);
    const input = person({ bsn: '999990019' });
    await register(graph, input);
    await register(graph, input);
    await register(graph, { ...person({ bsn: '999990019' }), requestId: requestId() });
    const scraped = await scrape('almelo');
    expect(valueOf(scraped, 'werkplein_commands_total', { answer: 'ClientRegistered' })).toBe(1);
    expect(valueOf(scraped, 'werkplein_commands_total', { answer: 'ClientAlreadyRegistered' })).toBe(1);
  });

  it('say that the database is gone, and show no value from before', async () => {
    const { options, scrape } = await observed();
    const graph = await liveGraph(dialect, 0, options);
    expect(valueOf(await scrape('almelo'), 'werkplein_letters_waiting')).toBe(0);
    expect(valueOf(await scrape('almelo'), 'werkplein_backup_newest_timestamp_seconds')).toBe(0);
    await graph.databases.almelo.write(async (tx) => {
      const told = (sha256: string, at: string) => tx.em.query('INSERT INTO backup_taken (sha256, takenAt) VALUES (?, ?)', [sha256, at]);
      await told('a', '2026-11-23 02:00:00.500');
      await told('b', '2026-11-22 02:00:00.000');
    });
    expect(valueOf(await scrape('almelo'), 'werkplein_backup_newest_timestamp_seconds')).toBe(Date.parse('2026-11-23T02:00:00.500Z') / 1000);
    await graph.databases.almelo.write((tx) => tx.em.query('ALTER TABLE letter_out RENAME TO letter_out_gone'));
    const scraped = await scrape('almelo');
    expect([valueOf(scraped, 'werkplein_database_up'), valueOf(scraped, 'werkplein_letters_waiting')]).toEqual([0, null]);
  });
});

it('metrics are shown on their own port only, and only there', async () => {
  const { options, running } = await observed();
  const graph = await liveGraph('sqlite', 0, options);
  expect((await fetch(new URL('/metrics', graph.url))).status).toBe(404);
  const own = `http://127.0.0.1:${running.gateway.metricsPort}`;
  expect((await fetch(`${own}/graphql`)).status).toBe(404);
  expect((await fetch(`${own}/metrics`, { method: 'POST' })).status).toBe(404);
});

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  status: { code?: number; message?: string };
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** A collector that keeps what it gets. */
const collector = async () => {
  const spans: (Span & { service: string })[] = [];
  const texts: string[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      texts.push(text);
      type Sent = { resourceSpans: { resource: { attributes: Span['attributes'] }; scopeSpans: { spans: Span[] }[] }[] };
      for (const { resource, scopeSpans } of (JSON.parse(text) as Sent).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        spans.push(...scopeSpans.flatMap((each) => each.spans.map((span) => ({ ...span, service }))));
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, text: () => texts.join('\n') };
};

describe.each(dialects)('traces on %s', (dialect) => {
  it('go from the caller over the gateway and the subgraphs to each statement of SQL, without a value', async () => {
    const { url, spans, text } = await collector();
    const { options, running } = await observed({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_SAMPLER_ARG: '1' });
    const graph = await liveGraph(dialect, 2, options);
    const trace = newTrace();
    expect((await graph.ask(coach, view, { headers: { traceparent: traceparentOf(trace) } })).errors).toBeUndefined();
    await everything(graph);
    for (const each of Object.values(running)) await each.stop();

    const own = spans.filter(({ traceId }) => traceId === trace.traceId);
    const [root, ...others] = own.filter(({ service, parentSpanId }) => service === 'werkplein-gateway' && parentSpanId === trace.spanId);
    expect(others).toEqual([]);
    const fetches = own.filter(({ service, parentSpanId }) => service === 'werkplein-gateway' && parentSpanId === root?.spanId);
    expect(new Set(fetches.map(({ name }) => name))).toEqual(new Set(['nuo', 'almelo']));
    for (const name of ['nuo', 'almelo']) {
      const served = own.filter(({ service, name: kind }) => service === `werkplein-${name}` && kind === 'graphql');
      expect(served.map(({ parentSpanId }) => parentSpanId).toSorted()).toEqual(
        fetches
          .filter((each) => each.name === name)
          .map(({ spanId }) => spanId)
          .toSorted(),
      );
      const sql = own.filter(({ service, parentSpanId }) => service === `werkplein-${name}` && served.some(({ spanId }) => spanId === parentSpanId));
      expect(sql.length).toBeGreaterThan(0);
      for (const { attributes } of sql) expect(attributes.find(({ key }) => key === 'db.query.text')?.value.stringValue).toMatch(/^\s*[A-Z]/);
    }
    // What breaks is seen by its code.
    expect(spans.filter(({ status }) => status.code === 2).map(({ status }) => status.message)).toContain('INTERNAL');
    for (const mark of marks) expect(text()).not.toContain(mark);
    for (const id of graph.clientIds) expect(text()).not.toContain(id);
    expect(text()).not.toMatch(/Kijken|demo-/);
  });

  it('are kept for the share that was asked, the same at every program', async () => {
    const { url, spans } = await collector();
    const { options, running } = await observed({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_TRACES_SAMPLER_ARG: '0.5' });
    const graph = await liveGraph(dialect, 1, options);
    const asked = ['0', '7', '8', 'f'].map((first) => ({ traceId: `${first}${'1'.repeat(31)}`, spanId: '1'.repeat(16) }));
    for (const trace of asked) await graph.ask(coach, view, { headers: { traceparent: traceparentOf(trace) } });
    for (const each of Object.values(running)) await each.stop();
    const kept = asked.map(({ traceId }) => new Set(spans.filter((span) => span.traceId === traceId).map(({ service }) => service)).size);
    expect(kept.filter((services) => services !== 0 && services !== 3)).toEqual([]);
    expect(new Set(kept)).toEqual(new Set([0, 3]));
  });
});

it.each([
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG'],
  [{ GATEWAY_METRICS_PORT: '70000' }, 'GATEWAY_METRICS_PORT'],
])('a wrong setting stops the start and is named: %j', async (env, name) => {
  await expect(startObserving('gateway', env)).rejects.toThrow(name);
});
