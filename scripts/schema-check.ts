// npm run schema:check [-- --against <commit or file>] [-- --unused]: what a change of the schema does to who asks it. Against where this work left main.
import { build, fail, kernel, optionsOf } from './lib.ts';
import { common } from './schema/changelog.ts';
import { schemaReport } from './schema/check.ts';
import { branchPoint, from, inWorkTree } from './schema/committed.ts';
import { unusedOf, usageOf } from './schema/usage.ts';

const { values } = optionsOf(
  { options: { against: { type: 'string' }, unused: { type: 'boolean', default: false } } },
  'Usage: npm run schema:check [-- --against <commit or file>] [-- --unused]',
);
build();
const { apiSchema, planEach } = await import('@werkplein/gateway');
const { localDay, municipalities, systemClock } = await kernel();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const against = values.against ?? branchPoint() ?? fail('There is no main here to compare with: fetch it, or name a commit or a supergraph with --against.');
const before = from(against) ?? fail(`${against} is neither a commit with a schema nor a file.`);
const now = inWorkTree();
const { problems, lines, note } = await schemaReport(before, localDay(systemClock()), now);
say(`The schema against ${against.slice(0, 12)}: ${note}`);
for (const line of lines) say(`  ${line}`);

const plans = await planEach(now.supergraph, now.documents);
for (const { name, problem } of plans) if (problem !== null) problems.push(`the document ${name} cannot be planned: ${problem}`);
const [slowest] = plans.toSorted((a, b) => b.ms - a.ms);
const all = plans.reduce((sum, { ms }) => sum + ms, 0);
say(
  `${plans.length} trusted documents planned in ${Math.round(all)} ms of processor time; the slowest is ${slowest?.name} with ${Math.round(slowest?.ms ?? 0)} ms`,
);

const schema = await apiSchema(now.supergraph);
const unused = unusedOf(schema, usageOf(schema, now.documents));
const shared = (coordinates: readonly string[]): string[] => [...new Set(coordinates.map((each) => common(each, municipalities)))];
const [fields, args] = [shared(unused.fields), shared(unused.arguments)];
say(`${fields.length} fields and ${args.length} arguments are used by no trusted document${values.unused ? ':' : ' (--unused lists them)'}`);
if (values.unused) for (const each of [...fields, ...args]) say(`  ${each}`);

for (const problem of problems) say(`FAIL ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
