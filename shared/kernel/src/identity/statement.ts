import { type CryptoKey, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { type Principal, principalSchema } from './principal.ts';

/** Header in which the gateway sends its statement to a subgraph. */
export const STATEMENT_HEADER = 'x-werkplein-statement';
const ALGORITHM = 'EdDSA';
/** One round of fetches and no more: a stolen statement is soon worthless. */
const LIFETIME = '60s';

const importKey = async (jwk: JWK): Promise<CryptoKey> => {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('A symmetric key cannot sign for an organisation; give an Ed25519 JWK.');
  return key;
};

/** Signs "this principal asks this" for one audience. */
export type Sign = (principal: Principal, audience: string) => Promise<string>;
/** Gives the principal of a valid statement, or null. */
export type Verify = (token: string) => Promise<Principal | null>;

/** `issuer` is who vouches: `gateway` towards a subgraph, the identity provider towards the gateway. */
export const signer = async (privateJwk: JWK, issuer: string, lifetime: string = LIFETIME): Promise<Sign> => {
  const key = await importKey(privateJwk);
  return (principal, audience) =>
    new SignJWT({ principal })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(lifetime)
      .sign(key);
};

export const verifier = async (publicJwk: JWK, issuer: string, audience: string): Promise<Verify> => {
  const key = await importKey(publicJwk);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], issuer, audience, requiredClaims: ['exp', 'iat'] });
      return principalSchema.parse(payload['principal']);
    } catch {
      return null;
    }
  };
};
