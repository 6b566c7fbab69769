import { writeFileSync } from 'node:fs';
import { readTraceparent, STATEMENT_HEADER, type Trace } from '@werkplein/kernel';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { compose } from './supergraph/compose.ts';
import { sdls, startTestGraph, type TestGraph } from './testing/graph.ts';
import { almeloId, almeloId2, wierdenId } from './testing/subgraphs.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());
beforeEach(() => {
  for (const { asked } of Object.values(graph.subgraphs)) asked.length = 0;
});
/** The claims stand behind the signed list. */
const claimsIn = (statement: unknown): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(statement).split('~')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
const counts = () => Object.fromEntries(Object.entries(graph.subgraphs).map(([name, { asked }]) => [name, asked.length]));

describe('a question over several organisations', () => {
  it('becomes one answer: employers, their placements and the clients of each municipality', async () => {
    const { status, data, errors, headers } = await graph.ask('{ employers { name placements { client { __typename id name } } } }');
    expect([status, errors]).toEqual([200, undefined]);
    expect(data.employers[0].placements.map(({ client }: { client: unknown }) => client)).toEqual([
      { __typename: 'WierdenClient', id: wierdenId, name: 'Client 1 of Wierden' },
      { __typename: 'AlmeloClient', id: almeloId, name: 'Client 1 of Almelo' },
      { __typename: 'AlmeloClient', id: almeloId2, name: 'Client 2 of Almelo' },
    ]);
    expect(counts()).toEqual({ nuo: 1, almelo: 1, wierden: 1 });
    expect([headers.get('x-subgraph-requests'), headers.get('x-sql-statements')].map((each) => each?.split(', ').sort())).toEqual([
      ['almelo=1', 'nuo=1', 'wierden=1'],
      ['almelo=3', 'nuo=3', 'wierden=3'],
    ]);
  });

  it('reaches from a client of a municipality to the NUO', async () => {
    const { data } = await graph.ask('{ almelo { clients { nodes { name placements { id } } } } }');
    expect(data.almelo.clients.nodes).toEqual([1, 2].map((n) => ({ name: `Client ${n} of Almelo`, placements: [{ id: 'nuo:p' }] })));
  });

  it('sends nothing to a municipality that is not concerned', async () => {
    const { data } = await graph.ask('query ($id: ID!) { client(id: $id) { id name } }', { variables: { id: almeloId } });
    expect(data.client).toEqual({ id: almeloId, name: 'Client 1 of Almelo' });
    expect(counts()).toEqual({ nuo: 0, almelo: 1, wierden: 0 });
  });

  it.each([
    ['of nobody', almeloId.replace(/1$/, '9')],
    ['of a municipality that does not take part', almeloId.replace('0141', '0363')],
    ['that is none', 'client'],
  ])('gives null and no error for an id %s', async (_, id) => {
    const { data, errors, extensions } = await graph.ask('query ($id: ID!) { client(id: $id) { id name } }', { variables: { id } });
    expect([data.client, errors, extensions]).toEqual([null, undefined, undefined]);
  });

  it('names every Werkplein and who asks without asking a subgraph', async () => {
    const { data } = await graph.ask('{ werkpleinen { municipality } me { id organisation { name } } }');
    expect(data).toEqual({
      werkpleinen: [{ municipality: '0141' }, { municipality: '0189' }],
      me: { id: 'demo-nuo-coordinator', organisation: { name: 'NUO' } },
    });
    expect(counts()).toEqual({ nuo: 0, almelo: 0, wierden: 0 });
  });

  it('continues the trace of the caller, or begins one, with a span for each fetch, and signs it with the operation', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const sent = async (traceparent: string, query: string): Promise<{ header: Trace | null; signed: Record<string, unknown> }[]> => {
      for (const { asked } of Object.values(graph.subgraphs)) asked.length = 0;
      await graph.ask(query, { headers: { traceparent } });
      return Object.values(graph.subgraphs).flatMap(({ asked }) =>
        asked.map(({ headers }) => ({ header: readTraceparent(headers['traceparent']), signed: claimsIn(headers[STATEMENT_HEADER]) })),
      );
    };
    const fetches = await sent(`00-${traceId}-b7ad6b7169203331-01`, 'query Names { employers { placements { client { name } } } }');
    expect(fetches).toHaveLength(3);
    expect(new Set(fetches.map(({ header }) => header?.traceId))).toEqual(new Set([traceId]));
    expect(new Set([...fetches.map(({ header }) => header?.spanId), 'b7ad6b7169203331']).size).toBe(4);
    for (const { header, signed } of fetches) expect([readTraceparent(signed['trace']), signed['operation']]).toEqual([header, 'Names']);

    for (const invalid of ['x; drop', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`, `00-${traceId}-${'0'.repeat(16)}-01`]) {
      const [fetched] = await sent(invalid, '{ employers { id } }');
      expect(fetched?.header?.traceId).toMatch(/^[\da-f]{32}$/);
      expect([traceId, '0'.repeat(32)]).not.toContain(fetched?.header?.traceId);
      expect(fetched?.signed['operation']).toMatch(/^[\da-f]{32}$/);
    }
  });

  it('carries out one command', async () => {
    const { data, errors } = await graph.ask('mutation { almelo { register(name: "a") { id name } } }', { user: 'almelo.klantregisseur' });
    expect([data?.almelo.register.id, errors]).toEqual([almeloId, undefined]);
    expect(graph.subgraphs.almelo.asked[0]?.principal.employeeId).toBe('demo-almelo-klantregisseur');
  });
});

describe('what is refused', () => {
  it.each([
    ['two commands', 'mutation { almelo { end } nuo { plan } }', 'ONE_COMMAND'],
    ['a third turn', '{placements{client{placements{client{placements{client{id}}}}}}}', 'TOO_COMPLEX'],
    ['more than 2,000 tokens', `{ ${'employers { name } '.repeat(700)} }`, 'TOO_COMPLEX'],
    ['a field that does not exist', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s', async (_, query, code) => {
    const cpu = process.cpuUsage();
    const { status, errors, data } = await graph.ask(query);
    const { user, system } = process.cpuUsage(cpu);
    expect([status, errors?.map(({ extensions }) => extensions['code']), data]).toEqual([400, [code], undefined]);
    expect((user + system) / 1000).toBeLessThan(200);
    expect(counts()).toEqual({ nuo: 0, almelo: 0, wierden: 0 });
  });

  it('a body of more than 100 KB', async () => {
    expect((await graph.ask(`{ me { id } } #${'x'.repeat(110_000)}`)).status).toBe(413);
  });

  it('variables that do not fit', async () => {
    const { status, errors } = await graph.ask('query ($id: ID!) { client(id: $id) { id } }', { variables: {} });
    expect([status, errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('who asks', () => {
  it('may see the schema without a token', async () => {
    const typename = await graph.ask('{ __typename }', { user: null });
    const introspection = await graph.ask(getIntrospectionQuery(), { user: null });
    expect([typename.data, introspection.status]).toEqual([{ __typename: 'Query' }, 200]);
    const names = introspection.data.__schema.types.map(({ name }: { name: string }) => name);
    expect(names).toContain('AlmeloClient');
    expect(names).not.toContain('join__Graph');
  });

  it.each(['{ me { id } }', '{ __typename employers { name } }', '{ ...F } fragment F on Query { werkpleinen { municipality } }', 'mutation { nuo { plan } }'])(
    'gets nothing else without one: %s',
    async (query) => {
      const { status, errors, data } = await graph.ask(query, { user: null });
      expect([status, errors?.[0]?.extensions['code'], data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
      expect(counts()).toEqual({ nuo: 0, almelo: 0, wierden: 0 });
    },
  );
});

describe('the supergraph file', () => {
  const current = () => compose(sdls());

  it('is served anew when it changes, and not when it is broken', async () => {
    const { supergraphFile, gateway } = graph;
    writeFileSync(supergraphFile, 'type Query { nonsense');
    await expect.poll(() => gateway.lastReload()?.ok, { timeout: 5000 }).toBe(false);
    expect((await graph.ask('{ employers { name } }')).data.employers).toHaveLength(1);

    writeFileSync(supergraphFile, compose({ ...sdls(), elsewhere: 'type Query { elsewhere: String }' }));
    await expect.poll(() => JSON.stringify(gateway.lastReload()), { timeout: 5000 }).toContain('ELSEWHERE_URL');
    expect((await graph.ask('{ employers { name } }')).data.employers).toHaveLength(1);

    const { nuo = '', ...others } = sdls();
    writeFileSync(supergraphFile, compose({ ...others, nuo: nuo.replace('type Query {', 'type Query { added: String') }));
    await expect.poll(() => gateway.lastReload()?.ok, { timeout: 5000 }).toBe(true);
    const { data } = await graph.ask('{ __type(name: "Query") { fields { name } } }');
    expect(data.__type.fields.map(({ name }: { name: string }) => name)).toContain('added');

    writeFileSync(supergraphFile, current());
    await expect.poll(async () => (await graph.ask('{ added }')).status, { timeout: 5000 }).toBe(400);
    // The turn rule knows the types of the graph that is served.
    expect((await graph.ask('{placements{client{placements{client{placements{client{id}}}}}}}')).errors?.[0]?.extensions['code']).toBe('TOO_COMPLEX');
  });
});

describe('in production', () => {
  it('tells nothing of the schema and nothing of what an answer cost', async () => {
    const closed = await startTestGraph({ production: true });
    try {
      expect((await closed.ask('{ __schema { types { name } } }', { user: null })).status).toBe(400);
      expect((await closed.ask('{ employer { name } }')).errors?.[0]?.message).not.toMatch(/Did you mean/);
      const { headers, data } = await closed.ask('{ employers { name } }');
      expect([data.employers.length, headers.get('x-sql-statements'), headers.get('x-subgraph-requests')]).toEqual([1, null, null]);
    } finally {
      await closed.stop();
    }
  });
});

it('the stock executor can be put in the place of the compiled plans: the same answer, for one request to each organisation', async () => {
  const stock = await startTestGraph({ execution: 'stock' });
  onTestFinished(() => stock.stop());
  const ours = await startTestGraph();
  onTestFinished(() => ours.stop());
  const query = '{ employers { name placements { id client { id name } } } werkpleinen { municipality } }';
  const [theirs, answer] = [await stock.ask(query), await ours.ask(query)];
  expect(answer.errors).toBeUndefined();
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(theirs.data));
  expect(answer.headers.get('x-subgraph-requests')).toBe(theirs.headers.get('x-subgraph-requests'));
});
