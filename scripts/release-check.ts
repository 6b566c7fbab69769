// npm run release:check: whether what is committed here may become a release; writes the bill of materials beside it (docs/releases.md).
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, inRoot, kernel, root } from './lib.ts';
import { lockProblems } from './release/lock.ts';
import { versionProblem } from './release/version.ts';
import { newestDay } from './schema/changelog.ts';
import { schemaReport } from './schema/check.ts';
import { from } from './schema/committed.ts';

const run = (command: string, ...args: string[]): string | null => {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  return status === 0 ? stdout : null;
};

build();
const { localDay, systemClock } = await kernel();
const today = localDay(systemClock());
const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string };
const last = run('git', 'describe', '--tags', '--match', 'v[0-9]*', '--abbrev=0')?.trim() ?? null;
const problems = [versionProblem(version, last && last.slice(1), today), ...lockProblems()];

if (run('git', 'status', '--porcelain') !== '') problems.push('there is work that is not committed');
if (!newestDay(readFileSync(inRoot('CHANGELOG.md'), 'utf8')).startsWith(today)) problems.push(`CHANGELOG.md has nothing of ${today}`);
const former = last && from(last);
if (former) problems.push(...(await schemaReport(former, today)).problems);

const bill = run('npm', 'sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx', '--sbom-type', 'application');
if (bill === null) problems.push('npm sbom makes no bill of materials: run npm ci first');
else {
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(inRoot('dist/sbom.cdx.json'), bill);
  const { components } = JSON.parse(bill) as { components: unknown[] };
  process.stdout.write(`dist/sbom.cdx.json names ${components.length} parts\n`);
}

const found = problems.filter((problem) => problem !== null);
for (const problem of found) process.stdout.write(`FAIL ${problem}\n`);
process.stdout.write(found.length === 0 ? `${version} may be released${last ? ` after ${last}` : ''}\n` : '');
process.exitCode = found.length > 0 ? 1 : 0;
