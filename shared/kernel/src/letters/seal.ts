import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose';

/** Makes a text that only one organisation can open. */
export type Seal = (text: string) => Promise<string>;
/** Null when it was not sealed for us, or was changed. */
export type Unseal = (sealed: string) => Promise<string | null>;

const KEY_AGREEMENT = 'ECDH-ES';

/** A key of its own for each text: what is sealed cannot be opened by who seals it. */
export const sealFor = async (publicJwk: JWK): Promise<Seal> => {
  const key = await importJWK(publicJwk, KEY_AGREEMENT);
  return (text) => new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ alg: KEY_AGREEMENT, enc: 'A256GCM' }).encrypt(key);
};

/** Tries each key: one that is being replaced still opens what was sealed for it. */
export const unsealWith = async (privateJwks: readonly JWK[]): Promise<Unseal> => {
  const keys = await Promise.all(privateJwks.map((jwk) => importJWK(jwk, KEY_AGREEMENT)));
  return async (sealed) => {
    for (const key of keys) {
      try {
        const { plaintext } = await compactDecrypt(sealed, key, { keyManagementAlgorithms: [KEY_AGREEMENT], contentEncryptionAlgorithms: ['A256GCM'] });
        return new TextDecoder().decode(plaintext);
      } catch {
        // another key may open it
      }
    }
    return null;
  };
};
