// npm run import -- employers|contacts|placements|parameters <file.csv> | vum-vacancies --from <OIN> <file.json> | clients|law-parameters|statistics-codes --municipality <CBS code> <file.csv>
import { parseArgs } from 'node:util';
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

const usage = `Usage:
  npm run import -- employers  file.csv [--mapping columns.json] [--dry-run]
  npm run import -- contacts   file.csv [--mapping columns.json] [--dry-run]
  npm run import -- placements file.csv [--mapping columns.json] [--dry-run]
  npm run import -- parameters file.csv [--mapping columns.json] [--dry-run]
  npm run import -- vum-vacancies --from 00000099000000141000 file.json [--dry-run]
  npm run import -- clients --municipality 0141 file.csv [--mapping columns.json] [--dry-run]
  npm run import -- law-parameters --municipality 0141 file.csv [--mapping columns.json] [--dry-run]
  npm run import -- statistics-codes --municipality 0141 file.csv [--mapping columns.json] [--dry-run]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { municipality: { type: 'string' }, mapping: { type: 'string' }, from: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
});
const [kind = '', file = ''] = positionals;
const kinds = ['employers', 'contacts', 'placements', 'parameters', 'vum-vacancies', 'clients', 'law-parameters', 'statistics-codes'];
if (!kinds.includes(kind) || file === '') fail(usage);
build();
const home = ['clients', 'law-parameters', 'statistics-codes'].includes(kind) ? (values.municipality ?? '') : 'nuo';
const program = (await subgraphPrograms()).find(({ code }) => code === home);
if (!program) fail(`${usage}\nNo taking-part municipality has CBS code "${home}".`);
else {
  const given = (['mapping', 'from'] as const).flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
  const options = [...given, ...(values['dry-run'] ? ['--dry-run'] : [])];
  process.exitCode = await runNode(program.file, ['import', kind, file, ...options]);
}
