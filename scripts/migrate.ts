// npm run migrate [-- <subgraph>…]: brings the databases of all, or the named, subgraphs to the newest tables.
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

build();
const programs = await subgraphPrograms();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !programs.some((program) => program.name === name));
if (unknown.length > 0) fail(`No subgraph ${unknown.join(', ')}; there are ${programs.map(({ name }) => name).join(', ')}.`);
for (const { name, file } of programs)
  if ((wanted.length === 0 || wanted.includes(name)) && (await runNode(file, ['migrate'])) !== 0) fail(`${name} was not migrated.`);
