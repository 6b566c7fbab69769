import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newTrace } from '../trace/index.ts';
import { newLetterKeys, readLetterKeys } from './letter-keys.ts';
import { configuredPost } from './settings.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'letter-keys-'));
const letter = { id: '0189:x', kind: 'Told', aggregateId: '0189:y', trace: newTrace() };

describe('the post of an organisation', () => {
  it('has demo keys that the others know, and addresses by their ports', async () => {
    const keysDir = folder();
    const env = { NUO_PORT: '5001' };
    const [wierden, nuo] = [await configuredPost('0189', keysDir, env), await configuredPost('nuo', keysDir, env)];
    expect(await nuo.verify(wierden.sign('nuo', letter, '{}'), '{}')).toMatchObject({ sender: '0189', id: '0189:x' });
    expect(wierden.parties.get('nuo')?.url).toBe('http://127.0.0.1:5001/letters');
    expect([...wierden.parties.keys()].toSorted()).toEqual(['0141', '0183', '1700', 'nuo']);
    const sealed = (await wierden.parties.get('nuo')?.seal('for the NUO')) as string;
    expect([await nuo.unseal(sealed), await wierden.unseal(sealed), await nuo.unseal(`${sealed}x`)]).toEqual(['for the NUO', null, null]);
  });

  it('takes no demo key in production, and names everything that is missing at once', async () => {
    const problem = await configuredPost('0189', folder(), { NODE_ENV: 'production', NUO_LETTERS_URL: 'ftp://nuo' }).catch((error: Error) => error.message);
    const missing = ['WIERDEN_LETTER_KEYS', 'NUO_LETTER_PUBLIC_KEYS', 'ALMELO_LETTER_PUBLIC_KEYS', 'ALMELO_LETTERS_URL'];
    for (const name of missing) expect(problem).toContain(`${name}: required with NODE_ENV=production`);
    expect(problem).toContain('NUO_LETTERS_URL: give an http or https address');
    expect(problem).not.toContain('WIERDEN_LETTERS_URL');
  });

  it('goes from one key to the next without losing a letter', async () => {
    const keysDir = folder();
    const [before, after] = [await newLetterKeys(), await newLetterKeys()];
    const both = (one: string, two: string): string => JSON.stringify({ keys: [...JSON.parse(one).keys, ...JSON.parse(two).keys] });
    const nuo = await configuredPost('nuo', keysDir, { WIERDEN_LETTER_PUBLIC_KEYS: both(before.publicSet, after.publicSet) });
    const wierden = await configuredPost('0189', keysDir, { WIERDEN_LETTER_KEYS: both(after.privateSet, before.privateSet) });
    const old = await configuredPost('0189', keysDir, { WIERDEN_LETTER_KEYS: before.privateSet });
    for (const post of [wierden, old]) expect(await nuo.verify(post.sign('nuo', letter, '{}'), '{}')).not.toBeNull();
    // Sealed for the old key still.
    expect(await wierden.unseal((await nuo.parties.get('0189')?.seal('x')) as string)).toBe('x');
    const stranger = await configuredPost('0189', keysDir, { WIERDEN_LETTER_KEYS: (await newLetterKeys()).privateSet });
    expect(await nuo.verify(stranger.sign('nuo', letter, '{}'), '{}')).toBeNull();
  });

  it('refuses a private key where a public one belongs, and a set that lacks a kind', async () => {
    const { privateSet, publicSet } = await newLetterKeys();
    expect(() => readLetterKeys('X', privateSet, 'public')).toThrow('X: a JWK set');
    expect(() => readLetterKeys('X', publicSet, 'private')).toThrow('X: a JWK set');
    expect(() => readLetterKeys('X', JSON.stringify({ keys: JSON.parse(publicSet).keys.slice(0, 1) }), 'public')).toThrow('X: a JWK set');
    expect(() => readLetterKeys('X', 'secret', 'private')).toThrow(/^(?!.*secret)/s);
  });
});
