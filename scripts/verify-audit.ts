// npm run verify-audit -- --organisation <name> [--keys public.json] [--heads kept.log]: whether the audit is as it was written. Reads the database only.
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inSnapshot, openDatabase } from './audit/open-database.ts';
import { verifyChain } from './audit/verify-chain.ts';
import { build, fail, subgraphPrograms } from './lib.ts';

/** Public halves, of a file or else of the key with which the program signs. */
const keysOf = (name: string, file: string | undefined): JsonWebKey[] => {
  const demo = join(process.env['KEYS_DIR'] ?? 'data/keys', `${name}-audit.json`);
  const text = file === undefined ? process.env[`${name.toUpperCase()}_AUDIT_KEY`] : readFileSync(file, 'utf8');
  if (text === undefined && !existsSync(demo)) return fail(`Say which keys to believe: --keys <public.json>, or ${name.toUpperCase()}_AUDIT_KEY.`);
  const given = [JSON.parse(text ?? readFileSync(demo, 'utf8')) as object].flat() as (JsonWebKey & { privateJwk?: JsonWebKey })[];
  return given.map((key) => createPublicKey({ key: key.privateJwk ?? key, format: 'jwk' }).export({ format: 'jwk' }));
};

/** Statements in a file of log lines, or one on a line. */
const headsIn = (file: string | undefined): string[] =>
  file === undefined ? [] : [...readFileSync(file, 'utf8').matchAll(/[\w-]+\.[\w-]+\.[\w-]{80,}/g)].map(([jws]) => jws);

const { values } = parseArgs({ options: { organisation: { type: 'string' }, keys: { type: 'string' }, heads: { type: 'string' } } });
build();
const program = (await subgraphPrograms()).find(({ name }) => name === values.organisation);
if (!program) fail('Usage: npm run verify-audit -- --organisation nuo|almelo|… [--keys <public.json>] [--heads <file>]');
else {
  const { name, code } = program;
  const setting = (suffix: string): string | undefined => process.env[`${name.toUpperCase()}_DATABASE_${suffix}`] || undefined;
  const url = setting('URL') ?? `file:data/${name}.sqlite`;
  const opened = await openDatabase(url, { ca: setting('CA_FILE'), cert: setting('CERT_FILE'), key: setting('KEY_FILE') });
  const verdict = await inSnapshot(opened, url, () =>
    verifyChain(opened.query, { organisation: code, keys: keysOf(name, values.keys), shipped: headsIn(values.heads) }),
  );
  await opened.close();
  const { rows, base, head, unsealed, shipped, findings } = verdict;
  process.stdout.write(
    `${name}: ${rows} sealed rows, positions ${base + 1} to ${head}; ${unsealed} not sealed yet; ${shipped} ends kept elsewhere are in it\n`,
  );
  for (const finding of findings) process.stdout.write(`  NOT AS WRITTEN: ${finding}\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
