import { runCommand } from '../commands/index.ts';
import { writeProcessing } from '../processing/write-processing.ts';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';
import { localDay } from '../scalars/day.ts';
import type { RequestContext } from '../server/context.ts';
import { type RetainedTable, removalOrder, type SubjectRegistry } from './registry.ts';
import { type FoundRow, findKeys, removeRows, rowsOf } from './remove-rows.ts';
import { type KnownTerm, overBefore, termsOn } from './terms.store.ts';

/** Rows of one command: its transaction holds locks, and its audit row names them. */
const BATCH = 500;

export interface RetentionPart {
  kind: string;
  title: string;
  /** Null when no term is known: nothing of this kind is removed. */
  term: string | null;
  startEvent: string | null;
  source: string | null;
  /** Of a dry run: how many may go; else how many went. */
  rows: number;
}

export interface RetentionReport {
  __typename: 'RetentionReport';
  day: string;
  dryRun: boolean;
  parts: RetentionPart[];
  /** Whether more may go than one command removes. */
  more: boolean;
}

export interface RunRetentionFields {
  requestId: string;
  dryRun: boolean;
}

/** Hears which rows go, or would. */
export type OnRows = (table: RetainedTable, ids: string[]) => void;

const partOf = ({ kind, title }: RetainedTable, known: KnownTerm | undefined, rows: number): RetentionPart => ({
  kind,
  title,
  term: known?.term ?? null,
  startEvent: known?.startEvent ?? null,
  source: known?.source ?? null,
  rows,
});

const due = (tx: ReadTx, table: RetainedTable, known: KnownTerm, today: string) => {
  const query = rowsOf(tx, table).where(...overBefore(table, known.parsed, today));
  return table.held ? query.andWhere(`NOT (${table.held})`) : query;
};

/** Every due row of a table, in pages by id; a table without one is only counted. */
export const dueIds = async (tx: ReadTx, table: RetainedTable, known: KnownTerm, today: string, onRows: OnRows): Promise<number> => {
  let count = 0;
  for (let after = ''; ; ) {
    const page = await findKeys(tx, table, due(tx, table, known, today).andWhere('t.id > :after', { after }), BATCH);
    if (page.length === 0) return count;
    count += page.length;
    after = page.at(-1)?.key['id'] as string;
    onRows(
      table,
      page.map(({ key }) => key['id'] as string),
    );
  }
};

const remove = async (tx: WriteTx, ctx: RequestContext, table: RetainedTable, known: KnownTerm, today: string, limit: number): Promise<FoundRow[]> => {
  if (table.remove) return table.remove(tx, ctx, overBefore(table, known.parsed, today), limit);
  const rows = await findKeys(tx, table, due(tx, table, known, today), limit);
  await removeRows(tx, table, rows);
  return rows;
};

const subjectOf = (registry: SubjectRegistry, table: RetainedTable) => registry.subjects.find(({ tables }) => tables.some((each) => each === table));

/** One batch of what may go, dependent tables first, in one transaction; or, with `dryRun`, the whole count and nothing written. */
export const runRetention = (ctx: RequestContext, registry: SubjectRegistry, input: RunRetentionFields, onRows?: OnRows): Promise<RetentionReport> =>
  runCommand<RetentionReport>(ctx, input.dryRun ? 'retentionDryRun' : 'runRetention', input, async (tx) => {
    const today = localDay(ctx.clock());
    const terms = await termsOn(tx, today);
    const parts: RetentionPart[] = [];
    const subjectIds: string[] = [];
    let left = BATCH;
    for (const table of removalOrder(registry)) {
      const known = terms.get(table.kind);
      if (known && input.dryRun) {
        parts.push(
          partOf(table, known, onRows && 'subject' in table ? await dueIds(tx, table, known, today, onRows) : await due(tx, table, known, today).getCount()),
        );
        continue;
      }
      const rows = known && left > 0 ? await remove(tx, ctx, table, known, today, left) : [];
      left -= rows.length;
      parts.push(partOf(table, known, rows.length));
      const kind = subjectOf(registry, table);
      if (!kind) continue;
      const ids = rows.map(({ key }) => key['id'] as string);
      onRows?.(table, ids);
      subjectIds.push(...ids);
      const persons = new Set(rows.flatMap(({ subject }) => (subject === null ? [] : [subject])));
      await writeProcessing(
        tx,
        ctx,
        [...persons].map((subjectId) => ({ subjectId, activity: kind.erasing(ctx) })),
      );
    }
    return { answer: { __typename: 'RetentionReport', day: today, dryRun: input.dryRun, parts, more: left === 0 }, subjectIds };
  });
