import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BsnKeys, bsnKeys } from './bsn-keys.ts';
import { bsnVaultAt } from './bsn-vault.ts';

const almelo = { home: '0141', name: 'almelo', table: 'client' };
const twenterand = { home: '1700', name: 'twenterand', table: 'client' };
const testKeys = (): BsnKeys => ({ keys: [randomBytes(32)], indexKeys: [randomBytes(32)] });
const bsn = '999990019';

describe('a BSN vault', () => {
  it('opens what it sealed, and seals the same number otherwise each time', () => {
    const vault = bsnVaultAt(almelo, testKeys);
    const [one, two] = [vault.seal('0141:a', bsn), vault.seal('0141:a', bsn)];
    expect(vault.open('0141:a', one.bsnCipher)).toBe(bsn);
    expect(one.bsnCipher).not.toBe(two.bsnCipher);
    expect(one.bsnIndex).toBe(two.bsnIndex);
    expect(JSON.stringify(one)).not.toContain(bsn);
  });

  it('does not open a cipher in another row, table or organisation, nor one that was changed', () => {
    const keys = testKeys();
    const vault = bsnVaultAt(almelo, () => keys);
    const { bsnCipher } = vault.seal('0141:a', bsn);
    const changed = bsnCipher.slice(0, -2) + (bsnCipher.endsWith('AA') ? 'BB' : 'AA');
    expect(() => vault.open('0141:b', bsnCipher)).toThrow('unable to authenticate');
    expect(() => bsnVaultAt({ ...almelo, table: 'wsw_worker' }, () => keys).open('0141:a', bsnCipher)).toThrow('unable to authenticate');
    expect(() => bsnVaultAt(twenterand, () => keys).open('0141:a', bsnCipher)).toThrow('unable to authenticate');
    expect(() => vault.open('0141:a', changed)).toThrow('unable to authenticate');
    expect(vault.index(bsn)).not.toBe(bsnVaultAt(twenterand, () => keys).index(bsn));
  });

  it('opens what an older key sealed', () => {
    const old = testKeys();
    const { bsnCipher } = bsnVaultAt(almelo, () => old).seal('0141:a', bsn);
    const rotated = bsnVaultAt(almelo, () => ({ keys: [...testKeys().keys, ...old.keys], indexKeys: old.indexKeys }));
    expect(rotated.open('0141:a', bsnCipher)).toBe(bsn);
  });
});

describe('BSN keys', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'bsn-keys-'));
    onTestFinished(() => rmSync(made, { recursive: true }));
    return made;
  };
  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

  it('come from the environment', () => {
    expect(bsnKeys('almelo', { ALMELO_BSN_KEY: key(1), ALMELO_BSN_INDEX_KEY: key(2) }).keys[0]).toEqual(Buffer.alloc(32, 1));
  });

  it('are made once for a demo', () => {
    const env = { KEYS_DIR: folder() };
    expect(bsnKeys('almelo', env)).toEqual(bsnKeys('almelo', env));
    expect(bsnKeys('almelo', env)).not.toEqual(bsnKeys('wierden', env));
  });

  it.each([
    ['absent in production', { NODE_ENV: 'production' }, 'both are required'],
    ['half given', { ALMELO_BSN_KEY: key(1) }, 'both are required'],
    ['too short', { ALMELO_BSN_KEY: 'c2hvcnQ=', ALMELO_BSN_INDEX_KEY: key(2) }, 'ALMELO_BSN_KEY: base64 of 32 bytes'],
    ['the same', { ALMELO_BSN_KEY: key(1), ALMELO_BSN_INDEX_KEY: key(1) }, 'must differ'],
  ])('are refused when %s', (_, env, message) => {
    expect(() => bsnKeys('almelo', env)).toThrow(message);
  });
});
