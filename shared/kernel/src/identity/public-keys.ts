import type { JWK } from 'jose';
import { z } from 'zod';
import { ConfigurationError } from '../config/index.ts';

const publicJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1), d: z.never().optional() });
const form = z.union([
  publicJwk.transform((key) => [key]),
  z.array(publicJwk).min(1),
  z.looseObject({ keys: z.array(publicJwk).min(1) }).transform(({ keys }) => keys),
]);

/** The gateway's public keys as `GATEWAY_PUBLIC_KEY` gives them: a JWK, an array of them or a JWK set. A private half is refused: it may not leave the gateway. */
export const readPublicKeys = (text: string): JWK[] => {
  const refuse = (): never => {
    throw new ConfigurationError('The configuration is not usable:\n  GATEWAY_PUBLIC_KEY: one or several public Ed25519 JWKs as JSON, without "d"');
  };
  try {
    const parsed = form.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : refuse();
  } catch {
    return refuse();
  }
};
