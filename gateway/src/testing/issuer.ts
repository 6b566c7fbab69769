import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoUsers, type Principal, TOKEN_AUDIENCE } from '@werkplein/kernel';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export type SigningKey = Awaited<ReturnType<typeof generateKeyPair>> & { kid: string; alg: string; publicJwk: JWK };

let made = 0;
export const newSigningKey = async (alg = 'ES256'): Promise<SigningKey> => {
  const kid = `key-${++made}`;
  const pair = await generateKeyPair(alg, { extractable: true });
  return { ...pair, kid, alg, publicJwk: { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg } };
};

export const now = (): number => Math.floor(Date.now() / 1000);

/** What the token of a demo user says. */
export const claimsOf = (user: string): JWTPayload => {
  const { employeeId, displayName, organisation, roles } = demoUsers.get(user) as Principal;
  return { sub: employeeId, naam: displayName, organisatie: organisation, rollen: roles, azp: 'werkplein-web', jti: 'x', iat: now(), exp: now() + 600 };
};

export const signToken = (key: SigningKey, claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: key.alg, typ: 'at+jwt', kid: key.kid, ...header }).sign(key.privateKey);

export interface TestIssuer {
  url: string;
  key: SigningKey;
  /** What the issuer publishes; a test changes it to rotate. */
  published: JWK[];
  /** How often the keys were fetched. */
  fetches(): number;
  token(user: string, claims?: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  stop(): Promise<void>;
}

/** An issuer with a discovery document and keys, and no sign-in: tests sign its tokens themselves. */
export const startTestIssuer = async (): Promise<TestIssuer> => {
  const key = await newSigningKey();
  const published: JWK[] = [key.publicJwk];
  let fetches = 0;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') {
      fetches += 1;
      response.end(JSON.stringify({ keys: published }));
    } else response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/jwks` }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    key,
    published,
    fetches: () => fetches,
    token: (user, claims = {}, header = {}) => signToken(key, { ...claimsOf(user), iss: url, aud: TOKEN_AUDIENCE, ...claims }, header),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};
