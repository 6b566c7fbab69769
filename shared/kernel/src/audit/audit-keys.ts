import type { JWK } from 'jose';
import { z } from 'zod';
import { ConfigurationError, optionalText, readConfiguration, type Setting } from '../config/index.ts';
import { demoKeyPair } from '../identity/keys.ts';
import { type AuditSigner, auditSigner } from './chain.ts';

const variableOf = (name: string): string => `${name.toUpperCase()}_AUDIT_KEY`;

export const auditSettings = (name: string): Record<string, Setting<string | undefined>> => ({
  [variableOf(name)]: optionalText(
    `Ed25519 private JWK (JSON) with which ${name} signs the chain of its audit; after a change a JSON array, the new key first. Nobody who can write the database has it. Required with NODE_ENV=production; without it a demo key under KEYS_DIR.`,
  ),
});

const privateJwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().min(1), d: z.string().min(1) });
const form = z.union([privateJwk.transform((key) => [key]), z.array(privateJwk).min(1)]);

const read = (variable: string, text: string): JWK[] => {
  const unusable = new ConfigurationError(`The configuration is not usable:\n  ${variable}: one or several private Ed25519 JWKs as JSON, with "d"`);
  try {
    return form.parse(JSON.parse(text));
  } catch {
    throw unusable;
  }
};

/** The signer of the audit chain of `home`, as the environment says; without a key a demo key under `keysDir`, never in production. */
export const configuredAuditSigner = async (name: string, home: string, keysDir: string, env: NodeJS.ProcessEnv = process.env): Promise<AuditSigner> => {
  const variable = variableOf(name);
  const given = readConfiguration(auditSettings(name), env)[variable];
  if (given === undefined && env['NODE_ENV'] === 'production') {
    throw new ConfigurationError(`The configuration is not usable:\n  ${variable}: required with NODE_ENV=production`);
  }
  return auditSigner(home, given === undefined ? [(await demoKeyPair(keysDir, `${name}-audit`)).privateJwk] : read(variable, given));
};
