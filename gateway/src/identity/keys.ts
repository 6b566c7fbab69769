import { ConfigurationError, demoKeyPair, demoUsers, type Sign, signer, type Verify, verifier } from '@werkplein/kernel';
import type { GatewayConfig } from '../config.ts';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from './authentication.ts';

/** The issuer that the subgraphs trust; see `runSubgraph` in the kernel. */
const STATEMENT_ISSUER = 'gateway';

const jwk = (name: string, text: string): object => {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw new ConfigurationError(`${name}: give a JWK as JSON`);
  }
};

/** Checks tokens of the identity provider; outside production of the demo issuer when no key is configured. */
export const tokenVerifier = async ({ tokenIssuerPublicKey, keysDir }: Pick<GatewayConfig, 'tokenIssuerPublicKey' | 'keysDir'>): Promise<Verify> =>
  verifier(
    tokenIssuerPublicKey === undefined ? (await demoKeyPair(keysDir, 'issuer')).publicJwk : jwk('TOKEN_ISSUER_PUBLIC_KEY', tokenIssuerPublicKey),
    TOKEN_ISSUER,
    TOKEN_AUDIENCE,
  );

/** Signs the gateway's statements to the subgraphs. */
export const statementSigner = async ({ gatewayPrivateKey, keysDir }: Pick<GatewayConfig, 'gatewayPrivateKey' | 'keysDir'>): Promise<Sign> =>
  signer(
    gatewayPrivateKey === undefined ? (await demoKeyPair(keysDir, 'gateway')).privateJwk : jwk('GATEWAY_PRIVATE_KEY', gatewayPrivateKey),
    STATEMENT_ISSUER,
  );

/** A token for a demo user, good for a working day. */
export const demoToken = async (userName: string, keysDir: string): Promise<string> => {
  const user = demoUsers.get(userName);
  if (!user) throw new Error(`There is no demo user ${userName}. There are: ${[...demoUsers.keys()].join(', ')}.`);
  const sign = await signer((await demoKeyPair(keysDir, 'issuer')).privateJwk, TOKEN_ISSUER, '8h');
  return sign(user, TOKEN_AUDIENCE);
};
