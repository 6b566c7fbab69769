import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';
import { deepList, hostileDocuments } from '../testing/hostile-documents.ts';
import { planningLimits } from '../planning/planning.ts';

// What each costs, and what the same does to others, is measured by `npm run test:faults -- hostile`.

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ planning: planningLimits });
});
afterAll(() => graph.stop());

const send = async (query: string, more: object = {}): Promise<{ status: number; codes: unknown[] }> => {
  const response = await fetch(`${graph.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.issuer.token('nuo.coordinator')}` },
    body: JSON.stringify({ query, ...more }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
};

describe('a hostile document', () => {
  it.each(hostileDocuments)('%s is refused as %s', async (_, code, query, more) => {
    const { status, codes } = await send(query, more);
    expect([status, [...new Set(codes)]]).toEqual([400, [code]]);
    expect((await send('{ __typename }')).status).toBe(200);
  });

  it.each<[string, string, number]>([
    ['more than 100 KB', JSON.stringify({ query: `{ me { id } } #${'x'.repeat(110_000)}` }), 413],
    ['JSON 40,000 deep', `{"query":"{ me { id } }","variables":${deepList(40_000)}}`, 400],
    ['a variable 10,000 deep', `{"query":"query ($id: ID!) { client(id: $id) { id } }","variables":{"id":${deepList(10_000)}}}`, 400],
    ['broken JSON', '{"query":', 400],
    ['no object', '"query"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['a query that is no text', '{"query":{"a":1}}', 400],
    ['variables in a text', '{"query":"{ me { id } }","variables":"{"}', 400],
    ['bytes that are no text', '\u0000\uFFFF', 400],
  ])('a body of %s is refused', async (_, body, expected) => {
    const response = await fetch(`${graph.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await graph.issuer.token('nuo.coordinator')}` },
      body,
    });
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([expected, ['errors']]);
  });

  it('leaves every object as it was', () => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
  });
});
