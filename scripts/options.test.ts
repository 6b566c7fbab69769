import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it.each(['backup', 'restore', 'verify-audit', 'report', 'vum', 'demo', 'schema-check'])('%s says how it is used to who asks it something else', (command) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, `${command}.ts`), '--nonsense'], { encoding: 'utf8' });
  expect([status, stdout, stderr.split('\n')[1]]).toEqual([1, '', expect.stringMatching(/^Usage:/)]);
  expect(stderr).toMatch(/^Unknown option '--nonsense'/);
  expect(stderr).not.toContain('    at ');
});
