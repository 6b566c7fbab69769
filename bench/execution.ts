// `npm run bench:execution`: CPU of carrying out a plan, by @apollo/gateway and compiled, in turns in one run, over the same answers of subgraphs.
// No network and no server: what lies between the planner and the answer.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ourGraph, requestOf, twoExecutions } from '@werkplein/gateway/testing';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const ROUNDS = Number(process.env['ROUNDS'] ?? 12);
const SLICE_MS = 500;

const employers = `query Employers { employers(first: 50) { nodes { name kvkNumber contactMoments(last: 3) { nodes { occurredAt organisation { name } } }
  placements { nodes { kind client { id displayName klantregisseur { name } } } } } } }`;
const work: Record<string, [string, object]> = {
  'employers and their people': [employers, {}],
  'one employer, whole': [
    readFileSync(join(root, 'documents/EmployerView.graphql'), 'utf8'),
    { id: 'nuo:00000000-0000-7000-8000-000000000001', from: '2026-01-01', until: '2026-12-31' },
  ],
  'one client': [
    'query Client($id: ID!) { client(id: $id) { id displayName placements { nodes { kind employer { name } } } } }',
    { id: '0141:00000000-0000-7000-8000-000000000001' },
  ],
};

it('the cost of carrying out a plan', { timeout: 600_000 }, async () => {
  const two = await twoExecutions(ourGraph({ null: 0, error: 0, length: 40 }));
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, [query, variables]] of Object.entries(work)) {
    const once = requestOf(query, variables, { salt: '1', down: null, entities: 0, municipal: 0 });
    const answers = [await two.stock(once), await two.compiled(once)];
    expect(JSON.stringify(answers[1]?.data)).toBe(JSON.stringify(answers[0]?.data));
    const cost = async (executor: typeof two.stock): Promise<number> => {
      const before = process.cpuUsage();
      let count = 0;
      for (const until = performance.now() + SLICE_MS; performance.now() < until; count += 1) JSON.stringify((await executor(once)).data);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / count;
    };
    const costs = { stock: [] as number[], compiled: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      costs.stock.push(await cost(two.stock));
      costs.compiled.push(await cost(two.compiled));
    }
    const median = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] as number;
    const [stock, compiled] = [median(costs.stock), median(costs.compiled)];
    rows[name] = {
      'answer, kB': (JSON.stringify(answers[1]?.data).length / 1000).toFixed(1),
      'stock, ms CPU': stock.toFixed(2),
      'compiled, ms CPU': compiled.toFixed(2),
      ratio: `${(stock / compiled).toFixed(1)}x`,
    };
  }
  console.table(rows);
});
