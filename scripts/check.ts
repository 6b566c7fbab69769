// npm run check: types, lint, format, import arrows, file budgets, covariance, and that nothing generated has drifted.
import { spawnSync } from 'node:child_process';
import { arrowProblems } from './arrows.ts';
import { budgetReport } from './budgets.ts';
import { build, inRoot, kernel, root } from './lib.ts';
import { lockProblems } from './release/lock.ts';
import { schemaReport } from './schema/check.ts';
import { branchPoint, from } from './schema/committed.ts';
import { secretProblems } from './secrets.ts';

let failed = false;
const report = (name: string, problems: readonly string[], note = ''): void => {
  process.stdout.write(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}${note && ` (${note})`}\n${problems.map((problem) => `       ${problem}\n`).join('')}`,
  );
  if (problems.length > 0) failed = true;
};
const tool = (name: string, file: string, args: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRoot(file), ...args], { cwd: root, encoding: 'utf8' });
  report(name, status === 0 ? [] : [`${stdout}${stderr}`.trim()]);
};

build();
report('types', []);
tool('types of the screens', 'node_modules/typescript/bin/tsc', ['-p', 'web']);
tool('lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--quiet']);
tool('format', 'node_modules/@biomejs/biome/bin/biome', ['format', '--max-diagnostics=5']);
report('import arrows', arrowProblems());
report('no secrets', secretProblems());
report('versions and install scripts', lockProblems());
const budget = budgetReport();
report('file budgets', budget.problems, budget.line);
const before = from(branchPoint() ?? '');
if (before) {
  const { localDay, systemClock } = await kernel();
  const { problems, lines, note } = await schemaReport(before, localDay(systemClock()));
  report('schema against main', problems, lines.length > 0 ? `${note}; npm run schema:check tells more` : note);
} else report('schema against main', [], 'not compared: git knows no main here');
const { covariance, drift } = await import('./generate.ts');
report('covariance rule', await covariance());
report('generated files', await drift());
process.exitCode = failed ? 1 : 0;
