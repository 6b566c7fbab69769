import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'werkplein-options-'));
afterAll(() => rmSync(folder, { recursive: true }));
const KEYS = join(folder, 'public.json');
writeFileSync(KEYS, JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })));

it.each(['backup', 'restore', 'verify-audit', 'report', 'vum', 'demo', 'schema-check'])('%s says how it is used to who asks it something else', (command) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, `${command}.ts`), '--nonsense'], { encoding: 'utf8' });
  expect([status, stdout, stderr.split('\n')[1]]).toEqual([1, '', expect.stringMatching(/^Usage:/)]);
  expect(stderr).toMatch(/^Unknown option '--nonsense'/);
  expect(stderr).not.toContain('    at ');
});

it.each([
  ['backup', ['--to', folder]],
  ['restore', ['--from', '/dev/null', '--erasures', 'none', '--keys', KEYS]],
  ['restore', ['--from', '/dev/null', '--erasures', 'none', '--keys', '/dev/nothing']],
  ['verify-audit', ['--keys', KEYS]],
])('%s says in a line why it could not', (command, more) => {
  const env = { ...process.env, NODE_ENV: 'test', NUO_DATABASE_URL: 'mariadb://u:wachtwoord@127.0.0.1:1/nuo' };
  const args = [resolve(import.meta.dirname, `${command}.ts`), '--organisation', 'nuo', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^.*(ECONNREFUSED|ENOTDIR|ENOENT).*\n$/);
});
