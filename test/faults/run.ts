// `npm run test:faults [-- kills|kills-of-gateways|rolling|hung|hostile|controls] [--quick] [--seed N] [--kills N] [--database mariadb|sqlite]`: real programs that are ended at random under load,
// and what is found of what the graph promises. Ends with 1 when a promise was broken, or a control was not.
import { parseArgs } from 'node:util';
import type { Dialect } from '@werkplein/kernel';
import { type GatewayKind, gatewayKinds } from './cluster.ts';
import { controlFindings } from './controls.ts';
import { runGatewayKills } from './gateway-kills.ts';
import { runHostile } from './hostile.ts';
import { runHung } from './hung.ts';
import { runKills } from './kills.ts';
import { type Finding, say, table } from './report.ts';
import { runRolling } from './rolling.ts';

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
const wanted = (name: string): boolean => positionals.length === 0 || positionals.some((each) => name.startsWith(each));

const inTurns = async (run: (gateway: GatewayKind) => Promise<Finding[]>): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const gateway of gatewayKinds) findings.push(...(await run(gateway)));
  return findings;
};

const parts: [name: string, title: string, run: () => Promise<Finding[]>][] = [
  ...(values.database as Dialect[]).map((dialect): [string, string, () => Promise<Finding[]>] => [
    'kills',
    `${kills} random kills on ${dialect}, seed ${seed}`,
    () => runKills({ dialect, kills, seed, clients: 10 }),
  ]),
  [
    'kills-of-gateways',
    `kills of gateways alone, beside peers, seed ${seed}`,
    () => inTurns((gateway) => runGatewayKills({ gateway, kills: quick ? 3 : 12, seed, clients: 8 })),
  ],
  ['rolling', `rolling restart, beside peers, seed ${seed}`, () => inTurns((gateway) => runRolling({ gateway, rounds: quick ? 1 : 3, seed, clients: 8 }))],
  ['hung', 'a Werkplein that hangs, beside peers', () => runHung(quick ? 10_000 : 30_000)],
  ['hostile', 'hostile documents, beside peers', () => runHostile(quick ? 300 : 1000)],
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
