import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { person, registerDocument } from '@werkplein/client-regie/testing';
import {
  AccessEvent,
  AuditEvent,
  type Database,
  newLogger,
  newTrace,
  openDatabase,
  ProcessingLogLine,
  purposes,
  shipLines,
  traceparentOf,
} from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Live, type LiveGraph, liveGraph } from './live-graph.ts';

const coach = 'nuo.trajectbegeleider';
const regisseur = 'almelo.klantregisseur';
const view = '{ employers(first: 50) { nodes { name placements { nodes { client { id displayName } } } } } }';
const names: readonly Live[] = ['nuo', 'almelo'];
const lines = (db: Database) => db.read.em.find(ProcessingLogLine);
const events = (db: Database, decision: 'ALLOWED' | 'DENIED' = 'ALLOWED') => db.read.em.findBy(AccessEvent, { decision });
const codes = ({ errors }: Awaited<ReturnType<LiveGraph['ask']>>) => [...new Set(errors?.map(({ extensions }) => extensions['code'] as string))];

/** Sends one header twice, which `fetch` would join. */
const askTwice = (url: string, user: string, header: string, values: string[], query: string): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const sent = request(
      url,
      { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${user}`, [header]: values } },
      (response) => {
        response.resume();
        done(response.statusCode);
      },
    );
    sent.on('error', fail);
    sent.end(JSON.stringify({ query }));
  });

describe.each(dialects)('one trace on %s', (dialect) => {
  it('goes from the caller through the gateway into the log and the audit of every organisation', async () => {
    const graph = await liveGraph(dialect, 3);
    const trace = newTrace();
    const { errors, data } = await graph.ask(coach, view, { headers: { traceparent: traceparentOf(trace) } });
    expect(errors).toBeUndefined();
    expect(data.employers.nodes[0].placements.nodes[0].client.displayName).toContain('Opvallend');
    expect(new Set(graph.stated.map(({ to }) => to))).toEqual(new Set(names));
    for (const { statement } of graph.stated) expect(statement.trace.traceId).toBe(trace.traceId);
    for (const name of names) {
      const db = graph.databases[name];
      const [logged, [event]] = [
        (await lines(db)).filter(({ traceId }) => traceId === trace.traceId),
        (await events(db)).filter(({ traceId }) => traceId === trace.traceId),
      ];
      expect([name, logged.length, event?.subjectCount]).toEqual([name, 3, 3]);
      expect(graph.stated.filter(({ to }) => to === name).map(({ statement }) => statement.trace.spanId)).toContain(event?.parentSpanId);
      for (const line of logged) expect(line.parentSpanId).toBe(event?.spanId);
    }
    const subjects = await Promise.all(names.map(async (name) => (await lines(graph.databases[name])).map(({ dataSubjectId }) => dataSubjectId)));
    expect(subjects[0]?.filter((id) => subjects[1]?.includes(id))).toEqual([]);
  });

  it('links the audit row of a command to its line', async () => {
    const graph = await liveGraph(dialect, 0);
    const trace = newTrace();
    await graph.ask(regisseur, registerDocument, {
      variables: { input: person() },
      headers: { traceparent: traceparentOf(trace), 'x-purpose': 'BESLUITVORMING' },
    });
    const { almelo } = graph.databases;
    expect(await almelo.read.em.find(AuditEvent)).toMatchObject([{ action: 'registerClient', traceId: trace.traceId, purpose: 'BESLUITVORMING' }]);
    expect(await lines(almelo)).toMatchObject([{ traceId: trace.traceId }]);
    expect(await events(almelo)).toMatchObject([{ traceId: trace.traceId, purpose: 'BESLUITVORMING', action: 'inschrijven-client' }]);
  });
});

describe('a purpose', () => {
  it('is one that exists and that the role may state, once', async () => {
    const graph = await liveGraph('sqlite', 1);
    const state = (user: string, purpose: string) => graph.ask(user, view, { headers: { 'x-purpose': purpose } });
    for (const [user, purpose] of [
      [coach, 'NIEUWSGIERIGHEID'],
      [coach, 'BESLUITVORMING'],
      [coach, 'bemiddeling'],
      [coach, ''],
      [regisseur, 'VERANTWOORDING_TOEZICHT'],
    ] as const) {
      const { status, errors } = await state(user, purpose);
      expect([purpose, status, errors?.[0]?.extensions['code']]).toEqual([purpose, 400, 'PURPOSE_UNKNOWN']);
      expect(errors?.[0]?.extensions['purposes']).toContain('BEMIDDELING');
    }
    expect(await askTwice(graph.url, coach, 'x-purpose', ['BEMIDDELING', 'UITVOERING_WSW'], view)).toBe(400);
    expect(graph.stated).toEqual([]);
    expect((await state(coach, 'UITVOERING_WSW')).errors).toBeUndefined();
    for (const name of names) expect((await events(graph.databases[name])).at(-1)?.purpose).toBe('UITVOERING_WSW');
  });

  it('can be asked for', async () => {
    const graph = await liveGraph('sqlite', 0);
    const { data } = await graph.ask(coach, '{ purposes { code text legalBasis } }');
    expect(data.purposes).toEqual(purposes.map(({ code, text, legalBasis }) => ({ code, text, legalBasis })));
  });

  it('is demanded of a privacy officer; the rest of the answer stands', async () => {
    const graph = await liveGraph('sqlite', 1);
    const query = `{ client(id: "${graph.clientIds[0]}") { displayName bsn birthDate } }`;
    const without = await graph.ask('almelo.privacyofficer', query);
    expect(without.data.client).toMatchObject({ displayName: expect.stringContaining('Opvallend'), birthDate: null });
    expect(codes(without)).toEqual(['PURPOSE_REQUIRED']);
    expect(without.errors?.[0]?.extensions).toMatchObject({ purposes: ['VERANTWOORDING_TOEZICHT', 'RECHTEN_BETROKKENE'], service: 'almelo' });
    const stated = await graph.ask('almelo.privacyofficer', query, { headers: { 'x-purpose': 'RECHTEN_BETROKKENE' } });
    expect([stated.errors, stated.data.client.birthDate]).toEqual([undefined, '1985-04-03']);
    expect((await graph.ask(regisseur, query)).errors).toBeUndefined();
  });
});

describe.each(dialects)('a refusal on %s', (dialect) => {
  it('leaves one row for each request and action, with the ids as asked, where the data are', async () => {
    const graph = await liveGraph(dialect, 2);
    const [one] = graph.clientIds as [string, string];
    const { almelo, nuo } = graph.databases;
    const before = (await lines(almelo)).length;
    const query = `{ client(id: "${one}") { displayName bsn birthDate } }`;
    expect(codes(await graph.ask('wierden.klantregisseur', query))).toEqual(['FORBIDDEN']);
    expect(await events(almelo, 'DENIED')).toMatchObject([
      { organisation: '0189', employeeId: 'demo-wierden-klantregisseur', action: 'client.read AlmeloClient', subjectIds: [one], purpose: '' },
    ]);
    expect([(await lines(almelo)).length, await events(nuo, 'DENIED')]).toEqual([before, []]);

    const command = `mutation { almelo { correctClient(input: { requestId: "test-request-1", clientId: "${one}", expectedVersion: 1, givenNames: "999990019" }) { __typename } } }`;
    expect(codes(await graph.ask('almelo.rapporteur', command))).toEqual(['FORBIDDEN']);
    const refused = (await events(almelo, 'DENIED')).find(({ employeeId }) => employeeId === 'demo-almelo-rapporteur');
    expect(refused).toMatchObject({ action: 'client.command Mutation.almelo', subjectIds: [one], decision: 'DENIED' });
    expect(JSON.stringify(await events(almelo, 'DENIED'))).not.toContain('999990019');
  });

  it('stands when it cannot be written', async () => {
    const graph = await liveGraph(dialect, 1);
    await graph.databases.almelo.write((tx) => tx.em.query('DROP TABLE access_event'));
    const answer = await graph.ask('wierden.klantregisseur', `{ client(id: "${graph.clientIds[0]}") { displayName } }`);
    expect([codes(answer), answer.data.client?.displayName ?? null]).toEqual([['FORBIDDEN'], null]);
  });
});

describe.each(dialects)('a log that fails on %s', (dialect) => {
  const locked = async (url: string): Promise<() => Promise<unknown>> => {
    const other = await openDatabase({ url, entities: [], migrations: [] });
    let release = (): void => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    let holding: Promise<void> = Promise.resolve();
    await new Promise<void>((began) => {
      holding = other.write(async (tx) => {
        if (tx.dialect === 'mariadb') await tx.em.query('LOCK TABLES processing_log WRITE');
        began();
        await held;
        if (tx.dialect === 'mariadb') await tx.em.query('UNLOCK TABLES');
      });
    });
    return async () => {
      release();
      await holding;
      await other.close();
    };
  };

  it.each(names)('in %s refuses that part with its own code, shows nothing of it, and works again after repair', async (name) => {
    const graph = await liveGraph(dialect, 2);
    const db = graph.databases[name];
    await db.write((tx) => tx.em.query('ALTER TABLE processing_log RENAME TO processing_log_away'));
    const answer = await graph.ask(coach, view);
    expect(answer.errors?.[0]).toMatchObject({
      path: name === 'nuo' ? ['employers'] : expect.arrayContaining(['employers', 'client', 'displayName']),
      extensions: { code: 'PROCESSING_LOG_UNAVAILABLE', service: name },
    });
    expect([codes(answer), answer.status]).toEqual([['PROCESSING_LOG_UNAVAILABLE'], 200]);
    expect(answer.body).not.toMatch(/Opvallend|processing_log|SQL/);

    const command = await graph.ask(regisseur, registerDocument, { variables: { input: person({ familyName: 'Ongezien' }) } });
    expect(codes(command)).toEqual(name === 'almelo' ? ['PROCESSING_LOG_UNAVAILABLE'] : []);
    if (name === 'almelo') expect(command.body).not.toContain('Ongezien');

    await db.write((tx) => tx.em.query('ALTER TABLE processing_log_away RENAME TO processing_log'));
    const repaired = await graph.ask(coach, view);
    expect([repaired.errors, repaired.body.includes('Opvallend')]).toEqual([undefined, true]);
  });

  it('because it is locked is given up within two seconds', async () => {
    const graph = await liveGraph(dialect, 1);
    const release = await locked(graph.databaseUrls.almelo);
    const began = performance.now();
    const answer = await graph.ask(coach, view);
    const took = performance.now() - began;
    await release();
    expect(codes(answer)).toEqual(['PROCESSING_LOG_UNAVAILABLE']);
    expect(answer.body).not.toContain('Opvallend');
    expect(took).toBeLessThan(2000);
    expect((await graph.ask(coach, view)).errors).toBeUndefined();
  });
});

describe.each(dialects)('the logbook elsewhere on %s', (dialect) => {
  interface Span {
    traceId: string;
    spanId: string;
    parentSpanId: string;
    kind: number;
    attributes: { key: string; value: { stringValue: string } }[];
  }
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('gets 1 + n lines for each request, of one trace over both organisations, without an employee or a BSN', async () => {
    const got = new Map<Live, Span[]>(names.map((name) => [name, []]));
    const sink = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const [{ resource, scopeSpans }] = (
          JSON.parse(Buffer.concat(chunks).toString()) as { resourceSpans: [{ resource: Span; scopeSpans: [{ spans: Span[] }] }] }
        ).resourceSpans;
        got.get(resource.attributes[0]?.value.stringValue as Live)?.push(...scopeSpans[0].spans);
        response.end('{}');
      });
    });
    await new Promise<void>((listening) => sink.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void sink.close());
    const url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/v1/traces`;

    const graph = await liveGraph(dialect, 5);
    const trace = newTrace();
    const { errors } = await graph.ask(coach, view, { headers: { traceparent: traceparentOf(trace) } });
    expect(errors).toBeUndefined();
    for (const name of names) {
      const shipper = shipLines({
        db: graph.databases[name],
        url,
        service: name,
        caller: 'http://gateway.invalid/graphql',
        log: newLogger('test', 'silent'),
        pollMs: 10,
      });
      stops.push(() => shipper.stop());
    }
    const ofTrace = (name: Live) => (got.get(name) ?? []).filter(({ traceId }) => traceId === trace.traceId);
    await vi.waitFor(() => expect(names.map((name) => ofTrace(name).length)).toEqual([6, 6]), 10_000);
    for (const name of names) {
      const [parent, ...more] = ofTrace(name).filter(({ kind }) => kind === 2);
      const children = ofTrace(name).filter(({ kind }) => kind === 1);
      expect([more, children.length]).toEqual([[], 5]);
      for (const { parentSpanId, attributes } of children) {
        expect(parentSpanId).toBe(parent?.spanId);
        expect(attributes.map(({ key }) => key)).toEqual([
          'dpl.core.processing_activity_id',
          'dpl.core.data_subject_id',
          'dpl.core.data_subject_id_type',
          'dpl.core.foreign_operation.processor',
        ]);
      }
    }
    const all = JSON.stringify([...got]);
    expect(all).not.toMatch(/demo-|trajectbegeleider|klantregisseur|Opvallend|99999\d{4}/);
    for (const id of graph.clientIds) expect(all).not.toContain(id);
  });
});
