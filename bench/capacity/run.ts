// `node bench/capacity/run.ts`: the tables of docs/capacity.md, from what was measured last.
import { readCosts } from './costs.ts';
import { simulate } from './simulate.ts';
import { logsOfAYear, meanCost, modelOf, sizeFor } from './sizes.ts';

const costs = readCosts();
const table = (rows: readonly (readonly (string | number)[])[]): void => {
  const [head = [], ...body] = rows;
  for (const row of [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...body]) process.stdout.write(`| ${row.join(' | ')} |\n`);
  process.stdout.write('\n');
};
const parts = ['gateway', 'nuo', 'werkplein', 'database'] as const;
const rounded = (value: number): number => Math.round(value * 10) / 10;

process.stdout.write(`Measured ${costs.measured}\n\n`);
table([
  ['one request, ms', ...parts, 'statements', 'lines of logs'],
  ...Object.entries(costs.kinds).map(([name, cost]) => [
    name,
    ...parts.map((part) => rounded(cost[part])),
    cost.statements,
    rounded(Object.values(cost.rows).reduce((sum, n) => sum + n, 0)),
  ]),
]);
const mean = meanCost(costs);
const together = { gateway: mean.gateway, nuo: mean.nuo, werkplein: mean.werkplein, database: mean.nuoDatabase + mean.werkpleinDatabase };
table([
  ['of the mix, ms', ...parts],
  ['by the costs of each kind', ...parts.map((part) => rounded(together[part]))],
]);
const requests = 40_000;
table([
  [
    'municipalities',
    'colleagues',
    'requests/s',
    'gateways',
    'nuo',
    'cores for Werkpleinen',
    'cores of the NUO database',
    'of the others',
    'p50, ms',
    'p99, ms',
    'logs, GB a year',
  ],
  ...[4, 16, 64, 342].map((municipalities) => {
    const size = sizeFor(costs, municipalities);
    const { p50, p99 } = simulate(modelOf(costs, size, requests, 2026));
    const rate = rounded(size.rate);
    const cores = [size.gateways, size.nuos, size.werkpleinCores, size.nuoDatabaseCores, size.werkpleinDatabaseCores];
    return [municipalities, size.users, rate, ...cores, Math.round(p50), Math.round(p99), Math.round(logsOfAYear(costs, size.users))];
  }),
]);
