// One process that stands in for the five subgraphs, and answers the directory over HTTP for gateways that have no other way: whatever the schema lets be
// asked, always the same to the same question, from a cache of bodies. Prints the ports by name.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { directorySchema } from '../../gateway/dist/directory/directory.js';
import { randomSubgraph } from '../../gateway/dist/testing/random-subgraph.js';
import { municipalities } from '@werkplein/kernel';
import { execute, parse } from 'graphql';
import { serve } from './server.ts';

const root = resolve(import.meta.dirname, '../..');
const SALT = 'bench';
const CACHE = 50_000;

/** As many as were asked for; where nothing is said, two. */
const lengthOf = (seed: string): number => Number([...seed.matchAll(/"(?:first|last)":(\d+)/g)].at(-1)?.[1] ?? 2);

const names = ['nuo', 'almelo', 'twenterand', 'tubbergen', 'wierden'];
const answers = new Map(
  names.map((name) => {
    const subgraph = randomSubgraph(readFileSync(resolve(root, `schema/${name}.graphql`), 'utf8'), {
      null: 0,
      error: 0,
      length: lengthOf,
      owners: municipalities.filter(({ field }) => name === 'nuo' || field === name).map(({ code }) => code),
      ids: 200,
    });
    return [name, (query: string, variables: Record<string, unknown>): Promise<object> => subgraph(query, variables, SALT)];
  }),
);
const directory = directorySchema(municipalities);
answers.set('directory', async (query, variableValues) => execute({ schema: directory, document: parse(query), variableValues }));

const ports: Record<string, number> = {};
for (const [name, answer] of answers) {
  const known = new Map<string, string>();
  ports[name] = await serve(async (body) => {
    let text = known.get(body);
    if (text === undefined) {
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      text = JSON.stringify(await answer(query, variables ?? {}));
      if (known.size < CACHE) known.set(body, text);
    }
    return text;
  });
}
process.stdout.write(`${JSON.stringify(ports)}\n`);
