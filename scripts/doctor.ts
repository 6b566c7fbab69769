// npm run doctor [-- gateway|nuo|almelo|…]: looks at the installation of all, or the named, programs by the settings of this process, and says what to do.
// Ends with 2 when something is wrong, 1 when something should be looked after.
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

build();
const programs = [{ name: 'gateway', file: 'gateway/dist/main.js' }, ...(await subgraphPrograms())];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !programs.some((program) => program.name === name));
if (unknown.length > 0) fail(`No program ${unknown.join(', ')}; there are ${programs.map(({ name }) => name).join(', ')}.`);
for (const { name, file } of programs)
  if (wanted.length === 0 || wanted.includes(name)) process.exitCode = Math.max(Number(process.exitCode ?? 0), await runNode(file, ['doctor']));
