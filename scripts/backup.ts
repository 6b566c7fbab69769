// npm run backup -- --organisation <name> --to <folder>: one state of its database in a new folder below, while the service runs.
import { join } from 'node:path';
import { databaseOf } from './audit/believed.ts';
import { backUp, tell } from './backup/back-up.ts';
import { build, fail, optionsOf, orFail, subgraphPrograms } from './lib.ts';

const usage = 'Usage: npm run backup -- --organisation nuo|almelo|… --to <folder>';
const { values } = optionsOf({ options: { organisation: { type: 'string' }, to: { type: 'string' } } }, usage);
build();
const { organisation, to } = values;
const known = (await subgraphPrograms()).some(({ name }) => name === organisation);
if (!known || organisation === undefined || to === undefined) fail(usage);
else {
  const folder = join(to, `${organisation}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`);
  const source = { organisation, ...databaseOf(organisation) };
  const manifest = await orFail(() => backUp(source, folder));
  const { bytes, rows } = manifest;
  const total = Object.values(rows).reduce((sum, each) => sum + each, 0);
  process.stdout.write(`${folder}: ${total} rows of ${Object.keys(rows).length} tables, ${bytes} bytes\n`);
  // A replica takes no writes, and tables of before have no place for it: the backup is as good.
  await tell(source, manifest).catch((error: Error) => process.stderr.write(`The database was not told of it, so BackupMissing goes on: ${error.message}\n`));
}
