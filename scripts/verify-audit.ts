// npm run verify-audit -- --organisation <name> [--keys public.json] [--heads kept.log]: whether the audit is as it was written. Reads the database only.
import { believedKeys, databaseOf, headsIn } from './audit/believed.ts';
import { inSnapshot, withOpened } from './audit/open-database.ts';
import { verifyChain } from './audit/verify-chain.ts';
import { build, fail, optionsOf, orFail, subgraphPrograms } from './lib.ts';

const usage = 'Usage: npm run verify-audit -- --organisation nuo|almelo|… [--keys <public.json>] [--heads <file>]';
const { values } = optionsOf({ options: { organisation: { type: 'string' }, keys: { type: 'string' }, heads: { type: 'string' } } }, usage);
build();
const program = (await subgraphPrograms()).find(({ name }) => name === values.organisation);
if (!program) fail(usage);
else {
  const { name, code } = program;
  const { url, tls } = databaseOf(name);
  const { rows, base, head, unsealed, shipped, findings } = await orFail(async () => {
    const expected = { organisation: code, keys: believedKeys(name, values.keys), shipped: headsIn(values.heads) };
    return withOpened(url, tls, (opened) => inSnapshot(opened, url, () => verifyChain(opened.query, expected)));
  });
  process.stdout.write(
    `${name}: ${rows} sealed rows, positions ${base + 1} to ${head}; ${unsealed} not sealed yet; ${shipped} ends kept elsewhere are in it\n`,
  );
  for (const finding of findings) process.stdout.write(`  NOT AS WRITTEN: ${finding}\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
