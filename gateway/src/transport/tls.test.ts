import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTls, type Tls } from '@werkplein/kernel';
import { newAuthority } from '@werkplein/kernel/testing';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startTestGraph, type TestGraph, type TestGraphOptions } from '../testing/graph.ts';

let [subgraph, gateway, stranger, foreign] = [] as unknown as [Tls, Tls, Tls, Tls];
beforeAll(async () => {
  const [ours, theirs] = await Promise.all([newAuthority('ours'), newAuthority('theirs')]);
  [subgraph, gateway, stranger, foreign] = await Promise.all([
    ours.issue('nuo'),
    ours.issue('gateway'),
    theirs.issue('gateway', ours),
    theirs.issue('nuo', ours),
  ]);
});

const start = async (options: TestGraphOptions): Promise<TestGraph> => {
  const graph = await startTestGraph(options);
  onTestFinished(() => graph.stop());
  return graph;
};
const answer = { data: { employers: [{ name: 'Bakker' }] } };
const unavailable = { data: { employers: null }, errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'nuo' } }] };

describe('mutual TLS between gateway and subgraphs', () => {
  it.each<[string, () => { shows: Tls | undefined; answers: Tls }, object, number]>([
    ['is answered with a certificate of the right authority', () => ({ shows: gateway, answers: subgraph }), answer, 1],
    ['is refused without a certificate', () => ({ shows: { ca: gateway.ca } as Tls, answers: subgraph }), unavailable, 0],
    ['is refused with a certificate of another authority', () => ({ shows: stranger, answers: subgraph }), unavailable, 0],
    ['does not ask a subgraph with a certificate of another authority', () => ({ shows: gateway, answers: foreign }), unavailable, 0],
    ['does not ask a subgraph whose authority it was not told', () => ({ shows: undefined, answers: subgraph }), unavailable, 0],
  ])('the gateway %s', async (_, ends, expected, asked) => {
    const { shows, answers } = ends();
    const graph = await start({ subgraphTls: answers, hardening: { subgraphTls: shows } });
    expect(await graph.ask('{ employers { name } }')).toMatchObject(expected);
    expect(graph.subgraphs.nuo.asked).toHaveLength(asked);
  });
});

describe('TLS of the gateway', () => {
  const get = (url: string, tls: Partial<Tls>): Promise<{ status: number | undefined; hsts: unknown }> =>
    new Promise((done, fail) => {
      request(`${url}/health/live`, { ...tls, agent: false }, (response) => {
        response.resume();
        done({ status: response.statusCode, hsts: response.headers['strict-transport-security'] });
      })
        .once('error', fail)
        .end();
    });

  it('answers whoever trusts its certificate and says to stay with TLS', async () => {
    const { ca, ...own } = subgraph;
    const graph = await start({ hardening: { tls: own } });
    expect(await get(graph.gateway.url, { ca })).toEqual({ status: 200, hsts: 'max-age=31536000; includeSubDomains' });
  });

  it('answers with an authority only who shows a certificate of it', async () => {
    const graph = await start({ hardening: { tls: subgraph } });
    expect((await get(graph.gateway.url, gateway)).status).toBe(200);
    await expect(get(graph.gateway.url, { ca: gateway.ca })).rejects.toThrow(/certificate required|ECONNRESET|EPIPE|socket hang up/);
    await expect(get(graph.gateway.url, stranger)).rejects.toThrow(/unknown ca|ECONNRESET|EPIPE|socket hang up/);
  });
});

it('reads its files, and refuses a certificate without key and a file that is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [cert, key] = ['cert', 'key'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(cert, subgraph.cert);
  writeFileSync(key, subgraph.key);
  expect(readTls('NUO', {})).toBeUndefined();
  expect(readTls('NUO', { NUO_TLS_CERT_FILE: cert, NUO_TLS_KEY_FILE: key })).toEqual({ cert: subgraph.cert, key: subgraph.key });
  expect(() => readTls('NUO', { NUO_TLS_CERT_FILE: cert })).toThrow('give both');
  expect(() => readTls('NUO', { NUO_TLS_CERT_FILE: cert, NUO_TLS_KEY_FILE: join(folder, 'none') })).toThrow(/NUO_TLS_KEY_FILE(?!.*tls-)/);
});
