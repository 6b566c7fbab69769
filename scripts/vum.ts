// npm run vum -- vacancies --out <file.json> | profiles --organisation <name> --out <file.json>
import { resolve } from 'node:path';
import { build, fail, optionsOf, runNode, subgraphPrograms } from './lib.ts';

const usage = `Usage:
  npm run vum -- vacancies --out file.json
  npm run vum -- profiles --organisation almelo --out file.json`;

const { values, positionals } = optionsOf({ allowPositionals: true, options: { organisation: { type: 'string' }, out: { type: 'string' } } }, usage);
const [kind = ''] = positionals;
if (!['vacancies', 'profiles'].includes(kind) || values.out === undefined) fail(usage);
build();
const [nuo, ...werkpleinen] = await subgraphPrograms();
const program = kind === 'vacancies' ? nuo : werkpleinen.find(({ name }) => name === values.organisation);
if (!program) fail(`${usage}\nNo taking-part municipality is called "${values.organisation ?? ''}".`);
else process.exitCode = await runNode(program.file, ['export', `vum-${kind}`, '--out', resolve(values.out ?? '')]);
