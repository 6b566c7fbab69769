import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { firstFile } from '../config/first-file.ts';

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
  const fresh = await newKeyPair();
  return JSON.parse(firstFile(join(folder, `${name}.json`), () => JSON.stringify(fresh))) as KeyPair;
};
