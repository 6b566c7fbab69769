import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { municipalities, type Municipality } from '@werkplein/kernel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testKeys } from '../testing/index.ts';
import { bsnKeys } from './bsn-keys.ts';
import { bsnVault } from './bsn-vault.ts';

const [almelo, twenterand] = municipalities as [Municipality, Municipality];
const bsn = '999990019';

describe('a BSN vault', () => {
  it('opens what it sealed, and seals the same number otherwise each time', () => {
    const vault = bsnVault(almelo, testKeys);
    const [one, two] = [vault.seal('0141:a', bsn), vault.seal('0141:a', bsn)];
    expect(vault.open('0141:a', one.bsnCipher)).toBe(bsn);
    expect(one.bsnCipher).not.toBe(two.bsnCipher);
    expect(one.bsnIndex).toBe(two.bsnIndex);
    expect(JSON.stringify(one)).not.toContain(bsn);
  });

  it('does not open a cipher in another row or municipality, nor one that was changed', () => {
    const keys = testKeys();
    const vault = bsnVault(almelo, () => keys);
    const { bsnCipher } = vault.seal('0141:a', bsn);
    const changed = bsnCipher.slice(0, -2) + (bsnCipher.endsWith('AA') ? 'BB' : 'AA');
    expect(() => vault.open('0141:b', bsnCipher)).toThrow('unable to authenticate');
    expect(() => bsnVault(twenterand, () => keys).open('0141:a', bsnCipher)).toThrow('unable to authenticate');
    expect(() => vault.open('0141:a', changed)).toThrow('unable to authenticate');
    expect(vault.index(bsn)).not.toBe(bsnVault(twenterand, () => keys).index(bsn));
  });

  it('opens what an older key sealed', () => {
    const old = testKeys();
    const { bsnCipher } = bsnVault(almelo, () => old).seal('0141:a', bsn);
    const rotated = bsnVault(almelo, () => ({ keys: [...testKeys().keys, ...old.keys], indexKeys: old.indexKeys }));
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
