import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstFile } from './first-file.ts';

it('is made once, whole, and for its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-file-'));
  const path = join(folder, 'keys', 'one.key');
  // Another start makes it between our look and our link.
  const first = firstFile(path, () => firstFile(path, () => 'theirs') && 'ours');
  expect([first, firstFile(path, () => 'later')]).toEqual(['theirs', 'theirs']);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['one.key']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
