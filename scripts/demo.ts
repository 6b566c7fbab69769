// npm run demo -- --scale N: fills the five databases with N times the demo data. Loading twice changes nothing.
import { parseArgs } from 'node:util';
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
if (!(Number(values.scale) > 0)) fail('Usage: npm run demo -- --scale <number above 0>');
if (process.env['NODE_ENV'] === 'production') fail('Demo data are not loaded with NODE_ENV=production.');
build();
for (const { name, file } of await subgraphPrograms())
  if ((await runNode(file, ['demo', '--scale', values.scale])) !== 0) fail(`The demo data of ${name} were not loaded; run the command again to go on.`);
