import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TlsFiles } from './open-database.ts';

/** Public halves of who signs the audit of an organisation: of a file, or else of the key with which its program signs. */
export const believedKeys = (name: string, file: string | undefined): JsonWebKey[] => {
  const demo = join(process.env['KEYS_DIR'] ?? 'data/keys', `${name}-audit.json`);
  const variable = `${name.toUpperCase()}_AUDIT_KEY`;
  const text = file === undefined ? process.env[variable] : readFileSync(file, 'utf8');
  if (text === undefined && !existsSync(demo)) throw new Error(`Say which keys to believe: --keys <public.json>, or ${variable}.`);
  const given = [JSON.parse(text ?? readFileSync(demo, 'utf8')) as object].flat() as (JsonWebKey & { privateJwk?: JsonWebKey })[];
  return given.map((key) => createPublicKey({ key: key.privateJwk ?? key, format: 'jwk' }).export({ format: 'jwk' }));
};

/** Ends of a chain in a file of log lines, or one on a line. */
export const headsIn = (file: string | undefined): string[] =>
  file === undefined ? [] : [...readFileSync(file, 'utf8').matchAll(/[\w-]+\.[\w-]+\.[\w-]{80,}/g)].map(([jws]) => jws);

/** Where the database of an organisation is, by the settings of its program. */
export const databaseOf = (name: string): { url: string; tls: TlsFiles } => {
  const setting = (suffix: string): string | undefined => process.env[`${name.toUpperCase()}_DATABASE_${suffix}`] || undefined;
  return { url: setting('URL') ?? `file:data/${name}.sqlite`, tls: { ca: setting('CA_FILE'), cert: setting('CERT_FILE'), key: setting('KEY_FILE') } };
};
