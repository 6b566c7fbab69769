import { type Cursor, decodeCursor, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { showingClient } from '../clients/client.activities.ts';
import { type DeadlineKind, deadlineKindCodes, sourceOf } from './deadline.kinds.ts';

export interface DeadlineRow {
  kind: DeadlineKind;
  /** Of the row that it is about. */
  id: string;
  clientId: string;
  day: string;
}

export interface DeadlineQuestion {
  until: string;
  klantregisseurId: string;
  kinds: readonly DeadlineKind[];
  first: number;
  after?: string | null;
}

interface Sql {
  text: string;
  values: unknown[];
}

/** Where the rows of one kind go on after the last row of a page: pages go by day, then kind, then id. */
const goingOn = (kind: DeadlineKind, day: string, after: Cursor | null): Sql => {
  if (!after) return { text: '', values: [] };
  const [lastDay, place] = after;
  const [lastKind = '', lastId = ''] = place.split('|');
  if (kind === lastKind) return { text: `AND t.${day} >= ? AND (t.${day} > ? OR t.id > ?)`, values: [lastDay, lastDay, lastId] };
  return { text: `AND t.${day} ${kind > lastKind ? '>=' : '>'} ?`, values: [lastDay] };
};

/** The earliest rows of one kind: no more than a page, so that each is read by its own index. */
const selectOf = (kind: DeadlineKind, today: string, { until, klantregisseurId }: DeadlineQuestion, after: Cursor | null, limit: number): Sql => {
  const { table, day, where } = sourceOf(kind);
  const more = goingOn(kind, day, after);
  const todays = where.split(':today').length - 1;
  const text = `SELECT * FROM (SELECT '${kind}' AS kind, t.id AS id, t.clientId AS clientId, t.${day} AS day FROM ${table} t
    JOIN dossier d ON d.openClientId = t.clientId WHERE t.${day} <= ? AND d.klantregisseurId = ? AND (${where.replaceAll(':today', '?')}) ${more.text}
    ORDER BY t.${day}, t.id LIMIT ${limit}) ${kind}`;
  return { text, values: [until, klantregisseurId, ...Array.from({ length: todays }, () => today), ...more.values] };
};

/** What of a caseload has a day until then, those that are past first: one statement, however many kinds and clients. */
export const deadlines = async (ctx: RequestContext, question: DeadlineQuestion): Promise<Page<DeadlineRow>> => {
  const size = pageSize(question.first);
  const after = decodeCursor(question.after);
  const today = localDay(ctx.clock());
  const kinds = question.kinds.length === 0 ? deadlineKindCodes : question.kinds;
  const selects = kinds.map((kind) => selectOf(kind, today, question, after, size + 1));
  const sql = `SELECT kind, id, clientId, day FROM (${selects.map(({ text }) => text).join(' UNION ALL ')}) u ORDER BY day, kind, id LIMIT ${size + 1}`;
  const rows = await ctx.db.read.em.query<DeadlineRow[]>(
    sql,
    selects.flatMap(({ values }) => values),
  );
  const page = toPage(rows, size, ({ day, kind, id }) => [day, `${kind}|${id}`]);
  for (const { clientId } of page.nodes) ctx.processed(clientId, showingClient(ctx));
  return page;
};
