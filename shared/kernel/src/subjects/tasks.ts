import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { progressBar } from '../import/progress.ts';
import type { RequestContext } from '../server/context.ts';
import { writeProcessing } from '../processing/write-processing.ts';
import { accessPage } from './access-page.ts';
import { eraseSubject } from './erase-subject.ts';
import { type ErasureGround, erasureGrounds } from './erasure-grounds.ts';
import { erasureFile, learnErasures, reapplyErasures } from './reapply-erasures.ts';
import type { SubjectKind, SubjectRegistry } from './registry.ts';
import { runRetention } from './run-retention.ts';
import { subjectAccess } from './subject-access.ts';
import { numberErasedAt } from './tombstones.ts';

/** One thing that a program does at the command line for the rights of persons; gives what it prints. */
export type SubjectTask = (ctx: RequestContext, registry: SubjectRegistry, args: readonly string[]) => Promise<string>;

// Personal data: for whoever runs the task only.
const OWN = { mode: 0o600 };

const save = (file: string, content: unknown): Promise<void> => writeFile(file, `${JSON.stringify(content, null, 2)}\n`, OWN);

/** `--client <id>`, `--participant <id>`, …: the kinds of person of this organisation. */
const personOptions = (registry: SubjectRegistry) => Object.fromEntries(registry.subjects.map(({ name }) => [name, { type: 'string' as const }]));

const namedPerson = (registry: SubjectRegistry, values: Record<string, unknown>): { kind: SubjectKind; id: string } => {
  const named = registry.subjects.flatMap((kind) => (typeof values[kind.name] === 'string' ? [{ kind, id: values[kind.name] as string }] : []));
  const [person] = named;
  if (!person || named.length > 1) throw new Error(`Name one person: ${registry.subjects.map(({ name }) => `--${name} <id>`).join(' or ')}`);
  return person;
};

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
  const options = { ...personOptions(registry), 'bsn-from-stdin': { type: 'boolean' as const }, out: { type: 'string' as const } };
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
  const options = { ...personOptions(registry), ground: { type: 'string' as const }, apply: { type: 'boolean' as const } };
  const { values } = parseArgs({ args: [...args], options });
  const ground = values['ground'] as ErasureGround;
  if (!erasureGrounds.includes(ground)) throw new Error(`Say why: --ground ${erasureGrounds.join('|')}`);
  const { kind, id } = namedPerson(registry, values);
  return JSON.stringify(await eraseSubject(ctx, kind, { requestId: randomUUID(), subjectId: id, ground, dryRun: values['apply'] !== true }), null, 2);
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
  'export-erasures': exportErasuresTask,
  'reapply-erasures': reapplyTask,
  retention: retentionTask,
};
