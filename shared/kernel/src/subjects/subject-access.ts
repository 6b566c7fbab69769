import type { ObjectLiteral } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity.ts';
import { organisationName } from '../municipalities/index.ts';
import { accessLog } from '../processing/access-log.ts';
import { PAGE_MAX } from '../pages/index.ts';
import { localDay } from '../scalars/day.ts';
import type { RequestContext } from '../server/context.ts';
import { idsOf, isOfSubjects, personTable, type Recipient, type SubjectKind, type SubjectTable } from './registry.ts';
import { rowsOf } from './remove-rows.ts';
import { type KnownTerm, termsOn } from './terms.store.ts';

interface ExportedTable {
  table: string;
  title: string;
  retention: { term: string; startEvent: string; source: string } | null;
  rows: Record<string, unknown>[];
}

/** Everything that one controller holds on one person (AVG art. 15). The shape is described in docs/operations.md; a change of it is a new `format`. */
export interface SubjectExport {
  format: 'werkplein-subject-access/1';
  controller: { code: string; name: string };
  madeAt: string;
  subject: { kind: string; title: string; id: string };
  data: ExportedTable[];
  /** Where data came from, when not from the person or our own employees. */
  sources: { system: string; key: string | null; table: string }[];
  recipients: Recipient[];
  /** Who processed the data, newest first: the organisation, never the employee. */
  accesses: { at: string; organisation: string; activity: string; purpose: string }[];
  /** Commands about the person, newest first. */
  commands: { at: string; organisation: string; command: string }[];
  rights: string;
}

const rights =
  'U kunt ons vragen om uw gegevens te verbeteren, te wissen of minder te gebruiken, en u kunt bezwaar maken (AVG art. 16, 17, 18 en 21). ' +
  'Bent u het niet met ons eens, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens. Er zijn geen besluiten over u genomen door een computer alleen.';

const titled = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** A row in Dutch words, as the person may read it. */
export const exported = ({ hidden = [], labels = {}, show }: SubjectTable, row: ObjectLiteral): Record<string, unknown> => {
  const shown = show?.(row as never) ?? {};
  const columns = Object.entries(row).filter(([column]) => !hidden.includes(column) && !(column in shown));
  return Object.fromEntries([...columns, ...Object.entries(shown)].map(([column, value]) => [labels[column] ?? column, titled(value)]));
};

const tableOf = async ({ db }: RequestContext, table: SubjectTable, ids: readonly string[], known: KnownTerm | undefined) => {
  const rows = await rowsOf(db.read, table).where(isOfSubjects(table), { ids }).orderBy('t.id').getMany();
  const { tableName } = db.read.em.connection.getMetadata(table.entity);
  const retention = known ? { term: known.term, startEvent: known.startEvent, source: known.source } : null;
  const sources = rows.flatMap((row) =>
    row['sourceSystem'] ? [{ system: String(row['sourceSystem']), key: (row['sourceKey'] ?? null) as string | null, table: tableName }] : [],
  );
  return { sources, exportedTable: { table: tableName, title: table.title, retention, rows: rows.map((row) => exported(table, row)) } };
};

const allAccesses = async (ctx: RequestContext, subject: string): Promise<SubjectExport['accesses']> => {
  const all: SubjectExport['accesses'] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await accessLog(ctx, subject, PAGE_MAX, after);
    all.push(
      ...nodes.map(({ at, organisation, activity, purpose }) => ({ at: at.toISOString(), organisation: organisationName(organisation), activity, purpose })),
    );
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
};

const commandsAbout = async ({ db }: RequestContext, subject: string): Promise<SubjectExport['commands']> => {
  // No index on the ids of an audit row: an export is rare, and reading the table once is bearable.
  const query = db.read.em.createQueryBuilder(AuditEvent, 'a').where('a.subjectIds LIKE :mentions', { mentions: `%"${subject}"%` });
  const rows = await query.orderBy('a.id', 'DESC').getMany();
  return rows.map(({ at, organisation, action }) => ({ at: at.toISOString(), organisation: organisationName(organisation), command: action }));
};

/** Newest first, over every id of the person. */
const ofAll = async <T extends { at: string }>(ids: readonly string[], of: (id: string) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (const id of ids) found.push(...(await of(id)));
  return ids.length === 1 ? found : found.sort((a, b) => (a.at < b.at ? 1 : -1));
};

/** Collects what is held on a person, or null when there is nobody with this id. That it is given is a processing too. */
export const subjectAccess = async (ctx: RequestContext, kind: SubjectKind, subject: string): Promise<SubjectExport | null> => {
  const person = personTable(kind).entity as new () => ObjectLiteral;
  if (!(await ctx.db.read.em.existsBy(person, { id: subject }))) return null;
  const ids = await idsOf(kind, ctx.db.read, subject);
  for (const id of ids) ctx.processed(id, kind.accessing(ctx));
  const terms = await termsOn(ctx.db.read, localDay(ctx.clock()));
  const tables = [];
  for (const table of kind.tables.toReversed()) tables.push(await tableOf(ctx, table, ids, terms.get(table.kind)));
  return {
    format: 'werkplein-subject-access/1',
    controller: { code: ctx.home, name: organisationName(ctx.home) },
    madeAt: ctx.clock().toISOString(),
    subject: { kind: kind.name, title: kind.title, id: subject },
    data: tables.map(({ exportedTable }) => exportedTable),
    sources: tables.flatMap(({ sources }) => sources),
    recipients: await kind.recipients(ctx.db.read, subject),
    accesses: await ofAll(ids, (id) => allAccesses(ctx, id)),
    commands: await ofAll(ids, (id) => commandsAbout(ctx, id)),
    rights,
  };
};
