// npm run subject-access|rectify|erase|export-erasures|reapply-erasures|retention|rotate-bsn-keys|tell-person-tokens|srg|state-facts|wsw-statistics -- --organisation <name> [options]: a task of one organisation.
import { build, fail, runNode, subgraphPrograms } from './lib.ts';

const [task = '', ...args] = process.argv.slice(2);
const at = args.indexOf('--organisation');
const name = at < 0 ? '' : args[at + 1];
build();
const programs = await subgraphPrograms();
const program = programs.find((each) => each.name === name);
if (!program) fail(`Usage: npm run ${task} -- --organisation ${programs.map((each) => each.name).join('|')} …`);
else process.exitCode = await runNode(program.file, [task, ...args.toSpliced(at, 2)]);
