import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { type BsnKeys, bsnKeys } from './bsn-keys.ts';

/** Whose BSN it is: ciphers and indices of one place mean nothing at another. */
export interface VaultPlace {
  /** The organisation, CBS code or `nuo`. */
  home: string;
  /** Its name: `ALMELO_BSN_KEY` is of `almelo`. */
  name: string;
  /** The table whose rows hold the BSN, in columns as `SealedBsn` names them. */
  table: string;
}

/** What a row keeps of a BSN: the sealed number, the ids of the key that sealed it and of the key of its index, and a blind index to find it by. */
export interface SealedBsn {
  bsnCipher: string;
  bsnKeyId: string;
  bsnIndex: string;
}

/** Seals and opens the BSN of the persons of one organisation. The number itself is in no column, log, error or audit row. */
export interface BsnVault {
  seal(rowId: string, bsn: string): SealedBsn;
  open(rowId: string, bsnCipher: string): string;
  /** Under the newest index key. */
  index(bsn: string): string;
  /** Under every index key, the newest first: while keys are changed a row is found by either. */
  indices(bsn: string): string[];
  /** What `bsnKeyId` is of a row that needs no rotation. */
  currentKeyId(): string;
  /** Reads the keys now, so that a process with wrong keys does not start. */
  check(): void;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/** The row that a cipher belongs to: copied to another row, column, table or organisation it does not open. */
const bound = (rowId: string, { table, home }: VaultPlace): Buffer => Buffer.from(`${table}|bsnCipher|${rowId}|${home}`);

/** AES-256-GCM with a random nonce per row; HMAC-SHA-256 under another key for the index. Keys are read at first use. */
export const bsnVaultAt = (place: VaultPlace, read: () => BsnKeys = () => bsnKeys(place.name)): BsnVault => {
  let known: { keys: Map<string, Buffer>; first: string; indexKeys: Buffer[] } | undefined;
  const ring = () => {
    if (known) return known;
    const { keys, indexKeys } = read();
    const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
    known = { keys: byId, first: keyIdOf(keys[0] as Buffer), indexKeys };
    return known;
  };
  const indices = (bsn: string): string[] => ring().indexKeys.map((key) => createHmac('sha256', key).update(`bsn|${place.home}|${bsn}`).digest('hex'));
  const index = (bsn: string): string => indices(bsn)[0] as string;
  const currentKeyId = (): string => `${ring().first}${keyIdOf(ring().indexKeys[0] as Buffer)}`;

  return {
    index,
    indices,
    currentKeyId,
    check: () => void ring(),
    seal: (rowId, bsn) => {
      const { keys, first } = ring();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys.get(first) as Buffer, nonce).setAAD(bound(rowId, place));
      const sealed = Buffer.concat([nonce, cipher.update(bsn, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { bsnCipher: `v1.${first}.${sealed.toString('base64url')}`, bsnKeyId: currentKeyId(), bsnIndex: index(bsn) };
    },
    open: (rowId, bsnCipher) => {
      const [version, keyId = '', body = ''] = bsnCipher.split('.');
      const key = ring().keys.get(keyId);
      if (version !== 'v1' || !key) throw new Error(`A BSN was sealed with key ${keyId}, which is not configured.`);
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(bound(rowId, place))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
};
