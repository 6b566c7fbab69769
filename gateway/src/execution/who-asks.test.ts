import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({
    // A cost of 51 twice, and no more in this minute.
    hardening: { rates: { requestsPerSecond: 1000, costPerMinute: 120, anonymousPerSecond: 3 }, addressHeader: 'x-real-ip', costLimit: 60 },
  });
});
afterAll(() => graph.stop());

const page = (times: number) => `{ ${Array.from({ length: times }, (_, n) => `a${n}: employers { name }`).join(' ')} }`;

describe('what an employee may ask in a minute', () => {
  it('is refused above it with the seconds to wait, and nobody else is', async () => {
    for (let n = 0; n < 6; n++) expect((await graph.ask(page(2))).status).toBe(200);
    const refused = await graph.ask(page(2));
    expect([refused.status, refused.errors?.[0]?.extensions['code'], refused.data]).toEqual([429, 'RATE_LIMITED', undefined]);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait > 0 && wait <= 60).toBe(true);
    expect((await graph.ask(page(2), { user: 'almelo.klantregisseur' })).status).toBe(200);
  });

  it('may be asked in one operation up to the limit, which the refusal names', async () => {
    const { status, errors } = await graph.ask(page(7), { user: 'nuo.accountmanager' });
    expect([status, errors?.[0]?.extensions]).toEqual([400, { code: 'TOO_COSTLY', cost: 70, limit: 60 }]);
  });
});

describe('an address', () => {
  const from = (address: string, token?: string) => graph.ask('{ __typename }', { user: null, ...(token && { token }), headers: { 'x-real-ip': address } });

  it('may ask little without a token', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await from('192.0.2.1')).status);
    const { status, headers } = await from('192.0.2.1');
    expect([...statuses, status, headers.get('retry-after')]).toEqual([200, 200, 200, 429, 429, '1']);
    expect((await from('192.0.2.2')).status).toBe(200);
    // What the caller wrote in front of the address that our proxy saw does not count.
    expect((await from('203.0.113.9, 192.0.2.1')).status).toBe(429);
  });

  it('may not try tokens without end, and that holds nobody back whose token is good', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await from('192.0.2.7', 'noise')).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await from('192.0.2.7', await graph.issuer.token('wierden.klantregisseur'))).status).toBe(200);
  });
});
