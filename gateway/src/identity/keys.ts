import { ConfigurationError, demoKeyPair, type SignTogether, togetherSigner } from '@werkplein/kernel';
import type { GatewayConfig } from '../config.ts';

/** The issuer that the subgraphs trust; see `runSubgraph` in the kernel. */
const STATEMENT_ISSUER = 'gateway';

const jwk = (name: string, text: string): object => {
  try {
    return JSON.parse(text) as object;
  } catch {
    throw new ConfigurationError(`${name}: give a JWK as JSON`);
  }
};

/** Signs the gateway's statements to the subgraphs. */
export const statementSigner = async ({ gatewayPrivateKey, keysDir }: Pick<GatewayConfig, 'gatewayPrivateKey' | 'keysDir'>): Promise<SignTogether> =>
  togetherSigner(
    gatewayPrivateKey === undefined ? (await demoKeyPair(keysDir, 'gateway')).privateJwk : jwk('GATEWAY_PRIVATE_KEY', gatewayPrivateKey),
    STATEMENT_ISSUER,
  );
