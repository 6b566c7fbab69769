import type { Verify } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { claimsOf, newSigningKey, signToken, startTestIssuer, type TestIssuer } from '../testing/issuer.ts';
import { keyCaching } from './issuer-keys.ts';
import { readIssuers, type TokenIssuerInput } from './issuers.ts';
import { tokenVerifier } from './tokens.ts';

const start = async (): Promise<TestIssuer> => {
  const issuer = await startTestIssuer();
  onTestFinished(() => issuer.stop());
  return issuer;
};
const logged: object[] = [];
const log = { warn: (entry: object) => void logged.push(entry) } as never;
const verifier = (issuers: TokenIssuerInput[], caching = {}): Verify => tokenVerifier(readIssuers(issuers, false), log, { ...keyCaching, ...caching });

describe('an issuer', () => {
  it('speaks for its own organisations only', async () => {
    const [almelo, wierden] = [await start(), await start()];
    const verify = verifier([
      { issuer: almelo.url, organisations: ['0141'] },
      { issuer: wierden.url, organisations: ['0189'] },
    ]);
    expect(await verify(await almelo.token('almelo.klantregisseur'))).toMatchObject({ organisation: '0141', employeeId: 'demo-almelo-klantregisseur' });
    expect(await verify(await wierden.token('wierden.klantregisseur'))).toMatchObject({ organisation: '0189' });
    for (const organisatie of ['0189', 'nuo', '0141 ', '*', '__proto__'])
      expect(await verify(await almelo.token('almelo.klantregisseur', { organisatie }))).toBeNull();
  });

  it('cannot use the name of another with its own key', async () => {
    const [almelo, wierden] = [await start(), await start()];
    const verify = verifier([
      { issuer: almelo.url, organisations: ['0141'] },
      { issuer: wierden.url, organisations: ['0189'] },
    ]);
    expect(await verify(await almelo.token('wierden.klantregisseur', { iss: wierden.url }))).toBeNull();
  });

  it('may name an organisation by its OIN', async () => {
    const issuer = await start();
    const oin = '00000099000000141000';
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'], oins: { [oin]: '0141' } }]);
    expect(await verify(await issuer.token('almelo.klantregisseur', { organisatie: oin }))).toMatchObject({ organisation: '0141' });
    expect(await verify(await issuer.token('almelo.klantregisseur', { organisatie: oin.replace('141', '189') }))).toBeNull();
  });

  it('gives its employee a lasting id beside sub', async () => {
    const issuer = await start();
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }]);
    expect(await verify(await issuer.token('almelo.klantregisseur', { sub: 'pairwise', medewerkerId: 'm-7' }))).toMatchObject({ employeeId: 'm-7' });
  });

  it('that gives no answer leads to a refusal, and is not asked at every token', async () => {
    const [issuer, gone] = [await start(), await start()];
    await gone.stop();
    for (const jwksUri of [`${gone.url}/jwks`, undefined]) {
      const verify = verifier([{ issuer: jwksUri ? issuer.url : gone.url, ...(jwksUri && { jwksUri }), organisations: ['0141'] }], { timeoutMs: 200 });
      expect(await verify(await issuer.token('almelo.klantregisseur', jwksUri ? {} : { iss: gone.url }))).toBeNull();
      expect(await verify(await issuer.token('almelo.klantregisseur', jwksUri ? {} : { iss: gone.url }))).toBeNull();
    }
  });
});

describe('the keys of an issuer', () => {
  it('rotate without a restart: a new key is taken, a withdrawn one is not', async () => {
    const issuer = await start();
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }], { cooldownMs: 0, cacheMaxAgeMs: 50 });
    const [old, next] = [issuer.key, await newSigningKey('PS256')];
    const claims = { ...claimsOf('almelo.klantregisseur'), iss: issuer.url, aud: 'werkplein-graph' };
    expect(await verify(await signToken(old, claims))).not.toBeNull();
    expect(await verify(await signToken(next, claims))).toBeNull();
    issuer.published.push(next.publicJwk);
    expect(await verify(await signToken(next, claims))).not.toBeNull();
    expect(await verify(await signToken(old, claims))).not.toBeNull();
    issuer.published.shift();
    await expect.poll(async () => verify(await signToken(old, claims))).toBeNull();
    expect(await verify(await signToken(next, claims))).not.toBeNull();
  });

  it('are fetched once for many tokens, also when strangers name unknown keys', async () => {
    const issuer = await start();
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }]);
    const good = await issuer.token('almelo.klantregisseur');
    const bad = await signToken(await newSigningKey(), { ...claimsOf('almelo.klantregisseur'), iss: issuer.url, aud: 'werkplein-graph' });
    await Promise.all(Array.from({ length: 20 }, () => verify(good)));
    for (let n = 0; n < 20; n++) expect(await verify(bad)).toBeNull();
    expect(issuer.fetches()).toBe(1);
  });

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be of %s', async (alg) => {
    const issuer = await start();
    const key = await newSigningKey(alg);
    issuer.published.push(key.publicJwk);
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }]);
    expect(await verify(await signToken(key, { ...claimsOf('almelo.klantregisseur'), iss: issuer.url, aud: 'werkplein-graph' }))).not.toBeNull();
  });
});

describe('the log', () => {
  it('has the reason of a refusal and nothing of the token', async () => {
    const issuer = await start();
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }]);
    logged.length = 0;
    const tokens = [
      await issuer.token('almelo.klantregisseur', { exp: 1 }),
      await issuer.token('almelo.klantregisseur', { sub: '999990019' }),
      await issuer.token('almelo.klantregisseur', { iss: 'https://evil.example' }),
      await issuer.token('almelo.klantregisseur', { rollen: ['god'] }),
      'noise',
    ];
    for (const token of tokens) await verify(token);
    expect(logged.map((entry) => (entry as { reason: string }).reason)).toEqual([
      'ERR_JWT_EXPIRED exp',
      'claims: sub',
      'the issuer is not on the list',
      'claims: roles.0',
      'ERR_JWT_INVALID',
    ]);
    for (const part of tokens.flatMap((token) => token.split('.')).concat('999990019', 'evil', 'god')) expect(JSON.stringify(logged)).not.toContain(part);
  });
});

describe('TOKEN_ISSUERS', () => {
  const good = { issuer: 'https://login.almelo.nl', organisations: ['0141'] };
  it('has defaults for what is not said', () => {
    expect(readIssuers(JSON.stringify([good]), true)).toEqual([{ ...good, audience: 'werkplein-graph', oins: {} }]);
  });

  it.each<[string, unknown]>([
    ['no JSON', undefined],
    ['no array', good],
    ['an empty array', []],
    ['http in production', [{ ...good, issuer: 'http://login.almelo.nl' }]],
    ['http on this machine in production', [{ ...good, issuer: 'http://127.0.0.1:4010' }]],
    ['keys over http in production', [{ ...good, jwksUri: 'http://login.almelo.nl/jwks' }]],
    ['no organisations', [{ ...good, organisations: [] }]],
    ['an organisation that is no code', [{ ...good, organisations: ['almelo'] }]],
    ['an OIN of an organisation that is not its own', [{ ...good, oins: { '00000099000000141000': '0189' } }]],
    ['an OIN that is none', [{ ...good, oins: { '141': '0141' } }]],
    ['one issuer twice', [good, good]],
    ['a word that it does not know', [{ ...good, organisation: '0189' }]],
  ])('is refused with %s', (_, given) => {
    expect(() => readIssuers(given === undefined ? 'secret{' : JSON.stringify(given), true)).toThrow(/^TOKEN_ISSUERS: (?!.*secret)/);
  });

  it.each<[string, object, number, string[]]>([
    ['is verified once in half a minute', {}, 300, ['taken', 'taken', 'refused']],
    ['is refused when it expires within it', {}, 12, ['taken', 'refused', 'refused']],
    ['is refused when it grows too old within it', { iat: Math.floor(Date.now() / 1000) - 8 * 3600 + 5 }, 300, ['taken', 'refused', 'refused']],
  ])('a token %s', async (_, claims, lasts, outcomes) => {
    const issuer = await start();
    const verify = verifier([{ issuer: issuer.url, organisations: ['0141'] }], { cacheMaxAgeMs: 0, timeoutMs: 200 });
    const token = await issuer.token('almelo.klantregisseur', { exp: Math.floor(Date.now() / 1000) + lasts, ...claims });
    const seen: string[] = [];
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const afterSeconds of [0, 25, 10]) {
      vi.setSystemTime(Date.now() + afterSeconds * 1000);
      seen.push((await verify(token)) === null ? 'refused' : 'taken');
      // Who withdrew the key is heard when the token is looked at again, and no sooner.
      issuer.published.length = 0;
    }
    expect(seen).toEqual(outcomes);
  });
});
