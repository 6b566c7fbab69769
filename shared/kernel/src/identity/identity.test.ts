import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, SignJWT } from 'jose';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort, redisServer, startRedis } from '../testing/index.ts';
import { newTrace } from '../trace/index.ts';
import {
  type Asking,
  demoKeyPair,
  demoUsers,
  digest,
  newKeyPair,
  type Principal,
  readPublicKeys,
  signedJwt,
  signer,
  signingKey,
  statementVerifier,
  togetherSigner,
  verifier,
} from './index.ts';
import { usedOnce, usedOnceTogether } from './used-once.ts';

const principal = demoUsers.get('wierden.klantregisseur') as Principal;

describe('a statement', () => {
  it('gives its principal to the audience it was made for', async () => {
    const keys = await newKeyPair();
    const token = signer(keys.privateJwk, 'gateway')(principal, 'wierden');
    expect(await (await verifier(keys.publicJwk, 'gateway', 'wierden'))(token)).toEqual(principal);
  });

  it('states the trace, the operation and the purpose to a subgraph', async () => {
    const keys = await newKeyPair();
    const sign = signer(keys.privateJwk, 'gateway');
    const verify = await statementVerifier(keys.publicJwk, 'gateway', 'wierden');
    const asking: Asking = { trace: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }, operation: 'Clients', purpose: 'BEMIDDELING' };
    const stated = (audience: string, what?: Asking) => sign(principal, audience, what, '{}');
    expect(await verify(stated('wierden', asking), '{}')).toEqual({ principal, ...asking });
    expect(await verify(stated('almelo', asking), '{}')).toBeNull();
    expect(await verify(stated('wierden'), '{}')).toBeNull();
    expect(await verify(stated('wierden', { ...asking, trace: { traceId: '0'.repeat(32), spanId: 'b'.repeat(16) } }), '{}')).toBeNull();
    expect(await verify(stated('wierden', { ...asking, operation: '' }), '{}')).toBeNull();
  });

  it('is for one body and one time, and being refused does not use it up', async () => {
    const keys = await newKeyPair();
    const sign = signer(keys.privateJwk, 'gateway');
    const [verify, other] = [await statementVerifier(keys.publicJwk, 'gateway', 'wierden'), await statementVerifier(keys.publicJwk, 'gateway', 'wierden')];
    const asking: Asking = { trace: newTrace(), operation: 'Clients', purpose: null };
    const statement = sign(principal, 'wierden', asking, '{"query":"{ a }"}');
    expect(await verify(statement, '{"query":"{ b }"}')).toBeNull();
    expect(await verify(statement, '{"query":"{ a }"}')).not.toBeNull();
    expect(await verify(statement, '{"query":"{ a }"}')).toBeNull();
    // The memory is of one process; a second one behind the same name would take it once more, without a Redis to share it.
    expect(await other(statement, '{"query":"{ a }"}')).not.toBeNull();
  });

  it('costs little to make and to check', async () => {
    const keys = await newKeyPair();
    const [sign, verify] = [signer(keys.privateJwk, 'gateway'), await statementVerifier(keys.publicJwk, 'gateway', 'wierden')];
    const body = JSON.stringify({ query: 'x'.repeat(10_000) });
    const began = performance.now();
    const made = Array.from({ length: 500 }, () => sign(principal, 'wierden', { trace: newTrace(), operation: 'A', purpose: null }, body));
    const between = performance.now();
    for (const statement of made) expect(await verify(statement, body)).not.toBeNull();
    const ended = performance.now();
    process.stdout.write(`statement of a 10 KB body: ${((between - began) / 500).toFixed(3)} ms to make, ${((ended - between) / 500).toFixed(3)} ms to check
`);
  });

  it.each<[string, (keys: Awaited<ReturnType<typeof newKeyPair>>) => Promise<string>]>([
    ['another audience', async (keys) => signer(keys.privateJwk, 'gateway')(principal, 'almelo')],
    ['another issuer', async (keys) => signer(keys.privateJwk, 'somebody')(principal, 'wierden')],
    ['another key', async () => signer((await newKeyPair()).privateJwk, 'gateway')(principal, 'wierden')],
    ['an expired statement', async (keys) => signer(keys.privateJwk, 'gateway', -1)(principal, 'wierden')],
    [
      'no signature',
      async () =>
        `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ principal, iss: 'gateway', aud: 'wierden' })).toString('base64url')}.`,
    ],
    [
      'the public key used as a shared secret',
      async (keys) =>
        new SignJWT({ principal })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer('gateway')
          .setAudience('wierden')
          .setIssuedAt()
          .setExpirationTime('60s')
          .sign(new TextEncoder().encode(JSON.stringify(keys.publicJwk))),
    ],
    ['an unknown role', async (keys) => signer(keys.privateJwk, 'gateway')({ ...principal, roles: ['god' as never] }, 'wierden')],
    ['noise', async () => 'noise'],
  ])('is refused for %s', async (_, make) => {
    const keys = await newKeyPair();
    expect(await (await verifier(keys.publicJwk, 'gateway', 'wierden'))(await make(keys))).toBeNull();
  });
});

describe('statements under one signature', () => {
  const asking = (): Asking => ({ trace: newTrace(), operation: 'Clients', purpose: null });
  const colleague = demoUsers.get('nuo.coordinator') as Principal;
  const [body, other] = ['{"query":"{ a }"}', '{"query":"{ b }"}'];
  /** What was asked in one turn: of two subgraphs, by two people. */
  const turn = async (keys: Awaited<ReturnType<typeof newKeyPair>>, lifetimeS?: number, issuer = 'gateway'): Promise<string[]> => {
    const sign = togetherSigner(keys.privateJwk, issuer, lifetimeS);
    return Promise.all([
      sign(principal, 'wierden', asking(), body),
      sign(principal, 'almelo', asking(), body),
      sign(principal, 'wierden', asking(), other),
      sign(colleague, 'wierden', asking(), body),
    ]);
  };
  const parts = (statement: string | undefined): [list: string, claims: string] => (statement ?? '').split('~') as [string, string];
  const changed = (statement: string | undefined, change: object): string => {
    const [list, claims] = parts(statement);
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object;
    return `${list}~${Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64url')}`;
  };

  it('are each taken once, where and for what they were made', async () => {
    const keys = await newKeyPair();
    const made = await turn(keys);
    expect(new Set(made.map((statement) => parts(statement)[0])).size).toBe(1);
    const [wierden, almelo] = [await statementVerifier(keys.publicJwk, 'gateway', 'wierden'), await statementVerifier(keys.publicJwk, 'gateway', 'almelo')];
    const [first, second, third, fourth] = made as [string, string, string, string];
    expect((await wierden(first, body))?.principal).toEqual(principal);
    expect((await almelo(second, body))?.principal).toEqual(principal);
    expect((await wierden(third, other))?.principal).toEqual(principal);
    expect((await wierden(fourth, body))?.principal).toEqual(colleague);
    for (const [verify, statement, asked] of [
      [wierden, first, body],
      [almelo, second, body],
      [wierden, third, other],
    ] as const)
      expect(await verify(statement, asked)).toBeNull();
  });

  it('are more signatures when there are many, and tell a subgraph nothing of the others', async () => {
    const keys = await newKeyPair();
    const sign = togetherSigner(keys.privateJwk, 'gateway');
    const made = await Promise.all(Array.from({ length: 20 }, () => sign(principal, 'wierden', asking(), body)));
    expect(new Set(made.map((statement) => parts(statement)[0])).size).toBe(3);
    const verify = await statementVerifier(keys.publicJwk, 'gateway', 'wierden');
    for (const statement of made) expect(await verify(statement, body)).not.toBeNull();
    // The same question of the same person: its digest cannot be guessed, so whoever has one learns nothing of the next.
    const lists = made.map((statement) => decodeJwt(parts(statement)[0]));
    expect(new Set(lists.flatMap(({ asked }) => asked as string[])).size).toBe(20);
    expect(lists.map((list) => Object.keys(list).toSorted())).toEqual(lists.map(() => ['asked', 'aud', 'exp', 'iat', 'iss']));
  });

  it.each<[string, (keys: Awaited<ReturnType<typeof newKeyPair>>) => Promise<string>]>([
    ['another subgraph', async (keys) => (await turn(keys))[1] ?? ''],
    ['another body', async (keys) => (await turn(keys))[2] ?? ''],
    ['other people in it', async (keys) => changed((await turn(keys))[0], { principal: colleague })],
    ['another trace in it', async (keys) => changed((await turn(keys))[0], { trace: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` })],
    ['another subgraph put in it', async (keys) => changed((await turn(keys))[1], { aud: 'wierden' })],
    ['another body put in it', async (keys) => changed((await turn(keys))[2], { body: digest(body) })],
    ['another id in it', async (keys) => changed((await turn(keys))[0], { jti: randomUUID() })],
    ['claims of another turn', async (keys) => `${parts((await turn(keys))[0])[0]}~${parts((await turn(keys))[0])[1]}`],
    ['claims twice', async (keys) => (await turn(keys))[0] + '~' + parts((await turn(keys))[0])[1]],
    ['no claims', async (keys) => `${parts((await turn(keys))[0])[0]}~`],
    ['the list alone', async (keys) => parts((await turn(keys))[0])[0]],
    ['claims alone', async (keys) => `~${parts((await turn(keys))[0])[1]}`],
    ['an ended list', async (keys) => (await turn(keys, -1))[0] ?? ''],
    ['another key', async () => (await turn(await newKeyPair()))[0] ?? ''],
    ['another issuer', async (keys) => (await turn(keys, 60, 'somebody'))[0] ?? ''],
    [
      'a list for one subgraph',
      async (keys) => {
        const claims = parts((await turn(keys))[0])[1];
        return `${signedJwt(signingKey(keys.privateJwk), { asked: [digest(claims)], iss: 'gateway', aud: 'wierden' })}~${claims}`;
      },
    ],
    [
      'no signature on the list',
      async (keys) => {
        const claims = parts((await turn(keys))[0])[1];
        const list = { asked: [digest(claims)], iss: 'gateway', aud: 'subgraphs', iat: 0, exp: 9_999_999_999 };
        return `${[{ alg: 'none' }, list].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.~${claims}`;
      },
    ],
  ])('are refused for %s', async (_, make) => {
    const keys = await newKeyPair();
    const verify = await statementVerifier(keys.publicJwk, 'gateway', 'wierden');
    expect(await verify(await make(keys), body)).toBeNull();
    // The one that nobody touched is good.
    expect(await verify((await turn(keys))[0] ?? '', body)).not.toBeNull();
  });
});

describe('an id that may be used once', () => {
  it('is refused again until what carried it has ended, and a full memory refuses', () => {
    let time = 0;
    const fresh = usedOnce(100, () => time, 2);
    expect([fresh('a'), fresh('a'), fresh('b'), fresh('c')]).toEqual([true, false, true, false]);
    time = 100;
    expect([fresh('c'), fresh('a')]).toEqual([true, true]);
  });
});

describe.runIf(redisServer !== null)('an id that may be used once by several processes', () => {
  const logged: string[] = [];
  const log = { warn: (...words: unknown[]) => logged.push(String(words.at(-1))), info: (...words: unknown[]) => logged.push(String(words.at(-1))) } as never;
  const processes = async (url: string, names: string[], lifetimeMs = 60_000) => {
    const all = names.map((name) => usedOnceTogether(url, name, lifetimeMs, log));
    onTestFinished(() => {
      for (const each of all) each.stop();
    });
    await Promise.all(all.map((each) => each.ready()));
    return all.map(({ fresh }) => fresh);
  };

  it('is new for one of them, also when they ask at once, and for another subgraph', async () => {
    const redis = await startRedis(redisServer as string);
    onTestFinished(() => redis.stop());
    const [one, two, other] = await processes(redis.url, ['nuo', 'nuo', 'almelo']);
    for (let n = 0; n < 50; n += 1) {
      const taken = await Promise.all([one?.(`id-${n}`), two?.(`id-${n}`)]);
      expect(taken.filter(Boolean)).toEqual([true]);
    }
    expect([await one?.('id-0'), await two?.('id-0'), await other?.('id-0')]).toEqual([false, false, true]);
  });

  it('is forgotten by Redis when what carries it has ended', async () => {
    const redis = await startRedis(redisServer as string);
    onTestFinished(() => redis.stop());
    const [one, two] = await processes(redis.url, ['nuo', 'nuo'], 50);
    expect(await one?.('a')).toBe(true);
    await expect.poll(() => two?.('a')).toBe(false);
    await expect.poll(() => one?.('a')).toBe(true);
  });

  it('is remembered by each for itself while Redis is gone, hangs, or was never there', async () => {
    const redis = await startRedis(redisServer as string);
    const [one, two] = await processes(redis.url, ['nuo', 'nuo']);
    redis.hang();
    const began = performance.now();
    expect([await one?.('a'), await one?.('a'), await two?.('a')]).toEqual([true, false, true]);
    expect(performance.now() - began).toBeLessThan(5000);
    await redis.stop();
    expect([await one?.('b'), await one?.('b'), await two?.('b')]).toEqual([true, false, true]);
    const [lonely] = await processes(`redis://127.0.0.1:${await freePort()}`, ['nuo']);
    expect([await lonely?.('c'), await lonely?.('c')]).toEqual([true, false]);
    expect(logged).toContain('no Redis: a statement that another process has had is not known here');
  });
});

describe('the key of the gateway', () => {
  it('changes without a refused statement: both keys hold in between, and the old one no more in the end', async () => {
    const [old, fresh] = [await newKeyPair(), await newKeyPair()];
    const asking: Asking = { trace: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }, operation: 'Clients', purpose: null };
    const accepted = async (given: unknown): Promise<boolean[]> => {
      const verify = await statementVerifier(readPublicKeys(JSON.stringify(given)), 'gateway', 'wierden');
      const signed = [old, fresh].map(({ privateJwk }) => signer(privateJwk, 'gateway')(principal, 'wierden', asking, '{}'));
      return (await Promise.all(signed.map((token) => verify(token, '{}')))).map((statement) => statement !== null);
    };
    expect(await accepted(old.publicJwk)).toEqual([true, false]);
    expect(await accepted([old.publicJwk, fresh.publicJwk])).toEqual([true, true]);
    expect(await accepted({ keys: [fresh.publicJwk, old.publicJwk] })).toEqual([true, true]);
    expect(await accepted([fresh.publicJwk])).toEqual([false, true]);
  });

  it.each([
    ['no JSON', 'x'],
    ['no key', '[]'],
    ['another kind of key', '{"kty":"RSA","n":"AQAB","e":"AQAB"}'],
    ['a private key', '{"kty":"OKP","crv":"Ed25519","x":"AAAA","d":"secret"}'],
  ])('is refused when it is %s, without repeating it', (_, text) => {
    expect(() => readPublicKeys(text)).toThrow(/GATEWAY_PUBLIC_KEY/);
    expect(() => readPublicKeys(text)).not.toThrow(/secret/);
  });
});

describe('demo keys', () => {
  it('are the same at the second start, and for two first starts at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const [one, two] = await Promise.all([demoKeyPair(folder, 'gateway'), demoKeyPair(folder, 'gateway')]);
    expect(one).toEqual(two);
    expect(await demoKeyPair(folder, 'gateway')).toEqual(one);
  });

  it('do not work in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    onTestFinished(() => void vi.unstubAllEnvs());
    await expect(demoKeyPair(tmpdir(), 'gateway')).rejects.toThrow('production');
  });
});
