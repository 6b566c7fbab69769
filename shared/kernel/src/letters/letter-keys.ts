import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { z } from 'zod';
import { firstFile } from '../config/first-file.ts';
import { ConfigurationError } from '../config/index.ts';

// Each organisation has two kinds of key for letters, in one JWK set: Ed25519 to sign what it writes, X25519 to open what is sealed for it.
// Several of a kind while they are changed: the first signs and is sealed for, all are verified and opened with.

export interface LetterKeys {
  signing: JWK[];
  sealing: JWK[];
}

const key = z.looseObject({ kty: z.literal('OKP'), crv: z.enum(['Ed25519', 'X25519']), x: z.string().min(1), d: z.string().min(1).optional() });
const set = z.looseObject({ keys: z.array(key).min(2) });

/** Reads a JWK set of one organisation; `half` says whether it must hold the private halves or may not. */
export const readLetterKeys = (variable: string, text: string, half: 'private' | 'public'): LetterKeys => {
  const refuse = (): never => {
    throw new ConfigurationError(
      `The configuration is not usable:\n  ${variable}: a JWK set (JSON) with an Ed25519 and an X25519 key, ${half === 'private' ? 'each with' : 'none with'} "d"`,
    );
  };
  try {
    const { keys } = set.parse(JSON.parse(text));
    const [signing, sealing] = (['Ed25519', 'X25519'] as const).map((crv) => keys.filter((each) => each.crv === crv) as JWK[]);
    const rightHalf = keys.every(({ d }) => (d === undefined) === (half === 'public'));
    return rightHalf && signing?.length && sealing?.length ? { signing, sealing } : refuse();
  } catch {
    return refuse();
  }
};

const publicHalf = (key: JWK): JWK => Object.fromEntries(Object.entries(key).filter(([name]) => name !== 'd'));

export const publicHalves = ({ signing, sealing }: LetterKeys): LetterKeys => ({ signing: signing.map(publicHalf), sealing: sealing.map(publicHalf) });

/** New keys of one organisation, as their setting takes them. */
export const newLetterKeys = async (): Promise<{ privateSet: string; publicSet: string }> => {
  const pairs = await Promise.all([generateKeyPair('EdDSA', { extractable: true }), generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true })]);
  const keys = await Promise.all(
    pairs.map(async ({ privateKey }, index) => {
      const jwk = await exportJWK(privateKey);
      return { ...jwk, kid: await calculateJwkThumbprint(jwk), use: index === 0 ? 'sig' : 'enc' };
    }),
  );
  return { privateSet: JSON.stringify({ keys }), publicSet: JSON.stringify({ keys: keys.map(publicHalf) }) };
};

/** The demo keys of one organisation, made at the first start of any of them; the public half is all that another reads of it. */
export const demoLetterKeys = async (folder: string, name: string): Promise<LetterKeys> => {
  const fresh = await newLetterKeys();
  const path = join(folder, `${name}-letters.json`);
  return readLetterKeys(
    path,
    firstFile(path, () => fresh.privateSet),
    'private',
  );
};
