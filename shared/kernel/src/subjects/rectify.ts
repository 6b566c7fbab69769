import { randomUUID } from 'node:crypto';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import type { ObjectLiteral } from 'typeorm';
import { organisationName } from '../municipalities/index.ts';
import { insertRows } from '../persistence/insert.ts';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import { AccessEvent } from '../processing/access-event.entity.ts';
import { ProcessingLogLine } from '../processing/processing-log.entity.ts';
import { UnshippedLine } from '../processing/unshipped-line.entity.ts';
import type { RequestContext } from '../server/context.ts';
import { bsnWarnings } from '../server/warnings.ts';
import { readCommandInput } from './command-input.ts';
import { isOfSubjects, type Recipient, type Rectification, type SubjectTable } from './registry.ts';
import { rowsOf } from './remove-rows.ts';
import { exported } from './subject-access.ts';

export interface Correction {
  table: string;
  id: string;
  /** Dutch. */
  field: string;
  /** Masked where the export masks: then both may look the same. */
  from: unknown;
  to: unknown;
}

/** What a rectification changed, or would change. The shape is described in docs/operations.md; a change of it is a new `format`. */
export interface RectificationReport {
  format: 'werkplein-rectification/1';
  controller: { code: string; name: string };
  madeAt: string;
  dryRun: boolean;
  subject: { kind: string; id: string };
  /** What `expectedVersion` must be to correct what is described here; null where there is no version. */
  version: number | null;
  changes: Correction[];
  /** Who must hear of it (AVG art. 19). */
  recipients: Recipient[];
  warnings: string[];
}

interface Told {
  table: SubjectTable;
  row: ObjectLiteral;
}

const told = async (tx: ReadTx, rectification: Rectification, id: string): Promise<Told[]> => {
  const { tables, ids } = await rectification.shows(tx, id);
  const found: Told[] = [];
  for (const table of tables) {
    const rows = await rowsOf(tx, table).where(isOfSubjects(table), { ids }).orderBy('t.id').getMany();
    found.push(...rows.map((row) => ({ table, row })));
  }
  return found;
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** By field what is other; a row that took the place of another (a corrected contact) counts as that one. */
const corrections = (before: readonly Told[], after: readonly Told[]): Correction[] => {
  const gone = before.filter(({ row }) => !after.some((other) => other.row['id'] === row['id']));
  return after.flatMap(({ table, row }) => {
    const old =
      before.find((each) => each.row['id'] === row['id'] && each.table.entity === table.entity) ?? gone.find((each) => each.table.entity === table.entity);
    const [from, to] = [old ? exported(old.table, old.row) : {}, exported(table, row)];
    const isOther = (field: string): boolean => {
      const column = table.masked?.[field];
      return !same(from[field], to[field]) || (column !== undefined && !same(old?.row[column], row[column]));
    };
    return Object.keys(to)
      .filter(isOther)
      .map((field) => ({ table: table.title, id: row['id'] as string, field, from: from[field] ?? null, to: to[field] }));
  });
};

/** The lines that the command wrote about whose data it weighed: a trial showed them all the same. */
const logOf = async ({ em }: WriteTx, { trace }: RequestContext) => {
  const where = { traceId: trace.traceId };
  const [lines, events] = [await em.findBy(ProcessingLogLine, where), await em.findBy(AccessEvent, where)];
  return { lines, events };
};

const keepLog = ({ db, logging }: RequestContext, { lines, events }: Awaited<ReturnType<typeof logOf>>): Promise<void> =>
  db.write(async (tx) => {
    await insertRows(tx, ProcessingLogLine, lines);
    await insertRows(tx, AccessEvent, events);
    const unshipped = [...events, ...lines].map(({ id }) => ({ id }));
    if (logging.shipped) await insertRows(tx, UnshippedLine, unshipped);
  });

/** Does the work in a transaction that is undone. */
const tried = async <T>({ db }: RequestContext, work: (tx: WriteTx) => Promise<T>): Promise<T> => {
  const undo = new Error('undone');
  let result: T | undefined;
  await db
    .write(async (tx) => {
      result = await work(tx);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return result as T;
};

export interface RectifyFields {
  id: string;
  /** Fields of the command's input without the id; with `dryRun` also without `expectedVersion`. */
  fields: Readonly<Record<string, unknown>>;
  dryRun: boolean;
}

/** Gives the command of the graph, so that rules, versions, audit and processing log are the same; a dry run is the same and then undone, but for the log. */
export const rectify = async (ctx: RequestContext, schema: GraphQLSchema, rectification: Rectification, { id, fields, dryRun }: RectifyFields) => {
  const { idField, correct, corrected, recipients } = rectification;
  const type = schema.getType(rectification.input) as GraphQLInputType;
  const work = async (tx: WriteTx) => {
    const asIs = await rectification.asIs(tx, id);
    if (!asIs) throw new Error('Nothing with this id is held.');
    const { expectedVersion = null, ...facts } = asIs;
    const given = { requestId: randomUUID(), ...facts, ...(dryRun && expectedVersion !== null && { expectedVersion }), ...fields };
    const input = readCommandInput(type, { ...given, [idField]: id }, idField in fields ? [idField] : []);
    const before = await told(tx, rectification, id);
    // To whom went what was wrong.
    const hearing = await recipients(tx, id);
    const answer = await correct(ctx, input as never);
    const report: RectificationReport = {
      format: 'werkplein-rectification/1',
      controller: { code: ctx.home, name: organisationName(ctx.home) },
      madeAt: ctx.clock().toISOString(),
      dryRun,
      subject: { kind: rectification.name, id },
      version: expectedVersion as number | null,
      changes: corrections(before, await told(tx, rectification, id)),
      recipients: hearing,
      warnings: bsnWarnings([{ name: 'input', type, value: input }]),
    };
    return { answer, report, log: await logOf(tx, ctx) };
  };
  const { answer, report, log } = dryRun ? await tried(ctx, work) : await ctx.db.write(work);
  if (dryRun) await keepLog(ctx, log);
  if (answer.__typename !== corrected) throw new Error(`Nothing was changed: ${JSON.stringify(answer)}`);
  return report;
};
