import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pseudonymKey, pseudonyms } from './index.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'pseudonyms-'));

it('is the same for one organisation at every start, and another for another', async () => {
  const keys = folder();
  const [almelo, again, wierden] = await Promise.all(['almelo', 'almelo', 'wierden'].map((name) => pseudonymKey(name, keys, {})));
  const id = '0141:01900000-0000-7000-8000-000000000001';
  const names = [almelo, again, wierden].map((key) => pseudonyms(key as Buffer)(id));
  expect(names[0]).toMatch(/^[\da-f]{64}$/);
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
});

it('takes the key of the environment, and needs one in production', async () => {
  const given = Buffer.alloc(32, 7);
  expect(await pseudonymKey('almelo', folder(), { NODE_ENV: 'production', ALMELO_PSEUDONYM_KEY: given.toString('base64') })).toEqual(given);
  await expect(pseudonymKey('almelo', folder(), { NODE_ENV: 'production' })).rejects.toThrow('ALMELO_PSEUDONYM_KEY: required');
  await expect(pseudonymKey('almelo', folder(), { ALMELO_PSEUDONYM_KEY: 'c2hvcnQ=' })).rejects.toThrow('base64 of 32 bytes');
});
