import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface KeyPair {
  publicJwk: JWK;
  privateJwk: JWK;
}

export const newKeyPair = async (): Promise<KeyPair> => {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  return { publicJwk: await exportJWK(publicKey), privateJwk: await exportJWK(privateKey) };
};

/** Reads the demo key pair `name` from `folder`, made at the first start. Production gives its own keys by configuration. */
export const demoKeyPair = async (folder: string, name: string): Promise<KeyPair> => {
  if (process.env['NODE_ENV'] === 'production') throw new Error('Demo keys do not work with NODE_ENV=production.');
  const path = join(folder, `${name}.json`);
  const stored = await readFile(path, 'utf8').catch(() => null);
  if (stored !== null) return JSON.parse(stored) as KeyPair;
  const pair = await newKeyPair();
  await mkdir(dirname(path), { recursive: true });
  // wx: of two first starts at once one writes, the other reads what it wrote.
  await writeFile(path, JSON.stringify(pair), { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return JSON.parse(await readFile(path, 'utf8')) as KeyPair;
};
