import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { TokenIssuer } from './issuers.ts';

/** How the keys of an issuer are fetched and kept. */
export interface KeyCaching {
  /** How long the keys serve without being fetched again. A key that the issuer withdrew is taken no longer than this. */
  cacheMaxAgeMs: number;
  /** How soon an unknown key id, or an issuer that did not answer, leads to a next fetch: strangers cannot make us ask an issuer more often. */
  cooldownMs: number;
  timeoutMs: number;
}

export const keyCaching: KeyCaching = { cacheMaxAgeMs: 600_000, cooldownMs: 30_000, timeoutMs: 2000 };

interface Metadata {
  issuer?: unknown;
  jwks_uri?: unknown;
}

const discover = async (issuer: string, timeoutMs: number): Promise<URL> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  const metadata = (await response.json()) as Metadata;
  // Who answers for another issuer would lend that issuer's name to keys of its own.
  if (metadata.issuer !== issuer) throw new Error('the discovery document is of another issuer');
  const found = new URL(String(metadata.jwks_uri));
  if (found.protocol !== 'https:' && found.protocol !== new URL(issuer).protocol) throw new Error('the keys are not behind https');
  return found;
};

/** The signing keys of one issuer: fetched at the first token, kept, and fetched again when a token names a key that is not there. */
export const issuerKeys = ({ issuer, jwksUri }: Pick<TokenIssuer, 'issuer' | 'jwksUri'>, caching: KeyCaching = keyCaching): JWTVerifyGetKey => {
  const { cacheMaxAgeMs: cacheMaxAge, cooldownMs: cooldownDuration, timeoutMs: timeoutDuration } = caching;
  const remote = (url: URL): JWTVerifyGetKey => createRemoteJWKSet(url, { cacheMaxAge, cooldownDuration, timeoutDuration });
  if (jwksUri !== undefined) return remote(new URL(jwksUri));
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  return async (header, token) => {
    if (!keys) {
      if (performance.now() - failedAt < cooldownDuration) throw new Error('the issuer did not answer a moment ago');
      keys = discover(issuer, timeoutDuration).then(remote);
      keys.catch(() => {
        keys = undefined;
        failedAt = performance.now();
      });
    }
    return (await keys)(header, token);
  };
};
