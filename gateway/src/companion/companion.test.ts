import { Writable } from 'node:stream';
import { newKeyPair, newLogger, newTrace, NUO, type RunningObserving, signer, startObserving, statementVerifier, traceparentOf } from '@werkplein/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIssuers } from '../identity/issuers.ts';
import { tokenVerifier } from '../identity/tokens.ts';
import { startTestIssuer, type TestIssuer } from '../testing/issuer.ts';
import { taking } from '../testing/graph.ts';
import { type FakeSubgraph, nuoResolvers, nuoSdl, serveFake } from '../testing/subgraphs.ts';
import { startCompanion } from './server.ts';

let issuer: TestIssuer;
let nuo: FakeSubgraph;
let companion: Awaited<ReturnType<typeof startCompanion>>;
let observing: RunningObserving;
const lines: string[] = [];

beforeAll(async () => {
  const own = await newKeyPair();
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
  const log = newLogger('companion', 'info', sink);
  observing = await startObserving('companion', { COMPANION_METRICS_PORT: '0' });
  issuer = await startTestIssuer();
  nuo = await serveFake(nuoSdl, nuoResolvers, await statementVerifier(own.publicJwk, 'gateway', NUO));
  companion = await startCompanion({
    config: { subgraphUrls: { nuo: `${nuo.url}/graphql`, almelo: 'http://127.0.0.1:1/graphql' }, subgraphTimeoutMs: 2000 },
    port: 0,
    sign: signer(own.privateJwk, 'gateway'),
    verify: tokenVerifier(readIssuers([{ issuer: issuer.url, organisations: [NUO] }], false), log),
    log,
    observing,
    municipalities: taking,
  });
});
afterAll(async () => {
  await companion.stop();
  await Promise.all([nuo.stop(), issuer.stop(), observing.stop()]);
});

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${companion.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.token('nuo.coordinator')}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, errors };
};
const employers = { query: '{ employers { name } }' };

describe('the companion of another router', () => {
  it('passes on what is asked of a subgraph with a statement of who asks it', async () => {
    expect(await post('/nuo/graphql', employers)).toMatchObject({ status: 200, data: { employers: [{ name: 'Bakker' }] } });
    expect(nuo.asked.at(-1)?.principal).toMatchObject({ organisation: NUO, roles: ['coordinator'] });
    expect(nuo.asked.at(-1)?.headers['authorization']).toBeUndefined();
  });

  it('answers as the directory', async () => {
    const { data } = await post('/graphql', { query: '{ werkpleinen { municipality } }' });
    expect(data).toEqual({ werkpleinen: [{ municipality: '0141' }, { municipality: '0189' }] });
  });

  it('answers nobody as the directory', async () => {
    expect((await post('/graphql', { query: '{ werkpleinen { municipality } }' }, { authorization: '' })).status).toBe(401);
  });

  it('says which subgraph does not answer, and not where it is', async () => {
    const answer = await post('/almelo/graphql', { query: '{ almelo { municipality } }' });
    expect([answer.status, answer.data]).toEqual([200, null]);
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', service: 'almelo' });
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
  });

  it.each([
    ['nobody', { authorization: '' }, employers, 401],
    ['a token that is not good', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }, employers, 401],
    ['a purpose that is none', { 'x-purpose': 'NIEUWSGIERIG' }, employers, 400],
    ['what is no JSON', {}, '{', 400],
    ['what is no question', {}, { question: 'employers' }, 400],
  ])('asks no subgraph for %s', async (_, headers, body, status) => {
    const before = nuo.asked.length;
    const answer = await post('/nuo/graphql', body, headers);
    expect([answer.status, answer.data]).toEqual([status, undefined]);
    expect(nuo.asked).toHaveLength(before);
  });

  it('knows no other subgraph', async () => {
    expect((await post('/wierden/graphql', employers)).status).toBe(404);
  });

  it('shows who runs it each request as a line and as numbers, and nothing of what was asked', async () => {
    const trace = newTrace();
    const named = { query: 'query Merkstra { employers { name } }', operationName: 'Merkstra' };
    const scrape = async (): Promise<string> => (await fetch(`http://127.0.0.1:${observing.metricsPort}/metrics`)).text();
    const valueOf = (text: string, series: string): number => {
      const line = text.split('\n').find((each) => series.split(' ').every((part) => each.includes(part)) && !each.startsWith('#'));
      return Number(line?.split(' ').at(-1) ?? 0);
    };
    const before = await scrape();
    await post('/nuo/graphql', named, { traceparent: traceparentOf(trace) });
    await post('/almelo/graphql', named);
    await post('/nuo/graphql', employers, { authorization: '' });
    await post('/graphql', { query: '{ werkpleinen { municipality } }' });
    const after = await scrape();
    const more = (series: string): number => valueOf(after, series) - valueOf(before, series);
    expect(more('werkplein_subgraph_requests_total{ subgraph="nuo" outcome="answered"')).toBe(1);
    expect(more('werkplein_subgraph_requests_total{ subgraph="almelo" outcome="unavailable"')).toBe(1);
    expect(more('werkplein_errors_total{ code="UNAUTHENTICATED"')).toBe(1);
    expect(more('werkplein_errors_total{ code="SUBGRAPH_UNAVAILABLE"')).toBe(1);
    expect(after).toMatch(/^werkplein_requests_in_work\{program="companion"\} 0$/m);
    expect(after).toContain('werkplein_subgraph_breaker_state{subgraph="almelo",program="companion"}');
    expect(after).not.toContain('werkplein_operations_total');

    const requests = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
    expect(requests.slice(-4).map(({ asked, status, codes }) => [asked, status, codes])).toEqual([
      ['nuo', 200, undefined],
      ['almelo', 200, ['SUBGRAPH_UNAVAILABLE']],
      ['nuo', 401, ['UNAUTHENTICATED']],
      ['directory', 200, undefined],
    ]);
    expect(requests.at(-4)).toMatchObject({ trace: trace.traceId, ms: expect.any(Number) });
    expect(lines.join('') + after).not.toMatch(/Merkstra|employers|127\.0\.0\.1:1\/|Bearer|eyJ/);
  });

  it('is live and ready, and says which version it is', async () => {
    const said = await Promise.all(['live', 'ready', 'version'].map(async (about) => (await fetch(`${companion.url}/health/${about}`)).json()));
    expect(said).toEqual([{ status: 'live' }, { status: 'ready' }, expect.objectContaining({ version: expect.stringMatching(/^20/) })]);
  });
});
