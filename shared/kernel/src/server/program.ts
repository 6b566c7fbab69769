import { parseArgs } from 'node:util';
import { systemClock } from '../clock/index.ts';
import { type Exported, writeJsonList } from '../export/index.ts';
import { newIds } from '../ids/index.ts';
import { type ImportSpec, type ImportSummary, type JsonImportSpec, notesText, progressBar, runImport, summaryText } from '../import/index.ts';
import { examineSubgraph } from '../doctor/examine-subgraph.ts';
import { exitCodeOf, reportText } from '../doctor/finding.ts';
import { newLetterKeys } from '../letters/letter-keys.ts';
import { type Database, kernelEntities } from '../persistence/database.ts';
import { grantsOf } from '../persistence/grants.ts';
import { configuredDatabase } from '../persistence/settings.ts';
import type { LoggedBy } from '../processing/write-processing.ts';
import { type SubjectRegistry, subjectTasks } from '../subjects/index.ts';
import type { RequestContext } from './context.ts';
import { operatorContext } from './operator.ts';
import { failStart, openSubgraphDatabase, runSubgraph, type SubgraphProcess } from './process.ts';

/** Imports a file by a spec; the program knows the file, the database and the options. */
export type RunSpec = <T>(spec: ImportSpec<T> | JsonImportSpec<T>) => Promise<ImportSummary>;

/** Gives the items of a list in batches; whom it shows, it logs by `by` before it gives them. */
export type ExportList = (db: Database, by: LoggedBy) => AsyncIterable<readonly Exported[]>;

/** One task of a program: with its own arguments, and as whoever runs it when its subjects are persons. */
export type ProgramTask = (db: Database, args: readonly string[], operator: () => Promise<RequestContext>) => Promise<string>;

/** The program of one subgraph: what it serves, and what it can be told at the command line. */
export interface SubgraphProgram extends SubgraphProcess {
  /** Fills a migrated database with demo data; loading twice changes nothing. */
  loadDemo(db: Database, scale: number): Promise<void>;
  /** Kind of file → how it is read; `from` is the OIN of the party that made it, when given. */
  imports: Readonly<Record<string, (run: RunSpec, from: string | undefined) => Promise<ImportSummary>>>;
  /** Kind of list → what goes out. */
  exports?: Readonly<Record<string, ExportList>>;
  /** Of whom it holds data, and how long. */
  subjects: SubjectRegistry;
  /** Tasks of its own, by name. */
  tasks?: Readonly<Record<string, ProgramTask>>;
  /** Throws when a key is missing, before anything is opened. */
  checkKeys?(): void;
}

/** Some rows were refused: the rest was written, and the caller's script can tell. */
const SOME_REJECTED = 2;

const subjectUsage = ({ subjects, rectifications }: SubjectRegistry): string => {
  const [person, thing] = [subjects, rectifications].map((kinds) => kinds.map(({ name }) => `--${name} <id>`).join('|'));
  return `  main.js subject-access ${person}|--bsn-from-stdin --out <folder>
  main.js rectify ${thing} --from <corrections.json> --dry-run|--apply --out <report.json>
  main.js erase ${person} --ground <ground> [--apply]
  main.js export-erasures --out <file.json>
  main.js reapply-erasures [--from <file.json>]
  main.js retention --dry-run|--apply --out <report.json>`;
};

const usage = ({ imports, exports = {}, subjects, tasks = {} }: SubgraphProgram): string => `Usage:
  main.js                                     serves the subgraph
  main.js doctor                              looks at this installation and says what to do
  main.js letter-keys                         makes keys for letters and prints both halves
  main.js migrate                             brings its database to the newest tables
  main.js grants [--program <name>[@host]] [--tasks <name>[@host]] [--apply]
                                              prints what the accounts of the service and of tasks need of its tables, or grants it
  main.js demo [--scale N]                    loads N times the demo data; not with NODE_ENV=production
  main.js import ${Object.keys(imports).join('|')} <file> [--mapping columns.json] [--from OIN] [--dry-run]
  main.js export ${Object.keys(exports).join('|')} --out <file.json>
${subjectUsage(subjects)}${Object.keys(tasks)
  .map((task) => `\n  main.js ${task}`)
  .join('')}`;

const withDatabase = async (program: SubgraphProgram, task: (db: Database) => Promise<void>): Promise<void> => {
  const db = await openSubgraphDatabase(program, 'task');
  try {
    const ran = await db.migrate();
    if (ran.length > 0) process.stdout.write(`${program.name}: ${ran.length} migrations ran\n`);
    await task(db);
  } finally {
    await db.close();
  }
};

interface ImportChoices {
  dryRun: boolean;
  mappingFile: string | undefined;
  from: string | undefined;
}

const importFile = (program: SubgraphProgram, kind: string, file: string, { dryRun, mappingFile, from }: ImportChoices): Promise<void> => {
  const by = program.imports[kind];
  if (!by) throw new Error(usage(program));
  return withDatabase(program, async (db) => {
    const bar = progressBar(process.stderr, `${program.name} ${kind}`);
    const ctx = { newId: newIds(program.home, systemClock), clock: systemClock };
    const onProgress = ({ rows, totalRows }: { rows: number; totalRows: number }): void => bar.update(rows, totalRows);
    const summary = await by((spec) => runImport({ file, spec, db, ctx, dryRun, onProgress, ...(mappingFile !== undefined && { mappingFile }) }), from);
    bar.done();
    process.stdout.write(`${summaryText(summary)}\n`);
    if (summary.rejected > 0) process.exitCode = SOME_REJECTED;
  });
};

const exportList = (program: SubgraphProgram, kind: string, file: string): Promise<void> => {
  const list = program.exports?.[kind];
  if (!list) throw new Error(usage(program));
  return withDatabase(program, async (db) => {
    const by = await operatorContext(program, db, `export ${kind}`);
    const bar = progressBar(process.stderr, `${program.name} ${kind}`);
    const { written, refused, notes } = await writeJsonList(file, list(db, by), (items) => bar.update(items));
    bar.done();
    process.stdout.write(`${written} geschreven naar ${file}, ${refused} weggelaten.${notesText(notes)}\n`);
    if (refused > 0) process.exitCode = SOME_REJECTED;
  });
};

const loadDemo = (program: SubgraphProgram, scale: number): Promise<void> => {
  if (!(scale > 0)) throw new Error(usage(program));
  if (process.env['NODE_ENV'] === 'production') throw new Error('Demo data are not loaded with NODE_ENV=production.');
  return withDatabase(program, (db) => program.loadDemo(db, scale));
};

const runNamedTask = (program: SubgraphProgram, task: string, args: readonly string[]): Promise<void> =>
  withDatabase(program, async (db) => {
    const own = program.tasks?.[task];
    const operator = () => operatorContext(program, db, task);
    const printed = own ? await own(db, args, operator) : await subjectTasks[task]?.(await operator(), program.subjects, args, program.subgraph.schema);
    process.stdout.write(`${printed}\n`);
  });

/** The private half is for this organisation's own settings, the public half for those of the others. */
const printLetterKeys = async ({ name }: SubgraphProgram): Promise<void> => {
  const { privateSet, publicSet } = await newLetterKeys();
  const prefix = name.toUpperCase();
  process.stdout.write(`${prefix}_LETTER_KEYS=${privateSet}\n${prefix}_LETTER_PUBLIC_KEYS=${publicSet}\n`);
};

const accountForm = /^([A-Za-z0-9_]{1,80})(?:@([A-Za-z0-9_.%:-]{1,255}))?$/;

/** Table by table, as a grant on the whole database would let the service change its own log. */
const grantRights = async (program: SubgraphProgram, args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options: { program: { type: 'string' }, tasks: { type: 'string' }, apply: { type: 'boolean' } } });
  const { url } = configuredDatabase(program.name, 'task');
  const uses = (['program', 'tasks'] as const).filter((use) => values[use] !== undefined);
  if (uses.length === 0 || url.startsWith('file:')) throw new Error(usage(program));
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const grants = uses.flatMap((use) => {
    const [, user, host = '%'] = accountForm.exec(values[use] ?? '') ?? [];
    if (user === undefined) throw new Error(usage(program));
    return grantsOf([...kernelEntities, ...program.entities], use, database, `'${user}'@'${host}'`);
  });
  if (!values.apply) return void process.stdout.write(grants.map((grant) => `${grant};\n`).join(''));
  await withDatabase(program, async (db) => {
    for (const grant of grants) await db.write((tx) => tx.em.query(grant));
    process.stdout.write(`${program.name}: ${grants.length} grants on tables\n`);
  });
};

const runTask = async (program: SubgraphProgram, args: readonly string[]): Promise<void> => {
  const [named = '', ...rest] = args;
  if (Object.hasOwn(subjectTasks, named) || Object.hasOwn(program.tasks ?? {}, named)) {
    program.checkKeys?.();
    return runNamedTask(program, named, rest);
  }
  if (named === 'doctor') {
    const findings = await examineSubgraph(program);
    process.stdout.write(reportText(program.name, findings));
    process.exitCode = exitCodeOf(findings);
    return;
  }
  if (named === 'grants') return grantRights(program, rest);
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: '1' },
      mapping: { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [task, kind, file] = positionals;
  if (task === 'letter-keys') return printLetterKeys(program);
  if (task === 'migrate') return withDatabase(program, async () => undefined);
  program.checkKeys?.();
  if (task === 'demo') return loadDemo(program, Number(values.scale));
  if (task === 'import' && kind !== undefined && file !== undefined) {
    return importFile(program, kind, file, { dryRun: values['dry-run'], mappingFile: values.mapping, from: values.from });
  }
  if (task === 'export' && kind !== undefined && values.out !== undefined) return exportList(program, kind, values.out);
  throw new Error(usage(program));
};

/** Runs a subgraph's program by its arguments: serves without any, otherwise does one task and ends. */
export const runProgram = async (program: SubgraphProgram, args: readonly string[] = process.argv.slice(2)): Promise<void> => {
  if (args.length > 0) {
    await runTask(program, args).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    });
    return;
  }
  try {
    program.checkKeys?.();
  } catch (error) {
    return failStart(program.name, error);
  }
  await runSubgraph(program);
};
