// npm run restore -- --organisation <name> --from <folder of a backup> --erasures <erasures.json>|none [--keys public.json] [--heads kept.log]: into an empty database.
import { believedKeys, databaseOf, headsIn } from './audit/believed.ts';
import { putBack } from './backup/put-back.ts';
import { build, fail, optionsOf, orFail, runNode, subgraphPrograms } from './lib.ts';

const text = { type: 'string' } as const;
const usage = 'Usage: npm run restore -- --organisation nuo|almelo|… --from <folder> --erasures <file.json>|none [--keys <public.json>] [--heads <file>]';
const { values } = optionsOf({ options: { organisation: text, from: text, erasures: text, keys: text, heads: text } }, usage);
build();
const { from } = values;
const program = (await subgraphPrograms()).find(({ name }) => name === values.organisation);
// Who was erased after the backup is in it: forgetting them must be somebody's decision.
if (!program || from === undefined || values.erasures === undefined) fail(usage);
else {
  const { name, code, file } = program;
  const begun = Date.now();
  const { manifest, wrong } = await orFail(async () => {
    const audit = { organisation: code, keys: believedKeys(name, values.keys), shipped: headsIn(values.heads) };
    return putBack({ organisation: name, ...databaseOf(name) }, from, audit);
  });
  const rows = Object.values(manifest.rows).reduce((sum, each) => sum + each, 0);
  process.stdout.write(`${name}: put back as it was on ${manifest.takenAt}, ${rows} rows in ${Math.round((Date.now() - begun) / 100) / 10} s\n`);
  for (const each of wrong) process.stdout.write(`  NOT AS IT WAS: ${each}\n`);
  const again = await runNode(file, ['reapply-erasures', ...(values.erasures === 'none' ? [] : ['--from', values.erasures])]);
  process.exitCode = wrong.length > 0 || again !== 0 ? 1 : 0;
}
