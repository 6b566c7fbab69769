import { createPrivateKey, createPublicKey, hash, type KeyObject, randomUUID, sign } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { type PurposeCode, purposeCodes } from '../purposes/index.ts';
import { readTraceparent, type Trace, traceparentOf } from '../trace/index.ts';
import { type Principal, principalSchema } from './principal.ts';
import { usedOnce } from './used-once.ts';

/** Header in which the gateway sends its statement to a subgraph. */
export const STATEMENT_HEADER = 'x-werkplein-statement';
export const ALGORITHM = 'EdDSA';
/** One round of fetches and no more: a stolen statement is soon worthless. */
export const LIFETIME_S = 60;
/** Twice as long, for the clocks of two machines differ. */
const REMEMBERED_MS = 120_000;

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
  return (principal, audience, asking, body = '') =>
    signedJwt(
      key,
      { principal, ...(asking && { ...asking, trace: traceparentOf(asking.trace), body: digest(body), jti: randomUUID() }), iss: issuer, aud: audience },
      lifetimeS,
    );
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

export const statementVerifier = async (publicKeys: PublicKeys, issuer: string, audience: string): Promise<VerifyStatement> => {
  const fresh = usedOnce(REMEMBERED_MS);
  const read = await reader(publicKeys, issuer, audience, (payload) => ({
    statement: statementSchema.parse(payload),
    bound: z.object({ body: z.string(), jti: z.uuid() }).parse(payload),
  }));
  return async (token, body) => {
    const found = await read(token);
    return found && found.bound.body === digest(body) && fresh(found.bound.jti) ? found.statement : null;
  };
};
