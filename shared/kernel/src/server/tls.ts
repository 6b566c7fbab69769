import { readFileSync } from 'node:fs';
import { ConfigurationError, optionalText, type Setting } from '../config/index.ts';

/** A certificate with its key, and whose certificates are trusted at the other end. PEM. */
export interface Tls {
  cert: Buffer;
  key: Buffer;
  ca?: Buffer;
}

/** Settings of one end of a connection: `NUO_TLS_CERT_FILE`, `NUO_TLS_KEY_FILE`, `NUO_TLS_CA_FILE`. */
export const tlsSettings = (prefix: string, certificate: string, authority: string): Record<string, Setting<string | undefined>> => ({
  [`${prefix}_TLS_CERT_FILE`]: optionalText(`PEM file: ${certificate}`),
  [`${prefix}_TLS_KEY_FILE`]: optionalText('PEM file: the private key of that certificate.'),
  [`${prefix}_TLS_CA_FILE`]: optionalText(`PEM file: ${authority}`),
});

const pem = (name: string, path: unknown): Buffer | undefined => {
  if (typeof path !== 'string') return undefined;
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigurationError(`${name}: this file cannot be read`);
  }
};

/** Reads the files that the settings name; undefined when they name none. */
export const readTls = (prefix: string, settings: Readonly<Record<string, unknown>>): Tls | undefined => {
  const read = (part: string): Buffer | undefined => pem(`${prefix}_TLS_${part}_FILE`, settings[`${prefix}_TLS_${part}_FILE`]);
  const [cert, key, ca] = [read('CERT'), read('KEY'), read('CA')];
  if (!cert && !key && !ca) return undefined;
  if (!cert || !key) throw new ConfigurationError(`${prefix}_TLS_CERT_FILE, ${prefix}_TLS_KEY_FILE: give both`);
  return { cert, key, ...(ca && { ca }) };
};
