import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newLogger, newTraceId, REMAINING_HEADER, unobserved } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GatewayContext } from './execution/context.ts';
import { Gone } from './execution/gone.ts';
import { SubgraphSource } from './execution/subgraph-source.ts';
import { watchGateway } from './observability/watch.ts';
import { type GraphAnswer, startTestGraph, type TestGraph, type TestGraphOptions } from './testing/graph.ts';
import { wierdenId } from './testing/subgraphs.ts';

const start = async (options: TestGraphOptions = {}): Promise<TestGraph> => {
  const graph = await startTestGraph(options);
  onTestFinished(() => graph.stop());
  return graph;
};

/** A program that is no subgraph. */
const impostor = async (listener: RequestListener): Promise<{ url: string; requests: () => number }> => {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    listener(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, requests: () => requests };
};

const nested = '{ employers { name placements { id client { id name } } } }';

const expectMasked = (answer: unknown): void => expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|password|http:|undici|stack/i);

it('each fetch says how long it is still waited for', async () => {
  const graph = await start({ timeoutMs: 1500 });
  await graph.ask(nested);
  for (const { asked } of Object.values(graph.subgraphs)) {
    const remaining = Number(asked[0]?.headers[REMAINING_HEADER]);
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(1500);
  }
});

describe('a subgraph that is gone', () => {
  it('misses from the answer alone, with one error that names it and the place', async () => {
    const graph = await start();
    await graph.subgraphs.almelo.stop();
    const answer = await graph.ask(nested);
    const [wierden, first, second] = answer.data.employers[0].placements;
    expect(wierden.client).toEqual({ id: wierdenId, name: 'Client 1 of Wierden' });
    expect([first.client, second.client]).toEqual([null, null]);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      path: ['employers', 0, 'placements', 1, 'client', 'name'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'almelo' },
    });
    expectMasked(answer.errors);
  });

  it('gives an error for each root field, and the other fields', async () => {
    const graph = await start();
    await graph.subgraphs.almelo.stop();
    const { data, errors } = await graph.ask('{ a: almelo { municipality } wierden { municipality } employers { name } }');
    expect(data).toEqual({ a: null, wierden: { municipality: '0189' }, employers: [{ name: 'Bakker' }] });
    expect(errors?.map(({ path }) => path)).toEqual([['a']]);
  });

  it('is one error each when two are gone', async () => {
    const graph = await start();
    await Promise.all([graph.subgraphs.almelo.stop(), graph.subgraphs.wierden.stop()]);
    const { data, errors } = await graph.ask(nested);
    expect(data.employers[0].placements.map(({ client }: { client: unknown }) => client)).toEqual([null, null, null]);
    expect(errors?.map(({ extensions }) => extensions['service']).sort()).toEqual(['almelo', 'wierden']);
  });

  it('leaves a municipality without what the NUO adds', async () => {
    const graph = await start();
    await graph.subgraphs.nuo.stop();
    const { data, errors } = await graph.ask('{ almelo { clients { nodes { name placements { id } } } } }');
    expect(data.almelo.clients.nodes.map(({ placements }: { placements: unknown }) => placements)).toEqual([null, null]);
    expect(errors).toMatchObject([{ path: ['almelo', 'clients', 'nodes', 0, 'placements'], extensions: { service: 'nuo' } }]);
  });

  it('is asked again as soon as it is back', async () => {
    const graph = await start();
    const { port } = graph.subgraphs.nuo;
    await graph.ask('{ employers { name } }');
    await graph.subgraphs.nuo.stop();
    expect((await graph.ask('{ employers { name } }')).errors).toHaveLength(1);
    const back = createServer((_, response) => response.setHeader('content-type', 'application/json').end('{"data":{"employers":[{"name":"Back"}]}}'));
    await new Promise<void>((listening) => back.listen(port, '127.0.0.1', listening));
    onTestFinished(() => void back.close());
    expect((await graph.ask('{ employers { name } }')).data.employers).toEqual([{ name: 'Back' }]);
    back.closeAllConnections();
  });
});

describe('a subgraph that answers what it should not', () => {
  it.each<[string, RequestListener]>([
    ['a page of a proxy', (_, response) => response.setHeader('content-type', 'text/html').end('<h1>stack password=1</h1>')],
    ['a 500 with a stack', (_, response) => response.writeHead(500, { 'content-type': 'application/json' }).end('{"errors":[{"message":"stack password=1"}]}')],
    [
      'a refused statement',
      (_, response) =>
        response.writeHead(401, { 'content-type': 'application/json' }).end('{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}'),
    ],
    [
      'a document that it does not know',
      (_, response) =>
        response
          .writeHead(400, { 'content-type': 'application/json' })
          .end('{"errors":[{"message":"Cannot query field","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'),
    ],
    ['truncated JSON', (_, response) => response.setHeader('content-type', 'application/json').end('{"data":{"employers":[')],
    ['a list', (_, response) => response.setHeader('content-type', 'application/json').end('[]')],
    ['an empty object', (_, response) => response.setHeader('content-type', 'application/json').end('{}')],
    ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    [
      'more than 5 MB',
      (_, response) => response.setHeader('content-type', 'application/json').end(`{"data":{"employers":null},"x":"${'x'.repeat(6_000_000)}"}`),
    ],
    ['a connection that it drops', (request) => void request.socket.destroy()],
  ])('%s is masked', async (_, listener) => {
    const { url } = await impostor(listener);
    const graph = await start({ urls: { nuo: url } });
    const answer = await graph.ask('{ employers { name } almelo { municipality } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ employers: null, almelo: { municipality: '0141' } });
    expect(answer.errors).toMatchObject([{ path: ['employers'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'nuo' } }]);
    expectMasked(answer.errors);
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['never ends its answer', (_, response) => void response.setHeader('content-type', 'application/json').write('{"data":')],
  ])('one that %s is given up in time', async (_, listener) => {
    const { url } = await impostor(listener);
    const graph = await start({ urls: { nuo: url }, timeoutMs: 300 });
    const began = performance.now();
    const { data, errors } = await graph.ask('{ employers { name } almelo { municipality } }');
    expect(performance.now() - began).toBeLessThan(5000);
    expect(data.almelo).toEqual({ municipality: '0141' });
    expect(errors).toMatchObject([{ path: ['employers'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'nuo' } }]);
  });

  it('one that refuses a whole fetch: the error names what of the answer it would have been', async () => {
    const refusal = JSON.stringify({ data: null, errors: [{ message: 'Nee.', extensions: { code: 'FORBIDDEN' } }] });
    const { url } = await impostor((_, response) => response.setHeader('content-type', 'application/json').end(refusal));
    const graph = await start({ urls: { nuo: url } });
    const { data, errors } = await graph.ask('{ firms: employers { name } almelo { clients { nodes { name placements { id } } } } }');
    expect(data.firms).toBeNull();
    expect(data.almelo.clients.nodes.map(({ placements }: { placements: unknown }) => placements)).toEqual([null, null]);
    const refused = { message: 'Nee.', extensions: { code: 'FORBIDDEN', service: 'nuo' } };
    expect(errors?.toSorted((a, b) => String(a.path).localeCompare(String(b.path)))).toEqual([
      { ...refused, path: ['almelo', 'clients', 'nodes', 0, 'placements'] },
      { ...refused, path: ['firms'] },
    ]);
  });

  it('a lost connection is tried again for a query and never for a command', async () => {
    const { url, requests } = await impostor((request) => void request.socket.destroy());
    const graph = await start({ urls: { nuo: url } });
    await graph.ask('{ employers { name } }');
    expect(requests()).toBe(2);
    const { errors } = await graph.ask('mutation { nuo { plan } }');
    expect([requests(), errors?.[0]?.path]).toEqual([3, ['nuo']]);
  });
});

describe('a subgraph that hangs', () => {
  const asking = '{ employers { name } almelo { municipality } }';
  const elsewhere = { almelo: { municipality: '0141' } };

  it('is waited for five times in a row, then only by one who tries, and by all once it answers', async () => {
    let hangs = true;
    const { url, requests } = await impostor((_, response) => {
      if (!hangs) response.setHeader('content-type', 'application/json').end('{"data":{"employers":[{"name":"Terug"}]}}');
    });
    const graph = await start({ urls: { nuo: url }, timeoutMs: 500 });
    for (let asked = 0; asked < 8; asked += 1) {
      const { data, errors } = await graph.ask('{ employers { name } }');
      expect(data).toEqual({ employers: null });
      expect(errors).toMatchObject([{ path: ['employers'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'nuo' } }]);
    }
    expect(requests()).toBe(5);
    await expect.poll(async () => (await graph.ask('{ employers { name } }'), requests()), { timeout: 5000 }).toBe(6);
    hangs = false;
    await expect.poll(async () => (await graph.ask(asking)).data.employers, { timeout: 5000 }).toEqual([{ name: 'Terug' }]);
    expect((await graph.ask(asking)).errors).toBeUndefined();
  });

  it('holds up no more than there is room for, and others not at all', async () => {
    const [AT_ONCE, WAITING, ASKING] = [64, 128, 250];
    const held: ServerResponse[] = [];
    let hangs = true;
    const back = (response: ServerResponse) => response.setHeader('content-type', 'application/json').end('{"data":{"employers":[{"name":"Terug"}]}}');
    const { url, requests } = await impostor((_, response) => void (hangs ? held.push(response) : back(response)));
    const graph = await start({ urls: { nuo: url }, timeoutMs: 30_000 });
    const answered: GraphAnswer[] = [];
    const asked = Promise.all(Array.from({ length: ASKING }, async () => answered.push(await graph.ask(asking))));
    await expect.poll(() => [held.length, answered.length], { timeout: 20_000 }).toEqual([AT_ONCE, ASKING - AT_ONCE - WAITING]);
    for (const { data } of answered) expect(data).toEqual({ employers: null, ...elsewhere });
    expect(requests()).toBe(AT_ONCE);
    hangs = false;
    held.forEach(back);
    await asked;
    const whole = answered.filter(({ data }) => data.employers !== null);
    for (const { data } of whole) expect(data).toEqual({ employers: [{ name: 'Terug' }], ...elsewhere });
    expect([requests(), whole.length]).toEqual([AT_ONCE + WAITING, AT_ONCE + WAITING]);
  }, 60_000);

  it('is not asked on for a caller who is gone, but a command goes on', async () => {
    const open = new Set<string>();
    const { url } = await impostor((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => open.add(body.includes('mutation') ? 'command' : 'query'));
      response.on('close', () => open.delete(body.includes('mutation') ? 'command' : 'query'));
    });
    const graph = await start({ urls: { nuo: url }, timeoutMs: 3000 });
    const authorization = `Bearer ${await graph.issuer.token('nuo.coordinator')}`;
    const caller = new AbortController();
    for (const query of ['{ employers { name } }', 'mutation { nuo { plan } }'])
      void fetch(`${graph.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query }),
        signal: caller.signal,
      }).catch(() => undefined);
    await expect.poll(() => [...open].toSorted()).toEqual(['command', 'query']);
    caller.abort();
    await expect.poll(() => [...open]).toEqual(['command']);
  });

  it('is not asked at all by a query of which the caller left before, but a command is', async () => {
    const asked: string[] = [];
    const { url } = await impostor((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push((JSON.parse(body) as { query: string }).query);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{}}');
      });
    });
    const log = newLogger('test', 'silent');
    const watch = watchGateway(unobserved(), new Map(), log).subgraph('nuo');
    const source = new SubgraphSource({ name: 'nuo', url, timeoutMs: 3000, log, watch });
    onTestFinished(() => source.close());
    const gone = new Gone();
    gone.abort();
    const context: GatewayContext = {
      principal: null,
      planning: false,
      callerSpanId: null,
      seen: { step: null },
      gone,
      purpose: () => null,
      statement: () => '',
      traceId: newTraceId(),
      asked: new Map(),
    };
    const [query] = [await source.ask(context, 'query { a }', {}), await source.ask(context, 'mutation { b }', {})];
    expect([query.errors?.[0]?.extensions?.['code'], asked]).toEqual(['SUBGRAPH_UNAVAILABLE', ['mutation { b }']]);
  });
});

describe('an error of a subgraph', () => {
  it('keeps its code and what belongs to it, and says whose it is', async () => {
    const { data, errors } = await (await start()).ask('{ badValue employers { name } }');
    expect(data).toEqual({ badValue: null, employers: [{ name: 'Bakker' }] });
    expect(errors).toEqual([
      {
        message: 'De invoer klopt niet.',
        path: ['badValue'],
        extensions: { code: 'BAD_INPUT', problems: [{ path: ['input', 'name'], message: 'Geef een naam.' }], service: 'nuo' },
      },
    ]);
  });

  it('that refuses a field in every row is one error with their number, at the first row', async () => {
    const graph = await start();
    const { data, errors } = await graph.ask('{ almelo { clients { nodes { name secret } } } }');
    expect(data.almelo.clients.nodes).toEqual([1, 2].map((n) => ({ name: `Client ${n} of Almelo`, secret: null })));
    expect(errors).toMatchObject([{ path: ['almelo', 'clients', 'nodes', 0, 'secret'], extensions: { code: 'FORBIDDEN', service: 'almelo', count: 2 } }]);
    const nested = await graph.ask('{ employers { placements { client { ... on AlmeloClient { secret } ... on WierdenClient { secret } } } } }');
    const counts = nested.errors?.map(({ extensions }) => [extensions['service'], extensions['count']]);
    expect(counts).toHaveLength(2);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['almelo', 2],
        ['wierden', undefined],
      ]),
    );
  });

  it('without a code is a number to quote', async () => {
    const answer = await (await start()).ask('{ broken }');
    expect(answer.errors).toEqual([
      { message: 'Er ging iets mis.', path: ['broken'], extensions: { code: 'INTERNAL', reference: expect.stringMatching(/^[\da-f-]{36}$/), service: 'nuo' } },
    ]);
  });

  it('about a value of the caller stays the caller’s', async () => {
    const { url } = await impostor((_, response) =>
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"errors":[{"message":"Postcode: geef 4 cijfers en 2 letters","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'),
    );
    const { errors } = await (await start({ urls: { nuo: url } })).ask('{ employers { name } }');
    expect(errors).toMatchObject([{ message: 'Postcode: geef 4 cijfers en 2 letters', extensions: { code: 'BAD_INPUT', service: 'nuo' } }]);
  });
});
