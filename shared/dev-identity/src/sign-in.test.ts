import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_WEB_CLIENT, demoUsers, TOKEN_AUDIENCE } from '@werkplein/kernel';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningIdentity, startIdentity } from './index.ts';

const BACK = 'http://localhost:3000/aangemeld';
let identity: RunningIdentity;
beforeAll(async () => {
  identity = await startIdentity({ port: 0, keysDir: mkdtempSync(join(tmpdir(), 'identity-')), redirectUris: [BACK] });
});
afterAll(() => identity.stop());

/** A browser as far as sign-in needs one: cookies, and one redirect at a time. */
const browser = () => {
  const jar = new Map<string, string>();
  return async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, identity.url), { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  };
};
const location = (response: Response): string => response.headers.get('location') ?? '';

const pkce = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};
const authorization = (parts: Record<string, string>): string =>
  `/auth?${new URLSearchParams({ client_id: DEMO_WEB_CLIENT, response_type: 'code', redirect_uri: BACK, scope: 'openid graph', state: 's', nonce: 'n', ...parts }).toString()}`;

const exchange = (code: string, verifier: string | undefined, parts: Record<string, string> = {}): Promise<Response> =>
  fetch(`${identity.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: DEMO_WEB_CLIENT,
      redirect_uri: BACK,
      code,
      ...(verifier !== undefined && { code_verifier: verifier }),
      ...parts,
    }),
  });

/** Follows the redirects to the page, chooses the user there, and follows on to the application. */
const signIn = async (user: string, challenge: string, go = browser()): Promise<URL> => {
  const page = await go(location(await go(authorization({ code_challenge: challenge, code_challenge_method: 'S256' }))));
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('lang="nl"');
  for (const name of demoUsers.keys()) expect(html).toContain(`value="${name}"`);
  const sent = await go(page.url, { method: 'POST', body: new URLSearchParams({ gebruiker: user }) });
  return new URL(location(await go(location(sent))));
};

describe('signing in with a browser', () => {
  it('gives an access token for the graph and an ID token, by code and PKCE', async () => {
    const { verifier, challenge } = pkce();
    const back = await signIn('wierden.klantregisseur', challenge);
    expect([back.origin + back.pathname, back.searchParams.get('state'), back.searchParams.get('iss')]).toEqual([BACK, 's', identity.issuer]);
    const answer = (await (await exchange(back.searchParams.get('code') as string, verifier)).json()) as Record<string, string>;
    const keys = createRemoteJWKSet(new URL(`${identity.url}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(answer['access_token'] as string, keys, { issuer: identity.issuer, audience: TOKEN_AUDIENCE });
    expect(protectedHeader).toMatchObject({ alg: 'PS256', typ: 'at+jwt' });
    expect(payload).toMatchObject({
      sub: 'demo-wierden-klantregisseur',
      azp: DEMO_WEB_CLIENT,
      organisatie: '0189',
      rollen: ['klantregisseur'],
      naam: 'Demo klantregisseur Wierden',
      scope: 'graph',
    });
    expect((payload.exp as number) - (payload.iat as number)).toBeLessThanOrEqual(900);
    const id = (await jwtVerify(answer['id_token'] as string, keys, { issuer: identity.issuer, audience: DEMO_WEB_CLIENT })).payload;
    expect(id).toMatchObject({ sub: 'demo-wierden-klantregisseur', nonce: 'n', organisatie: '0189' });
    expect((id.exp as number) - (id.iat as number)).toBeLessThanOrEqual(300);
    // For the gateway, which renews the token of a session with it (decision 60).
    expect(answer['refresh_token']).toEqual(expect.any(String));
  });

  it('is remembered for the session: the second application asks nothing', async () => {
    const go = browser();
    await signIn('nuo.jobcoach', pkce().challenge, go);
    const { verifier, challenge } = pkce();
    const back = new URL(location(await go(authorization({ code_challenge: challenge, code_challenge_method: 'S256', prompt: 'none' }))));
    const { access_token: token } = (await (await exchange(back.searchParams.get('code') as string, verifier)).json()) as { access_token: string };
    expect(decodeJwt(token).sub).toBe('demo-nuo-jobcoach');
  });

  it.each<[string, Record<string, string>]>([
    ['without PKCE', {}],
    ['with the plain method', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }],
    ['with a challenge and no method, which means plain', { code_challenge: 'x'.repeat(43) }],
    ['with the hybrid flow', { response_type: 'code id_token', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }],
    ['with the implicit flow', { response_type: 'token' }],
    ['for another resource', { resource: 'urn:elsewhere', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }],
  ])('is refused %s', async (_, parts) => {
    const response = await browser()(authorization(parts));
    const where = location(response);
    expect(where.startsWith(BACK)).toBe(true);
    expect([where.includes('error='), where.includes('code=')]).toEqual([true, false]);
  });

  it.each<[string, Record<string, string>]>([
    ['another address to come back to', { redirect_uri: 'https://evil.example/aangemeld' }],
    ['an unknown client', { client_id: 'somebody' }],
  ])('sends nobody away for %s, and says so in Dutch', async (_, parts) => {
    const response = await browser()(authorization({ ...parts, code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }));
    expect([response.status, location(response)]).toEqual([400, '']);
    expect(await response.text()).toContain('Aanmelden lukt niet');
  });

  it('knows only the users of the list', async () => {
    const go = browser();
    const page = await go(location(await go(authorization({ code_challenge: pkce().challenge, code_challenge_method: 'S256' }))));
    const answer = await go(page.url, { method: 'POST', body: new URLSearchParams({ gebruiker: '"><script>' }) });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert"');
  });

  it('is of the browser that began it', async () => {
    const go = browser();
    const page = await go(location(await go(authorization({ code_challenge: pkce().challenge, code_challenge_method: 'S256' }))));
    expect((await browser()(page.url, { method: 'POST', body: new URLSearchParams({ gebruiker: 'nuo.jobcoach' }) })).status).toBe(400);
  });
});

describe('a code', () => {
  const code = async (challenge: string): Promise<string> => (await signIn('nuo.coordinator', challenge)).searchParams.get('code') as string;

  it('works once', async () => {
    const { verifier, challenge } = pkce();
    const one = await code(challenge);
    expect([(await exchange(one, verifier)).status, (await exchange(one, verifier)).status]).toEqual([200, 400]);
  });

  it.each<[string, string | undefined, Record<string, string>]>([
    ['without its verifier', undefined, {}],
    ['with another verifier', 'y'.repeat(43), {}],
    ['for another address', 'own', { redirect_uri: 'http://localhost:3000/elders' }],
    ['for another client', 'own', { client_id: 'werkplein-scripts' }],
  ])('does not work %s', async (_, verifier, parts) => {
    const own = pkce();
    expect((await exchange(await code(own.challenge), verifier === 'own' ? own.verifier : verifier, parts)).status).toBe(400);
  });
});
