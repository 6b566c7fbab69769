import type { ReadTx, RequestContext, WriteTx } from '@werkplein/kernel';
import { type EntityTarget, In, IsNull, MoreThan, MoreThanOrEqual, type ObjectLiteral } from 'typeorm';
import { ContactPerson, Employer, EmployerAlias } from '../employers/employer.entity.ts';
import { groupBy, rowsBy } from '../reads.ts';
import { personPairs } from './merge-conflicts.ts';
import { mergeRegistry, type MergeEntry } from './merge-registry.ts';
import { EmployerMerge } from './merge.entity.ts';

type Row = ObjectLiteral & { id: string };
export const entityOf = (entry: MergeEntry): EntityTarget<Row> => entry.entity;
export const tableOf = (tx: ReadTx, entry: MergeEntry): string => tx.em.connection.getMetadata(entityOf(entry)).tableName;

/** Rows with facts of an employer: those a coordinator counts. */
const factEntries = mergeRegistry.filter(({ how, entity }) => (how === 'alias' || how === 'moved') && entity !== EmployerAlias && entity !== Employer);

const aliasesOf = async (tx: ReadTx, employerId: string): Promise<string[]> => (await tx.em.findBy(EmployerAlias, { employerId })).map(({ id }) => id);

const factsOf = async (tx: ReadTx, entry: MergeEntry, employerId: string): Promise<ObjectLiteral> => ({
  [entry.column]: entry.how === 'alias' ? In(await aliasesOf(tx, employerId)) : employerId,
});

/** How many rows of each kind an employer has, in one statement. */
export const countFacts = async (tx: ReadTx, employerId: string): Promise<{ type: string; count: number }[]> => {
  const { driver } = tx.em.connection;
  const parts = factEntries.map((entry) => {
    const [table, column] = [tableOf(tx, entry), driver.escape(entry.column)];
    const from = `SELECT '${table}' AS type, COUNT(*) AS count FROM ${driver.escape(table)} f`;
    return entry.how === 'moved' ? `${from} WHERE f.${column} = ?` : `${from} INNER JOIN employer_alias a ON a.id = f.${column} WHERE a.employerId = ?`;
  });
  const rows = await tx.em.query<{ type: string; count: number | string }[]>(
    parts.join(' UNION ALL '),
    parts.map(() => employerId),
  );
  return rows.map(({ type, count }) => ({ type, count: Number(count) }));
};

/** The rows of each kind that were made at or after `since`: ids carry the time at which they were made. */
export const factsSince = async (tx: ReadTx, employerId: string, since: Date): Promise<{ type: string; ids: string[] }[]> => {
  const time = since.getTime().toString(16).padStart(12, '0');
  const first = `nuo:${time.slice(0, 8)}-${time.slice(8)}`;
  const kinds = [];
  for (const entry of factEntries) {
    const where = { ...(await factsOf(tx, entry, employerId)), id: MoreThanOrEqual(first) };
    const rows = await tx.em.find(entityOf(entry), { where, order: { id: 'ASC' } });
    if (rows.length > 0) kinds.push({ type: tableOf(tx, entry), ids: rows.map(({ id }) => id) });
  }
  return kinds;
};

export const countSamePersons = async (tx: ReadTx, survivorId: string, vanishingId: string): Promise<number> =>
  personPairs(await tx.em.findBy(ContactPerson, { employerId: survivorId }), await tx.em.findBy(ContactPerson, { employerId: vanishingId })).length;

/** Both rows held, the lower id first, so that two merges of the same pair never wait for each other. */
export const lockBoth = async (tx: WriteTx, ids: readonly [string, string]): Promise<Map<string, Employer>> => {
  const locked = new Map<string, Employer>();
  for (const id of ids.toSorted()) {
    const row = await tx.em.findOne(Employer, { where: { id }, ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
    if (row) locked.set(id, row);
  }
  return locked;
};

/** What was merged into these employers, newest first. */
export const mergesInto = (ctx: RequestContext, employerId: string): Promise<EmployerMerge[] | null> =>
  ctx.load('mergesIntoEmployer', employerId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, EmployerMerge, 'survivorId', ids);
    return groupBy(
      rows.toSorted((a, b) => b.survivorVersion - a.survivorVersion),
      (row) => row.survivorId,
    );
  });

/** The last merge after this one in which its survivor took part. */
export const laterMerge = async (tx: ReadTx, { id, survivorId, survivorVersion }: EmployerMerge): Promise<EmployerMerge | null> => {
  const rows = await tx.em.find(EmployerMerge, {
    where: [
      { survivorId, survivorVersion: MoreThan(survivorVersion), undoneAt: IsNull() },
      { vanishedId: survivorId, undoneAt: IsNull() },
    ],
    order: { survivorVersion: 'DESC' },
  });
  return rows.find((row) => row.vanishedId === survivorId) ?? rows.find((row) => row.id !== id) ?? null;
};
