import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Problem } from '../errors/index.ts';
import { progressBar } from '../import/progress.ts';
import type { RequestContext } from '../server/context.ts';
import { writeProcessing } from '../processing/write-processing.ts';
import { accessPage } from './access-page.ts';
import { eraseSubject } from './erase-subject.ts';
import { type ErasureGround, erasureGrounds } from './erasure-grounds.ts';
import { erasureFile, learnErasures, reapplyErasures } from './reapply-erasures.ts';
import { rectify, type RectificationReport } from './rectify.ts';
import type { Rectification, SubjectKind, SubjectRegistry } from './registry.ts';
import { runRetention } from './run-retention.ts';
import { subjectAccess } from './subject-access.ts';
import { numberErasedAt } from './tombstones.ts';

/** One thing that a program does at the command line for the rights of persons; gives what it prints. */
export type SubjectTask = (ctx: RequestContext, registry: SubjectRegistry, args: readonly string[], schema: GraphQLSchema) => Promise<string>;

// Personal data: for whoever runs the task only.
const OWN = { mode: 0o600 };

const save = (file: string, content: unknown): Promise<void> => writeFile(file, `${JSON.stringify(content, null, 2)}\n`, OWN);

/** `--client <id>`, `--participant <id>`, …: the kinds of person of this organisation. */
const idOptions = (kinds: readonly { name: string }[]) => Object.fromEntries(kinds.map(({ name }) => [name, { type: 'string' as const }]));

const named = <K extends { name: string }>(kinds: readonly K[], what: string, values: Record<string, unknown>): { kind: K; id: string } => {
  const found = kinds.flatMap((kind) => (typeof values[kind.name] === 'string' ? [{ kind, id: values[kind.name] as string }] : []));
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`Name one ${what}: ${kinds.map(({ name }) => `--${name} <id>`).join(' or ')}`);
  return one;
};
const namedPerson = (registry: SubjectRegistry, values: Record<string, unknown>): { kind: SubjectKind; id: string } =>
  named(registry.subjects, 'person', values);

/** Who has the BSN on standard input: as an argument it would stand in the list of processes and in the shell's history. */
const personByBsn = async (ctx: RequestContext, registry: SubjectRegistry): Promise<{ kind: SubjectKind; id: string }> => {
  const kind = registry.subjects.find(({ byBsn }) => byBsn);
  if (!kind?.byBsn) throw new Error('This organisation finds nobody by BSN.');
  const { ids, number } = await kind.byBsn(ctx.db.read, (await readStream(process.stdin)).trim());
  if (ids[0] !== undefined) return { kind, id: ids[0] };
  const erased = await numberErasedAt(ctx.db.read, ctx, kind.name, number);
  throw new Error(
    erased ? `Nobody with this BSN is held; somebody with it was erased on ${erased.toISOString().slice(0, 10)}.` : 'Nobody with this BSN is held.',
  );
};

const accessTask: SubjectTask = async (ctx, registry, args) => {
  const options = { ...idOptions(registry.subjects), 'bsn-from-stdin': { type: 'boolean' as const }, out: { type: 'string' as const } };
  const { values } = parseArgs({ args: [...args], options });
  const out = values['out'];
  if (typeof out !== 'string') throw new Error('Say where it goes: --out <folder>');
  const { kind, id } = values['bsn-from-stdin'] ? await personByBsn(ctx, registry) : namedPerson(registry, values);
  const found = await subjectAccess(ctx, kind, id);
  if (!found) throw new Error('Nobody with this id is held.');
  await ctx.db.write((tx) => writeProcessing(tx, ctx, ctx.recorder.pending()));
  await mkdir(out, { recursive: true, mode: 0o700 });
  await save(join(out, 'inzage.json'), found);
  await writeFile(join(out, 'inzage.html'), accessPage(found), OWN);
  return `${join(out, 'inzage.json')} and inzage.html: ${found.data.reduce((sum, { rows }) => sum + rows.length, 0)} rows, ${found.accesses.length} accesses`;
};

const eraseTask: SubjectTask = async (ctx, registry, args) => {
  const options = { ...idOptions(registry.subjects), ground: { type: 'string' as const }, apply: { type: 'boolean' as const } };
  const { values } = parseArgs({ args: [...args], options });
  const ground = values['ground'] as ErasureGround;
  if (!erasureGrounds.includes(ground)) throw new Error(`Say why: --ground ${erasureGrounds.join('|')}`);
  const { kind, id } = namedPerson(registry, values);
  return JSON.stringify(await eraseSubject(ctx, kind, { requestId: randomUUID(), subjectId: id, ground, dryRun: values['apply'] !== true }), null, 2);
};

/** The fields of a correction. A message of the parser would repeat what stands there. */
const fieldsIn = async (file: string): Promise<Record<string, unknown>> => {
  const content = await readFile(file, 'utf8');
  let fields: unknown;
  try {
    fields = JSON.parse(content);
  } catch {
    throw new Error(`${file} is no JSON.`);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error(`${file} holds no object with fields.`);
  return fields as Record<string, unknown>;
};

/** What the graph refuses, for someone who wrote the file. */
const refusal = (error: unknown): Error => {
  if (!(error instanceof GraphQLError)) return error as Error;
  const problems = (error.extensions['problems'] ?? []) as Problem[];
  return new Error([error.message, ...problems.map(({ path, message }) => `  ${path.filter((step) => step !== 'input').join('.')}: ${message}`)].join('\n'));
};

const rectified = ({ changes, recipients, dryRun, warnings }: RectificationReport, file: string): string => {
  const fields = changes.map(({ field }) => field);
  const hearing = [...new Set(recipients.map(({ organisation }) => organisation))];
  return [
    `${dryRun ? 'Nothing was written. Would change' : 'Changed'}: ${fields.length === 0 ? 'nothing' : fields.join(', ')}`,
    hearing.length === 0 ? 'Nobody else has these data.' : `To be told (AVG art. 19): ${hearing.join(', ')}`,
    ...warnings,
    file,
  ].join('\n');
};

const rectifyTask: SubjectTask = async (ctx, registry, args, schema) => {
  const kinds: readonly Rectification[] = registry.rectifications;
  const [text, flag] = [{ type: 'string' as const }, { type: 'boolean' as const }];
  const { values } = parseArgs({ args: [...args], options: { ...idOptions(kinds), from: text, out: text, 'dry-run': flag, apply: flag } });
  const [from, out] = [values['from'], values['out']];
  if (typeof from !== 'string' || typeof out !== 'string' || values['apply'] === values['dry-run'])
    throw new Error('Say --dry-run or --apply, what is right: --from <corrections.json>, and where the report goes: --out <report.json>');
  const { kind, id } = named(kinds, 'thing to correct', values);
  const fields = await fieldsIn(from);
  // Opened first: nothing is corrected that cannot be reported.
  const file = await open(out, 'a', OWN.mode);
  try {
    const report = await rectify(ctx, schema, kind, { id, fields, dryRun: values['apply'] !== true });
    await file.truncate();
    await file.writeFile(`${JSON.stringify(report, null, 2)}\n`);
    return rectified(report, out);
  } catch (error) {
    throw refusal(error);
  } finally {
    await file.close();
  }
};

const exportErasuresTask: SubjectTask = async (ctx, _registry, args) => {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
  if (values.out === undefined) throw new Error('Say where it goes: --out <file.json>');
  const file = await erasureFile(ctx.db.read);
  await save(values.out, file);
  return `${values.out}: ${file.erasures.length} erasures`;
};

const reapplyTask: SubjectTask = async (ctx, registry, args) => {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' } } });
  const learned = values.from === undefined ? 0 : await learnErasures(ctx, JSON.parse(await readFile(values.from, 'utf8')));
  const bar = progressBar(process.stderr, 'looking for persons who were erased');
  const erased = await reapplyErasures(ctx, registry, randomUUID, (seen) => bar.update(seen));
  bar.done();
  return `${learned} erasures learned, ${erased} persons erased again`;
};

const retentionTask: SubjectTask = async (ctx, registry, args) => {
  const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' }, out: { type: 'string' } } });
  if (values.out === undefined || values.apply === values['dry-run'])
    throw new Error('Say --dry-run or --apply, and where the report goes: --out <report.json>');
  // Opened first: nothing is removed that cannot be reported.
  const file = await open(values.out, 'w', OWN.mode);
  const ids: Record<string, string[]> = {};
  const note = (table: { title: string }, some: string[]): void => void (ids[table.title] ??= []).push(...some);
  const due = await runRetention(ctx, registry, { requestId: randomUUID(), dryRun: true }, values.apply ? undefined : note);
  const total = due.parts.reduce((sum, { rows }) => sum + rows, 0);
  const removed = due.parts.map((part) => ({ ...part, rows: 0 }));
  const bar = progressBar(process.stderr, 'retention', total);
  for (let more = values.apply === true; more; ) {
    const report = await runRetention(ctx, registry, { requestId: randomUUID(), dryRun: false }, note);
    for (const [i, { rows }] of report.parts.entries()) if (removed[i]) removed[i].rows += rows;
    bar.update(removed.reduce((sum, { rows }) => sum + rows, 0));
    more = report.more;
  }
  bar.done();
  const parts = values.apply ? removed : due.parts;
  await file.writeFile(`${JSON.stringify({ format: 'werkplein-retention/1', day: due.day, dryRun: due.dryRun && !values.apply, parts, ids }, null, 2)}\n`);
  await file.close();
  return parts.map(({ title, term, rows }) => `${title}: ${term === null ? 'no term is known, nothing removed' : `${rows} (${term})`}`).join('\n');
};

export const subjectTasks: Readonly<Record<string, SubjectTask>> = {
  'subject-access': accessTask,
  erase: eraseTask,
  rectify: rectifyTask,
  'export-erasures': exportErasuresTask,
  'reapply-erasures': reapplyTask,
  retention: retentionTask,
};
