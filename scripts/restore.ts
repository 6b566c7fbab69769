// npm run restore -- --organisation <name> --from <folder of a backup> [--erasures erasures.json] [--keys public.json] [--heads kept.log]: into an empty database.
import { parseArgs } from 'node:util';
import { believedKeys, databaseOf, headsIn } from './audit/believed.ts';
import { putBack } from './backup/put-back.ts';
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { organisation: text, from: text, erasures: text, keys: text, heads: text } });
build();
const program = (await subgraphPrograms()).find(({ name }) => name === values.organisation);
if (!program || values.from === undefined)
  fail('Usage: npm run restore -- --organisation nuo|almelo|… --from <folder> [--erasures <file.json>] [--keys <public.json>] [--heads <file>]');
else {
  const { name, code, file } = program;
  const audit = { organisation: code, keys: believedKeys(name, values.keys), shipped: headsIn(values.heads) };
  const { manifest, wrong } = await putBack({ organisation: name, ...databaseOf(name) }, values.from, audit);
  process.stdout.write(`${name}: put back as it was on ${manifest.takenAt}\n`);
  for (const each of wrong) process.stdout.write(`  NOT AS IT WAS: ${each}\n`);
  if (values.erasures === undefined) process.stdout.write('  No --erasures: who was erased since the backup is back. Erase them before the service starts.\n');
  const again = await runNode(file, ['reapply-erasures', ...(values.erasures === undefined ? [] : ['--from', values.erasures])]);
  process.exitCode = wrong.length > 0 || again !== 0 ? 1 : 0;
}
