import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';

let [graph, closed] = [] as unknown as [TestGraph, TestGraph];
beforeAll(async () => {
  graph = await startTestGraph({
    hardening: { cors: { origins: ['https://werkplein.almelo.nl'], credentials: false }, securityContact: 'mailto:veilig@example.nl' },
  });
  closed = await startTestGraph({ production: true });
});
afterAll(async () => Promise.all([graph.stop(), closed.stop()]));

const query = '{"query":"{ __typename }"}';
const send = (init: RequestInit = {}, path = '/graphql', to = graph): Promise<Response> =>
  fetch(`${to.gateway.url}${path}`, { method: 'POST', body: query, ...init, headers: { 'content-type': 'application/json', ...(init.headers as object) } });
const codeOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('a request', () => {
  it.each<[string, RequestInit, number, string]>([
    ['by GET', { method: 'GET', body: null }, 405, 'METHOD_NOT_ALLOWED'],
    ['by PUT', { method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
    ['by OPTIONS, of no page', { method: 'OPTIONS' }, 405, 'METHOD_NOT_ALLOWED'],
    ['of plain text', { headers: { 'content-type': 'text/plain' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of a form with files', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of a type that begins like ours', { headers: { 'content-type': 'application/jsonp' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['in another charset', { headers: { 'content-type': 'application/json; charset=utf-7' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['that is compressed', { headers: { 'content-encoding': 'gzip' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['for HTML', { headers: { accept: 'text/html' } }, 406, 'NOT_ACCEPTABLE'],
    ['for a stream', { headers: { accept: 'multipart/mixed' } }, 406, 'NOT_ACCEPTABLE'],
    ['for no JSON', { headers: { accept: 'application/json;q=0' } }, 406, 'NOT_ACCEPTABLE'],
    ['of several operations', { body: `[${query},${query}]` }, 400, 'BAD_REQUEST'],
    ['of one operation in a list', { body: `[${query}]` }, 400, 'BAD_REQUEST'],
  ])('%s is refused', async (_, init, status, code) => {
    const response = await send(init);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
  });

  it('with more than 16 KB of headers is refused', async () => {
    expect((await send({ headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431);
  });

  it.each(['application/json', 'application/graphql-response+json', 'text/html, application/*;q=0.5', '*/*'])('for %s is answered', async (accept) => {
    const response = await send({ headers: { accept } });
    expect([response.status, await response.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it('for a document that cannot be run is 200 by application/json and 400 by the newer type', async () => {
    const ask = async (accept: string, body: string) => (await send({ headers: { accept }, body })).status;
    expect([await ask('application/json', '{"query":"{"}'), await ask('application/graphql-response+json', '{"query":"{"}')]).toEqual([200, 400]);
    // A refusal of ours is none of the document.
    expect(await ask('application/json', '{"query":"{ me { id } }"}')).toBe(401);
  });
});

describe('the headers', () => {
  it.each<[string, () => Promise<Response>]>([
    ['an answer', () => send()],
    ['a refused token', () => send({ headers: { authorization: 'Bearer x' } })],
    ['a refused type', () => send({ headers: { 'content-type': 'text/plain' } })],
    ['a document that cannot be run', () => send({ body: '{"query":"{"}' })],
    ['an unknown address', () => send({}, '/other')],
    ['health', () => send({ method: 'GET', body: null }, '/health/ready')],
    ['security.txt', () => send({ method: 'GET', body: null }, '/.well-known/security.txt')],
  ])('of %s close what a browser could do', async (_, ask) => {
    const { headers } = await ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('demand TLS in production', async () => {
    expect((await send({}, '/graphql', closed)).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });

  it.each<[string, RequestInit, string]>([
    ['no token', { body: '{"query":"{ me { id } }"}' }, 'Bearer realm="werkplein-graph"'],
    ['a bad token', { headers: { authorization: 'Bearer x' } }, 'Bearer realm="werkplein-graph", error="invalid_token"'],
    ['another scheme', { headers: { authorization: 'Basic eDp5' } }, 'Bearer realm="werkplein-graph", error="invalid_request"'],
  ])('of 401 say what is wanted, with %s', async (_, init, challenge) => {
    const response = await send(init);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, challenge]);
  });
});

describe('a page of another site', () => {
  const preflight = (origin: string, to = graph) =>
    send(
      { method: 'OPTIONS', body: null, headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } },
      '/graphql',
      to,
    );

  it('on the list may ask, and nobody may keep its answer for another', async () => {
    const asked = await preflight('https://werkplein.almelo.nl');
    expect([asked.status, asked.headers.get('access-control-allow-origin'), asked.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'https://werkplein.almelo.nl',
      'POST',
    ]);
    expect([asked.headers.get('access-control-allow-headers'), asked.headers.get('access-control-allow-credentials')]).toEqual([
      'authorization, content-type, traceparent, x-purpose',
      null,
    ]);
    const { headers } = await send({ headers: { origin: 'https://werkplein.almelo.nl' } });
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual(['https://werkplein.almelo.nl', 'Origin']);
    // So that the page can read why it was refused.
    const refused = await send({ headers: { origin: 'https://werkplein.almelo.nl', authorization: 'Bearer x' } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://werkplein.almelo.nl']);
  });

  it.each(['https://evil.example', 'http://werkplein.almelo.nl', 'https://werkplein.almelo.nl.evil.example', 'null'])('that is %s may not', async (origin) => {
    const asked = await preflight(origin);
    expect([asked.status, asked.headers.get('access-control-allow-origin'), asked.headers.get('vary')]).toEqual([405, null, 'Origin']);
  });

  it('may not ask anything without a list', async () => {
    const asked = await preflight('https://werkplein.almelo.nl', closed);
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

it('says where to report a hole, when there is such a place', async () => {
  const response = await fetch(`${graph.gateway.url}/.well-known/security.txt`);
  const text = await response.text();
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text).toMatch(/^Contact: mailto:veilig@example\.nl\nExpires: \d{4}-\d\d-\d\dT[\d:.]+Z\nPreferred-Languages: nl, en\n$/);
  const days = (Date.parse(/Expires: (.*)/.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000;
  expect(days > 300 && days < 365).toBe(true);
  expect((await fetch(`${closed.gateway.url}/.well-known/security.txt`)).status).toBe(404);
});
