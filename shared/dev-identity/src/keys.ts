import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export interface IdentityKeys {
  signing: JWK;
  cookies: string;
}

const newKeys = async (): Promise<IdentityKeys> => {
  const { privateKey } = await generateKeyPair('PS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { signing: { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig' }, cookies: randomBytes(32).toString('base64url') };
};

/** The keys under `folder`, made at the first start and kept: a token outlives a restart. */
export const identityKeys = async (folder: string): Promise<IdentityKeys> => {
  const path = join(folder, 'identity.json');
  const stored = await readFile(path, 'utf8').catch(() => null);
  if (stored !== null) return JSON.parse(stored) as IdentityKeys;
  await mkdir(folder, { recursive: true });
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, JSON.stringify(await newKeys()), { mode: 0o600 });
  // Of two first starts at once the first link stands, and nobody reads half a file.
  await link(fresh, path).catch(() => undefined);
  await rm(fresh);
  return JSON.parse(await readFile(path, 'utf8')) as IdentityKeys;
};
