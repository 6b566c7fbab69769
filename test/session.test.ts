import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningIdentity, startIdentity } from '@werkplein/dev-identity';
import { readIssuers, startGateway, tokenVerifier, type RunningGateway } from '@werkplein/gateway';
import { DEMO_WEB_CLIENT, demoIssuer, newLogger, type RunningServer } from '@werkplein/kernel';
import { freePort, redisServer, startRedis } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';

const log = newLogger('gateway', 'silent');
const folder = mkdtempSync(join(tmpdir(), 'screens-'));
const nowhere = 'http://127.0.0.1:1';

let origin: string;
let port: number;
let identity: RunningIdentity;
let gateway: RunningGateway;

/** A gateway on which people sign in; two of one origin stand for two behind one load balancer. */
const start = (at: number, sessionRedisUrl?: string, anonymousPerSecond?: number): Promise<RunningGateway> =>
  startGateway({
    config: {
      port: at,
      supergraphFile: 'schema/supergraph.graphql',
      subgraphTimeoutMs: 500,
      introspection: true,
      production: false,
      subgraphUrls: Object.fromEntries(['nuo', 'almelo', 'twenterand', 'tubbergen', 'wierden'].map((name) => [name, nowhere])),
      ...(anonymousPerSecond !== undefined && { rates: { requestsPerSecond: 100, costPerMinute: 1000, anonymousPerSecond } }),
      web: { folder, origin, providers: [{ name: 'Demo', issuer: identity.issuer, clientId: DEMO_WEB_CLIENT, scope: 'openid' }], sessionRedisUrl },
    },
    sign: () => '',
    verify: tokenVerifier(readIssuers([demoIssuer(identity.port)], false), log),
    log,
  });

beforeAll(async () => {
  port = await freePort();
  origin = `http://localhost:${port}`;
  identity = await startIdentity({ port: 0, keysDir: mkdtempSync(join(tmpdir(), 'identity-')), redirectUris: [`${origin}/sessie/terug`] });
  gateway = await start(port);
});
afterAll(async () => {
  await gateway.stop();
  await identity.stop();
});

/** Where an answer leads: a path of our own pages, or an address of the identity provider. */
const pathOf = (response: Response): string => {
  const to = response.headers.get('location') ?? '';
  return response.url.startsWith(identity.issuer) ? new URL(to, response.url).href : to;
};

/** A browser as far as a session needs one: cookies, and one redirect at a time. */
const browser = (server: Pick<RunningServer, 'port'> = gateway) => {
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  const go = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, `http://localhost:${server.port}`), { ...init, redirect: 'manual', headers: { cookie, ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      cookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  /** Up to where the identity provider sends back to. */
  const toIdentity = async (user: string, to: string): Promise<string> => {
    const page = await go(pathOf(await go(pathOf(await go(`/sessie/inloggen?naar=${encodeURIComponent(to)}`)))));
    const sent = await go(page.url, { method: 'POST', body: new URLSearchParams({ gebruiker: user }) });
    return pathOf(await go(pathOf(sent)));
  };
  const signIn = async (user = 'wierden.klantregisseur', to = '/vandaag'): Promise<string> => pathOf(await go(await toIdentity(user, to)));
  const me = async (headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) => {
    const response = await go('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"query":"{ me { id } }"}' });
    return { status: response.status, id: ((await response.json()) as { data?: { me?: { id: string } } }).data?.me?.id ?? null };
  };
  return { go, jar, cookies, toIdentity, signIn, me };
};

const signedIn = { status: 200, id: 'demo-wierden-klantregisseur' };
const nobody = { status: 401, id: null };

describe('signing in to the screens', () => {
  it('gives a cookie that the page cannot read, no token, and the page that was asked for', async () => {
    const { go, signIn, me, cookies, jar } = browser();
    expect(await signIn()).toBe('/vandaag');
    expect(cookies.find((line) => line.startsWith('sessie='))).toMatch(/^sessie=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect([...jar.values()].join()).not.toMatch(/eyJ/);
    expect(await me()).toEqual(signedIn);
    expect(await (await go('/sessie/keuze')).json()).toEqual({ providers: ['Demo'] });
  });

  it('is begun from one address no more often than its limit, and what has begun goes on', async () => {
    const limited = await start(await freePort(), undefined, 3);
    onTestFinished(() => limited.stop());
    const { go } = browser(limited);
    const begun = await Promise.all(Array.from({ length: 8 }, () => go('/sessie/inloggen')));
    const [to, refused] = [begun.filter(({ status }) => status === 303), begun.filter(({ status }) => status === 429)];
    expect([to.length >= 3, refused.length > 0, to.length + refused.length]).toEqual([true, true, 8]);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(refused[0]?.headers.getSetCookie()).toEqual([]);
    expect((await go('/sessie/keuze')).status).toBe(200);
  });

  it.each([
    ['another site', 'https://evil.example/', '/'],
    ['another site without a scheme', '//evil.example/', '/'],
    ['a backslash that browsers take for a slash', '/\\evil.example/', '/'],
    ['a path within', '/werkgevers?naam=a#b', '/werkgevers?naam=a#b'],
    ['nothing', '', '/'],
  ])('leads, asked for %s, only to a page of its own', async (_, to, expected) => {
    expect(await browser().signIn('nuo.jobcoach', to)).toBe(expected);
  });

  it('is not finished twice, in another browser, or with another state', async () => {
    const own = browser();
    const back = await own.toIdentity('nuo.jobcoach', '/');
    expect(pathOf(await browser().go(back))).toBe('/aanmelden?mislukt=1');
    const altered = new URL(back);
    altered.searchParams.set('state', 'x');
    expect(pathOf(await own.go(altered.href))).toBe('/aanmelden?mislukt=1');
    // What was begun is over, whatever came of it.
    expect(pathOf(await own.go(back))).toBe('/aanmelden?mislukt=1');
    expect(await own.me()).toEqual(nobody);
  });
});

/** Called each time that a token is asked of the identity provider. */
const seenRenewals = () => {
  const renewed = vi.fn();
  const fetched = globalThis.fetch;
  const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) => {
    if ((address instanceof Request ? address.url : address.toString()).endsWith('/token')) renewed();
    return fetched(address, init);
  });
  onTestFinished(() => spy.mockRestore());
  return renewed;
};

describe('a session', () => {
  it.each([
    ['of our own page', { 'sec-fetch-site': 'same-origin' }, signedIn],
    ['of a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }, nobody],
    ['of another site', { 'sec-fetch-site': 'cross-site' }, nobody],
    ['of no page at all', {}, nobody],
    ['with a token of its own that is not good', { 'sec-fetch-site': 'same-origin', authorization: 'Bearer x.y.z' }, nobody],
  ])('counts for a request %s or not', async (_, headers, expected) => {
    const { signIn, me } = browser();
    await signIn();
    expect(await me(headers as Record<string, string>)).toEqual(expected);
  });

  it('is another one each time, and two cookies of one name are none', async () => {
    const { signIn, jar, me, go } = browser();
    await signIn();
    const first = jar.get('sessie') as string;
    await signIn();
    expect(jar.get('sessie')).not.toBe(first);
    const both = await go('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: `sessie=${first}; sessie=${jar.get('sessie')}` },
      body: '{"query":"{ me { id } }"}',
    });
    expect(both.status).toBe(401);
    expect(await me()).toEqual(signedIn);
  });

  it('ends at signing out, here and at the identity provider, and only by our own page', async () => {
    const { signIn, go, jar, me } = browser();
    await signIn();
    const id = jar.get('sessie') as string;
    expect((await go('/sessie/uitloggen', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await go('/sessie/uitloggen')).status).toBe(405);
    expect(await me()).toEqual(signedIn);
    const left = await go('/sessie/uitloggen', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(((await left.json()) as { to: string }).to).toMatch(new RegExp(`^${identity.issuer}/session/end\\?.*id_token_hint=`));
    expect(jar.has('sessie')).toBe(false);
    jar.set('sessie', id);
    expect(await me()).toEqual(nobody);
  });

  it('is renewed for a working day while it is used, once for all who wait, and ends after an hour without', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const later = (minutes: number): void => void vi.setSystemTime(Date.now() + minutes * 60_000);
    const renewed = seenRenewals();
    const { signIn, me } = browser();
    await signIn();
    renewed.mockClear();
    later(14.5);
    expect(await Promise.all(Array.from({ length: 8 }, () => me()))).toEqual(Array.from({ length: 8 }, () => signedIn));
    expect(renewed).toHaveBeenCalledOnce();
    for (let hours = 0; hours < 7; hours += 0.75) {
      later(45);
      expect(await me()).toEqual(signedIn);
    }
    later(45);
    expect(await me()).toEqual(nobody);

    const other = browser();
    await other.signIn();
    later(61);
    expect(await other.me()).toEqual(nobody);
  });
});

describe.runIf(redisServer !== null)('sessions in Redis', () => {
  it('are known to every gateway and readable to nobody; without Redis it is said that they cannot be looked up', async () => {
    const redis = await startRedis(redisServer as string);
    onTestFinished(() => redis.stop());
    const [one, two] = [await start(0, redis.url), await start(0, redis.url)];
    onTestFinished(() => Promise.all([one.stop(), two.stop()]).then(() => undefined));
    const here = browser(one);
    // The identity provider sends back to the one origin; the load balancer may choose the other gateway for it.
    const back = new URL(await here.toIdentity('wierden.klantregisseur', '/'));
    const there = browser(two);
    for (const [name, value] of here.jar) there.jar.set(name, value);
    expect(pathOf(await there.go(`${back.pathname}${back.search}`))).toBe('/');
    for (const [name, value] of there.jar) here.jar.set(name, value);
    expect([await here.me(), await there.me()]).toEqual([signedIn, signedIn]);
    await redis.stop();
    expect(await here.me()).toEqual({ status: 503, id: null });
  });

  it('are renewed by one gateway for all, who ask at once: a refresh token works once', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const redis = await startRedis(redisServer as string);
    const [one, two] = [await start(0, redis.url), await start(0, redis.url)];
    onTestFinished(() => Promise.all([one.stop(), two.stop()]).then(() => redis.stop()));
    const renewed = seenRenewals();
    const [here, there] = [browser(one), browser(two)];
    const back = new URL(await here.toIdentity('wierden.klantregisseur', '/'));
    await here.go(`${back.pathname}${back.search}`);
    for (const [name, value] of here.jar) there.jar.set(name, value);
    renewed.mockClear();
    vi.setSystemTime(Date.now() + 14.5 * 60_000);
    const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? here : there).me()));
    expect(asked).toEqual(Array.from({ length: 8 }, () => signedIn));
    expect(renewed).toHaveBeenCalledOnce();
  });
});
