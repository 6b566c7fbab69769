import { request } from 'node:http';
import { exportSPKI, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGraph, type TestGraph } from '../testing/graph.ts';
import { claimsOf, newSigningKey, now, type SigningKey, signToken } from '../testing/issuer.ts';

let graph: TestGraph;
let stranger: SigningKey;
beforeAll(async () => {
  graph = await startTestGraph();
  stranger = await newSigningKey();
});
afterAll(() => graph.stop());

const user = 'nuo.coordinator';
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const full = (): JWTPayload => ({ ...claimsOf(user), iss: graph.issuer.url, aud: 'werkplein-graph' });
const token = (claims: JWTPayload = {}, header: object = {}): Promise<string> => graph.issuer.token(user, claims, header);
const unsigned = (header: object): string => `${base64(header)}.${base64(full())}.`;
const withSecret = async (secret: string): Promise<string> =>
  new SignJWT(full()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: graph.issuer.key.kid }).sign(new TextEncoder().encode(secret));
const altered = async (): Promise<string> => {
  const [header, , signature] = (await token()).split('.');
  return `${header}.${base64({ ...full(), rollen: ['privacyofficer'] })}.${signature}`;
};

const refused = { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] };

const post = (path: string, authorization: readonly string[], body = '{"query":"{ __typename }"}'): Promise<{ status: number | undefined; body: string }> =>
  new Promise((done, fail) => {
    // A flat list, so that one header can be sent twice.
    const headers = [
      'host',
      'localhost',
      'content-type',
      'application/json',
      'content-length',
      String(body.length),
      ...authorization.flatMap((value) => ['authorization', value]),
    ];
    const sent = request(`${graph.gateway.url}${path}`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => done({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    sent.once('error', fail);
    sent.end(body);
  });

describe('a token', () => {
  it.each<[string, () => Promise<string>]>([
    ['as its issuer makes it', () => token()],
    ['with typ JWT', () => token({}, { typ: 'JWT' })],
    ['with client_id in place of azp', () => token({ azp: undefined, client_id: 'werkplein-web' })],
    ['for several audiences, ours among them', () => token({ aud: ['elsewhere', 'werkplein-graph'] })],
    ['that expired three seconds ago', () => token({ exp: now() - 3 })],
    ['that is valid in three seconds', () => token({ nbf: now() + 3 })],
    ['with an id for the employee beside sub', () => token({ medewerkerId: 'm-1' })],
  ])('is taken %s', async (_, make) => {
    expect((await graph.ask('{ me { organisation { name } } }', { token: await make() })).data).toEqual({ me: { organisation: { name: 'NUO' } } });
  });

  // Also for what is open without a token: who shows a bad one hears so.
  it.each<[string, () => Promise<string> | string]>([
    ['that is none', () => 'noise'],
    ['of two parts', () => `${base64({ alg: 'ES256' })}.${base64(full())}`],
    ['with alg none', () => unsigned({ alg: 'none', typ: 'at+jwt' })],
    ['with alg none in other letters', () => unsigned({ alg: 'nOnE', typ: 'at+jwt' })],
    ['without alg', () => unsigned({ typ: 'at+jwt' })],
    ['with the public key (JWK) as a shared secret', () => withSecret(JSON.stringify(graph.issuer.key.publicJwk))],
    ['with the public key (PEM) as a shared secret', async () => withSecret(await exportSPKI(graph.issuer.key.publicKey))],
    ['with another signature', () => signToken({ ...stranger, kid: graph.issuer.key.kid }, full())],
    ['with other claims under its signature', altered],
    ['with its signature taken off', async () => (await token()).replace(/[^.]*$/, '')],
    ['of an unknown key', () => signToken(stranger, full())],
    ['that brings its key along (jwk)', () => signToken(stranger, full(), { jwk: stranger.publicJwk })],
    ['that names where its key is (jku)', () => signToken(stranger, full(), { jku: 'http://127.0.0.1:1/jwks' })],
    ['with a kid that is a path', () => signToken(stranger, full(), { kid: '../../dev/null' })],
    ['with an extension that must be understood (crit)', async () => `${base64({ alg: 'ES256', typ: 'at+jwt', crit: ['x'], x: 1 })}.${base64(full())}.x`],
    [
      'of an algorithm off the list',
      async () => {
        const key = await newSigningKey('ES384');
        graph.issuer.published.push(key.publicJwk);
        return signToken(key, full());
      },
    ],
    ['of another kind (ID token, logout token)', () => token({}, { typ: 'logout+jwt' })],
    ['that does not say of what kind it is', () => token({}, { typ: undefined })],
    ['of an issuer off the list', () => token({ iss: 'https://login.example.org' })],
    ['of an issuer whose name starts like ours', () => token({ iss: `${graph.issuer.url}.example.org` })],
    ['without issuer', () => token({ iss: undefined })],
    ['of an issuer named like a property of every object', () => token({ iss: '__proto__' })],
    ['for another audience', () => token({ aud: 'almelo' })],
    ['without audience', () => token({ aud: undefined })],
    ['of another client', () => token({ azp: 'somebody-else' })],
    ['without client', () => token({ azp: undefined })],
    ['of two clients', () => token({ client_id: 'somebody-else' })],
    ['that expired', () => token({ exp: now() - 6 })],
    ['that never expires', () => token({ exp: undefined })],
    ['that is not valid yet', () => token({ nbf: now() + 60 })],
    ['that was issued in the future', () => token({ iat: now() + 60 })],
    ['that does not say when it was issued', () => token({ iat: undefined })],
    ['that was issued longer ago than a working day', () => token({ iat: now() - 9 * 3600 })],
    ['without sub', () => token({ sub: undefined })],
    ['whose sub could be a BSN', () => token({ sub: '999990019' })],
    ['whose sub holds what could be a BSN', () => token({ sub: 'bsn:999990019' })],
    ['whose employee could be a BSN', () => token({ medewerkerId: '99990019' })],
    ['without a name', () => token({ naam: undefined })],
    ['without an organisation', () => token({ organisatie: undefined })],
    ['of an organisation that does not take part', () => token({ organisatie: '0363' })],
    ['of an unknown role', () => token({ rollen: ['god'] })],
    ['of a known role and an unknown one', () => token({ rollen: ['coordinator', 'god'] })],
    ['without roles', () => token({ rollen: [] })],
    ['with its roles in one text', () => token({ rollen: 'coordinator' })],
  ])('is refused %s', async (_, make) => {
    const answer = await post('/graphql', [`Bearer ${await make()}`]);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([401, refused]);
  });
});

describe('a token of an issuer of which more is asked', () => {
  const substantial = 'http://eidas.europa.eu/LoA/substantial';
  let strict: TestGraph;
  beforeAll(async () => {
    strict = await startTestGraph({ issuerRules: { acrValues: [substantial, 'http://eidas.europa.eu/LoA/high'], scopes: ['graph', 'werk'] } });
  });
  afterAll(() => strict.stop());
  const ask = async (claims: JWTPayload) => strict.ask('{ me { id } }', { token: await strict.issuer.token(user, claims) });

  it.each<[string, JWTPayload]>([
    ['with a level that is enough', { acr: substantial, scope: 'graph werk' }],
    ['with more scopes than needed', { acr: 'http://eidas.europa.eu/LoA/high', scope: 'openid werk graph' }],
  ])('is taken %s', async (_, claims) => {
    expect((await ask(claims)).data).toEqual({ me: { id: 'demo-nuo-coordinator' } });
  });

  const stronger = `error="insufficient_user_authentication", acr_values="${substantial} http://eidas.europa.eu/LoA/high"`;
  const wider = 'error="insufficient_scope", scope="graph werk"';
  it.each<[string, JWTPayload, number, string, string]>([
    ['with a lower level', { acr: 'http://eidas.europa.eu/LoA/low', scope: 'graph werk' }, 401, 'INSUFFICIENT_USER_AUTHENTICATION', stronger],
    ['without a level', { scope: 'graph werk' }, 401, 'INSUFFICIENT_USER_AUTHENTICATION', stronger],
    ['with several levels', { acr: [substantial], scope: 'graph werk' }, 401, 'INSUFFICIENT_USER_AUTHENTICATION', stronger],
    ['without one of the scopes', { acr: substantial, scope: 'graph' }, 403, 'INSUFFICIENT_SCOPE', wider],
    ['with a scope that begins like ours', { acr: substantial, scope: 'graph werkplein' }, 403, 'INSUFFICIENT_SCOPE', wider],
  ])('is refused %s, and says what is asked', async (_, claims, status, code, challenge) => {
    const { headers, errors, ...answer } = await ask(claims);
    expect([answer.status, errors?.[0]?.extensions['code']]).toEqual([status, code]);
    expect(headers.get('www-authenticate')).toBe(`Bearer realm="werkplein-graph", ${challenge}`);
  });

  it('is told nothing of what is asked when it is not good at all', async () => {
    const { errors, headers } = await ask({ exp: 1 });
    expect([errors?.[0]?.extensions['code'], headers.get('www-authenticate')]).toEqual([
      'UNAUTHENTICATED',
      'Bearer realm="werkplein-graph", error="invalid_token"',
    ]);
  });
});

describe('the Authorization header', () => {
  it.each<[string, (good: string) => string[], ((good: string) => string)?]>([
    ['that is empty', () => ['']],
    ['with an empty token', () => ['Bearer ']],
    ['without a scheme', (good) => [good]],
    ['of another scheme', (good) => [`Basic ${good}`]],
    ['with two tokens', (good) => [`Bearer ${good}, Bearer ${good}`]],
    ['that is there twice', (good) => [`Bearer ${good}`, `Bearer ${good}`]],
    ['that is there twice in two forms', (good) => [`Bearer ${good}`, 'Basic eDp5']],
    ['beside a token in the address', (good) => [`Bearer ${good}`], (good) => `/graphql?access_token=${good}`],
  ])('is refused %s', async (_, headers, path = () => '/graphql') => {
    const good = await token();
    const answer = await post(path(good), headers(good));
    expect([answer.status, JSON.parse(answer.body)]).toEqual([401, refused]);
  });

  it.each(['access_token', 'token', 'authorization'])('is the only place: ?%s= is not read', async (name) => {
    const answer = await post(`/graphql?${name}=${await token()}`, [], '{"query":"{ me { id } }"}');
    expect([answer.status, JSON.parse(answer.body).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is the only place: a token in the body or a cookie is not read', async () => {
    const inBody = await post('/graphql', [], JSON.stringify({ query: '{ me { id } }', access_token: await token(), extensions: { token: await token() } }));
    const inCookie = await graph.ask('{ me { id } }', { user: null, headers: { cookie: `access_token=${await token()}` } });
    expect([inBody.status, inCookie.status]).toEqual([401, 401]);
  });
});
