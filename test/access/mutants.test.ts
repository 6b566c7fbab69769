import { demoUsers, type Grantee, NUO, type Subgraph } from '@werkplein/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './extent.ts';
import { type AccessGraph, startAccessGraph, subgraphs } from './graph.ts';
import { isKilled, mutantsOf, probesOf, spelledMutant, type Target, targetOf } from './mutants.ts';
import { readRules } from './rules.ts';

// The negative control of the matrix: a test that finds no fault where there is one proves nothing.

const rules = readRules();
const grantees = [
  ...new Set(
    [...demoUsers.values()].flatMap(({ organisation, roles }) => roles.map((role): Grantee => `${organisation === NUO ? 'nuo' : 'werkplein'}.${role}`)),
  ),
];
// The four Werkpleinen share their actions, so one of them stands for all.
const judged = [NUO, 'almelo'];

let graph: AccessGraph;
const targets = new Map<string, Target>();
beforeAll(async () => {
  graph = await startAccessGraph('sqlite');
  for (const name of judged) targets.set(name, await targetOf(graph.ask, name, subgraphs.get(name) as Subgraph, rules));
}, 300_000);
afterAll(() => graph.stop());

it('finds each of more than 200 faults in the policies: a grant taken away, given, or widened', async () => {
  const survivors: string[] = [];
  let total = 0;
  let idle = 0;
  for (const [name, target] of targets) {
    for (const mutant of faultsOf(mutantsOf(name, subgraphs.get(name) as Subgraph, grantees))) {
      const probes = probesOf(target, mutant, rules);
      if (probes.length === 0) {
        idle += 1;
        continue;
      }
      total += 1;
      if (!(await isKilled(graph.ask, target, mutant, rules, probes))) survivors.push(spelledMutant(mutant));
    }
  }
  process.stdout.write(`policy mutants: ${total - survivors.length} of ${total} killed; ${idle} more change nothing that anyone can reach\n`);
  expect(survivors).toEqual([]);
  expect(total).toBeGreaterThanOrEqual(200);
}, 300_000);
