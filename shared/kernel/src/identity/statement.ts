import { createPrivateKey, createPublicKey, hash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { type PurposeCode, purposeCodes } from '../purposes/index.ts';
import { readTraceparent, type Trace, traceparentOf } from '../trace/index.ts';
import { type Principal, principalSchema } from './principal.ts';
import { type UsedOnce, usedOnce } from './used-once.ts';

/** Header in which the gateway sends its statement to a subgraph. */
export const STATEMENT_HEADER = 'x-werkplein-statement';
export const ALGORITHM = 'EdDSA';
/** One round of fetches and no more: a stolen statement is soon worthless. */
export const LIFETIME_S = 60;
/** Twice as long, for the clocks of two machines differ. */
export const REMEMBERED_MS = 120_000;

export const digest = (body: string): string => hash('sha256', body, 'base64url');

/** The key that signs for us, of an Ed25519 JWK. */
export const signingKey = (jwk: JWK): KeyObject => {
  const key = jwk.kty === 'OKP' ? createPrivateKey({ key: jwk, format: 'jwk' }) : null;
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error('Only an Ed25519 key can sign for an organisation; give its JWK.');
  return key;
};

/** The public half of such a key. */
export const verifyingKey = (jwk: JWK): KeyObject => createPublicKey(signingKey(jwk));

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const header = base64url(JSON.stringify({ alg: ALGORITHM }));

/**
 * A signed JWT (RFC 7519) of these claims. jose, which reads them, would sign in another thread of this process: for so small a text that costs as
 * much as the signature, and there is one for every fetch (docs/decisions/0088).
 */
export const signedJwt = (key: KeyObject, claims: JWTPayload, lifetimeS: number = LIFETIME_S): string => {
  const iat = Math.floor(Date.now() / 1000);
  const text = `${header}.${base64url(JSON.stringify({ ...claims, iat, exp: iat + lifetimeS }))}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
};

/** What is stated, of one body, to be used once. */
const claimsOf = (principal: Principal, asking: Asking | undefined, body: string): JWTPayload => ({
  principal,
  ...(asking && { ...asking, trace: traceparentOf(asking.trace), body: digest(body), jti: randomUUID() }),
});

const importKey = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('A symmetric key cannot vouch for an organisation; give an Ed25519 JWK.');
  return key;
};

/** What is asked for, beside who asks. */
export interface Asking {
  /** The gateway's fetch: the parent of what the subgraph does. */
  trace: Trace;
  /** Name of the caller's operation, or its hash. */
  operation: string;
  purpose: PurposeCode | null;
}

/** Everything that the gateway states to a subgraph. */
export interface Statement extends Asking {
  principal: Principal;
}

export const traceClaim = z.string().transform((text, refuse): Trace => {
  const read = readTraceparent(text);
  if (read) return read;
  refuse.addIssue('no traceparent');
  return z.NEVER;
});

const statementSchema = z.object({
  principal: principalSchema,
  trace: traceClaim,
  operation: z.string().min(1).max(80),
  purpose: z.enum(purposeCodes).nullable(),
});

/** Signs "this principal asks this" for one audience and one request body, to be used once; a subgraph accepts a statement with `asking` only. */
export type Sign = (principal: Principal, audience: string, asking?: Asking, body?: string) => string;
/** Gives the principal of a valid token, or null. */
export type Verify = (token: string) => Promise<Principal | null>;
/** Gives a valid statement of the gateway on this request body, or null. The second time it is null. */
export type VerifyStatement = (token: string, body: string) => Promise<Statement | null>;

/** `issuer` is who vouches: `gateway` towards a subgraph, the identity provider towards the gateway. */
export const signer = (privateJwk: JWK, issuer: string, lifetimeS: number = LIFETIME_S): Sign => {
  const key = signingKey(privateJwk);
  return (principal, audience, asking, body = '') => signedJwt(key, { ...claimsOf(principal, asking, body), iss: issuer, aud: audience }, lifetimeS);
};

/** The same where the signature may come a moment later, for it is of several statements. */
export type SignTogether = (...stated: Parameters<Sign>) => string | Promise<string>;

/** Between the signed list of digests and the claims of which one is in it. */
const SEPARATOR = '~';
/** For whom the list is: nobody takes it for a statement. */
const ALL_SUBGRAPHS = 'subgraphs';
/** Under one signature: each costs 46 characters of a header. */
const MOST_TOGETHER = 8;

interface Waiting {
  claims: string;
  take(statement: string): void;
}

/**
 * Signs by one signature what is asked in one turn of the event loop, whoever asks. Signed is a list of the digests of statements; a subgraph gets it
 * with the claims of its own statement, and cannot know what the others are, for an id that nobody can guess is in each (docs/decisions/0084).
 */
export const togetherSigner = (privateJwk: JWK, issuer: string, lifetimeS: number = LIFETIME_S): ((...stated: Parameters<Sign>) => Promise<string>) => {
  const key = signingKey(privateJwk);
  let waiting: Waiting[] = [];
  const signAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST_TOGETHER) {
      const some = all.slice(from, from + MOST_TOGETHER);
      const list = signedJwt(key, { asked: some.map(({ claims }) => digest(claims)), iss: issuer, aud: ALL_SUBGRAPHS }, lifetimeS);
      for (const { claims, take } of some) take(`${list}${SEPARATOR}${claims}`);
    }
  };
  return (principal, audience, asking, body = '') =>
    new Promise((take) => {
      if (waiting.length === 0) setImmediate(signAll);
      waiting.push({ claims: base64url(JSON.stringify({ ...claimsOf(principal, asking, body), aud: audience })), take });
    });
};

/** One key, or several while the signer goes from one to the next. */
export type PublicKeys = JWK | readonly JWK[];

/** Reads a valid token of `issuer` for `audience` by one of its keys; null for any other. */
export const reader = async <T>(
  publicKeys: PublicKeys,
  issuer: string,
  audience: string,
  read: (payload: JWTPayload) => T,
): Promise<(token: string) => Promise<T | null>> => {
  const keys = await Promise.all([publicKeys].flat().map(importKey));
  return async (token) => {
    for (const key of keys) {
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], issuer, audience, requiredClaims: ['exp', 'iat'] });
        return read(payload);
      } catch {
        // another key may have signed it
      }
    }
    return null;
  };
};

export const verifier = (publicJwk: JWK, issuer: string, audience: string): Promise<Verify> =>
  reader(publicJwk, issuer, audience, (payload) => principalSchema.parse(payload['principal']));

const boundSchema = z.object({ body: z.string(), jti: z.uuid() });

interface Bound {
  statement: Statement;
  bound: z.infer<typeof boundSchema>;
}

const readClaims = (payload: unknown): Bound => ({ statement: statementSchema.parse(payload), bound: boundSchema.parse(payload) });

/** `fresh` says which statements were used: by this process, unless it is told otherwise. Takes what `signer` and what `togetherSigner` made. */
export const statementVerifier = async (
  publicKeys: PublicKeys,
  issuer: string,
  audience: string,
  fresh: UsedOnce = usedOnce(REMEMBERED_MS),
): Promise<VerifyStatement> => {
  const readOne = await reader(publicKeys, issuer, audience, readClaims);
  const readList = await reader(publicKeys, issuer, ALL_SUBGRAPHS, ({ asked }) => z.array(z.string()).parse(asked));
  const ofUs = z.object({ aud: z.literal(audience) });
  const readListed = async (token: string): Promise<Bound | null> => {
    const [list = '', claims = '', ...more] = token.split(SEPARATOR);
    const asked = more.length === 0 ? await readList(list) : null;
    // Nothing of the claims is read before they are known to be what was signed.
    if (!asked?.includes(digest(claims))) return null;
    try {
      const payload: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
      ofUs.parse(payload);
      return readClaims(payload);
    } catch {
      return null;
    }
  };
  return async (token, body) => {
    const found = await (token.includes(SEPARATOR) ? readListed(token) : readOne(token));
    return found && found.bound.body === digest(body) && (await fresh(found.bound.jti)) ? found.statement : null;
  };
};
