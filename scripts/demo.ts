// npm run demo -- --scale N: fills the five databases with N times the demo data. Loading twice changes nothing.
import { build, fail, optionsOf, runNode, subgraphPrograms } from './lib.ts';

const usage = 'Usage: npm run demo -- --scale <number above 0>';
const { values } = optionsOf({ options: { scale: { type: 'string', default: '1' } } }, usage);
if (!(Number(values.scale) > 0)) fail(usage);
if (process.env['NODE_ENV'] === 'production') fail('Demo data are not loaded with NODE_ENV=production.');
build();
for (const { name, file } of await subgraphPrograms())
  if ((await runNode(file, ['demo', '--scale', values.scale])) !== 0) fail(`The demo data of ${name} were not loaded; run the command again to go on.`);
