import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pseudonymKeys, keyedPseudonyms } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'pseudonyms-'));

it('is the same for one organisation at every start, and another for another', async () => {
  const keys = folder();
  const [almelo, again, wierden] = await Promise.all(['almelo', 'almelo', 'wierden'].map((name) => pseudonymKeys(name, keys, {})));
  const id = '0141:01900000-0000-7000-8000-000000000001';
  const names = [almelo, again, wierden].map((own) => keyedPseudonyms(own as Buffer[]).pseudonym(id));
  expect(names[0]).toMatch(/^[\da-f]{64}$/);
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
});

it('takes the key of the environment, and needs one in production', async () => {
  const [fresh, old] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const ALMELO_PSEUDONYM_KEY = [fresh, old].map((key) => key.toString('base64')).join(', ');
  expect(await pseudonymKeys('almelo', folder(), { NODE_ENV: 'production', ALMELO_PSEUDONYM_KEY })).toEqual([fresh, old]);
  await expect(pseudonymKeys('almelo', folder(), { NODE_ENV: 'production' })).rejects.toThrow('ALMELO_PSEUDONYM_KEY: required');
  await expect(pseudonymKeys('almelo', folder(), { ALMELO_PSEUDONYM_KEY: 'c2hvcnQ=' })).rejects.toThrow('base64 of 32 bytes');
});

it('writes under the newest key and finds under every one', () => {
  const [fresh, old] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const both = keyedPseudonyms([fresh, old]);
  expect(both.pseudonym('x')).toBe(keyedPseudonyms([fresh]).pseudonym('x'));
  expect(both.everyPseudonym('x')).toEqual([both.pseudonym('x'), keyedPseudonyms([old]).pseudonym('x')]);
});
