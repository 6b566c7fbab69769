import { hash } from 'node:crypto';
import { type Logger, type Principal, Refused, type Verify } from '@werkplein/kernel';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { challenge } from './challenge.ts';
import { principalOf } from './claims.ts';
import { issuerKeys, type KeyCaching, keyCaching } from './issuer-keys.ts';
import type { TokenIssuer } from './issuers.ts';

const ALGORITHMS = ['PS256', 'RS256', 'ES256', 'EdDSA'];
const TYPES: ReadonlySet<string> = new Set(['at+jwt', 'application/at+jwt', 'jwt']);
const CLOCK_TOLERANCE_S = 5;
/** A working day: whatever an issuer allows, no token is taken that was issued longer ago. */
const MAX_AGE_S = 8 * 3600;
/** A token that was found good is good for so long without being looked at again: a screen sends the same one many times a minute. */
const REMEMBERED_MS = 30_000;
/** Employees at work at one time, with room to spare. */
const REMEMBERED = 5000;

interface Taken {
  principal: Principal;
  until: number;
}

/** A reason that goes to the log; it holds nothing of the token. */
class Unacceptable extends Error {}

const checkClient = ({ azp, client_id: clientId }: JWTPayload, clients: readonly string[] | undefined): void => {
  // RFC 9068 says client_id, the NL GOV profile azp: one is enough, two that differ are not.
  if (azp !== undefined && clientId !== undefined && azp !== clientId) throw new Unacceptable('azp and client_id differ');
  const client = azp ?? clientId;
  if (typeof client !== 'string' || client === '') throw new Unacceptable('no azp');
  if (clients && !clients.includes(client)) throw new Unacceptable('azp is not an allowed client');
};

/** A good token of somebody who must sign in more strongly (RFC 9470), or whose client may not ask this (RFC 6750). */
const checkAssurance = ({ acr, scope }: JWTPayload, { acrValues, scopes }: Pick<TokenIssuer, 'acrValues' | 'scopes'>): void => {
  if (acrValues && !(typeof acr === 'string' && acrValues.includes(acr)))
    throw new Refused('INSUFFICIENT_USER_AUTHENTICATION', challenge('insufficient_user_authentication', { acr_values: acrValues.join(' ') }));
  const given = new Set(typeof scope === 'string' ? scope.split(' ') : []);
  if (scopes?.some((each) => !given.has(each))) throw new Refused('INSUFFICIENT_SCOPE', challenge('insufficient_scope', { scope: scopes.join(' ') }));
};

/** Until when a token that was verified stays good by its own words and ours. */
const lastSecondOf = ({ exp = 0, iat = 0 }: JWTPayload): number => Math.min(exp, iat + MAX_AGE_S) + CLOCK_TOLERANCE_S;

const reasonOf = (error: unknown): string => {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) return `${error.code} ${error.claim}`;
  if (error instanceof errors.JOSEError) return error.code;
  if (error instanceof z.ZodError) return `claims: ${error.issues.map(({ path }) => path.join('.')).join(' ')}`;
  return error instanceof Unacceptable ? error.message : (error as Error).message;
};

/**
 * Checks an access token after the NL GOV profile for OAuth and gives who it speaks of, or null. Throws `Refused` for a good one that is not enough.
 * The caller hears no reason: that would tell an attacker how far a forged token came. The log has it, without the token.
 */
export const tokenVerifier = (issuers: readonly TokenIssuer[], log: Pick<Logger, 'warn'>, caching: KeyCaching = keyCaching): Verify => {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, { ...issuer, keys: issuerKeys(issuer, caching) }]));
  // By hash: whoever reads the memory of this process finds no token in it.
  const taken = new LRUCache<string, Taken>({ max: REMEMBERED });
  return async (token) => {
    const key = hash('sha256', token, 'base64');
    const known = taken.get(key);
    if (known && Date.now() < known.until) return known.principal;
    let named: string | undefined;
    try {
      // Read before it is verified, only to choose whose keys must fit; jwtVerify checks it again.
      const from = trusted.get(decodeJwt(token).iss ?? '');
      if (!from) throw new Unacceptable('the issuer is not on the list');
      named = from.issuer;
      if (!TYPES.has(String(decodeProtectedHeader(token).typ).toLowerCase())) throw new Unacceptable('typ is not that of an access token');
      const { payload } = await jwtVerify(token, from.keys, {
        issuer: from.issuer,
        audience: from.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: MAX_AGE_S,
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      checkClient(payload, from.clients);
      const principal = principalOf(payload, from);
      checkAssurance(payload, from);
      taken.set(key, { principal, until: Math.min(Date.now() + REMEMBERED_MS, lastSecondOf(payload) * 1000) });
      return principal;
    } catch (error) {
      log.warn({ issuer: named, reason: reasonOf(error) }, 'token refused');
      if (error instanceof Refused) throw error;
      return null;
    }
  };
};
