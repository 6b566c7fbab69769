// `npm run test:faults [-- kills|controls] [--quick] [--seed N] [--kills N] [--database mariadb|sqlite]`: real programs that are ended at random under load,
// and what is found of what the graph promises. Ends with 1 when a promise was broken, or a control was not.
import { parseArgs } from 'node:util';
import type { Dialect } from '@werkplein/kernel';
import { controlFindings } from './controls.ts';
import { runKills } from './kills.ts';
import { type Finding, say, table } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string' },
    database: { type: 'string', multiple: true, default: ['mariadb', 'sqlite'] },
  },
});
const { quick } = values;
const seed = Number(values.seed);
const kills = Number(values.kills ?? (quick ? 8 : 200));
const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

const parts: [name: string, title: string, run: () => Promise<Finding[]>][] = [
  ...(values.database as Dialect[]).map((dialect): [string, string, () => Promise<Finding[]>] => [
    'kills',
    `${kills} random kills on ${dialect}, seed ${seed}`,
    () => runKills({ dialect, kills, seed, clients: 10 }),
  ]),
  ['controls', `negative controls, seed ${seed}`, () => controlFindings(seed, quick)],
];

const tables: string[] = [];
let failed = false;
for (const [name, title, run] of parts) {
  if (!wanted(name)) continue;
  const findings = await run();
  failed ||= findings.some(({ ok }) => !ok);
  tables.push(table(title, findings));
  say(`${title}: ${findings.every(({ ok }) => ok) ? 'ok' : 'FAILED'}`);
}
process.stdout.write(`${tables.join('\n')}\n${failed ? 'A promise was broken.' : 'Every promise held.'}\n`);
process.exit(failed ? 1 : 0);
