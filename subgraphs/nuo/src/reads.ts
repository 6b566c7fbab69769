import type { Cursor, Page, ReadTx, RequestContext } from '@werkplein/kernel';
import { toPage } from '@werkplein/kernel';
import { type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

/** What SQLite and MariaDB take in one statement with room to spare. */
const KEYS_PER_STATEMENT = 10_000;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Rows of `entity` whose `column` is one of `keys`, and to which the rest applies. */
export const rowsBy = async <E extends ObjectLiteral>(
  tx: ReadTx,
  entity: EntityTarget<E>,
  column: keyof E & string,
  keys: readonly string[],
  rest: FindOptionsWhere<E> = {},
): Promise<E[]> => {
  const found: E[][] = [];
  for (const some of chunks(keys, KEYS_PER_STATEMENT)) found.push(await tx.em.find(entity, { where: { ...rest, [column]: In(some) } as never }));
  return found.flat();
};

/** One row by id, batched over the request. */
export const loadById = <E extends ObjectLiteral & { id: string }>(ctx: RequestContext, name: string, entity: EntityTarget<E>, id: string): Promise<E | null> =>
  ctx.load(name, id, async (ids) => new Map((await rowsBy(ctx.db.read, entity, 'id', ids)).map((row) => [row.id, row])));

/** SQL: a row that did not go up in another. Nearly all did not, so this is written in a way that no database finds them by the index of those that did. */
export const notMerged = (column: string): string => `${notSearched(column)} = ''`;

/** SQL: a text that many rows have, beside a key that few have. Written so that no database takes an index of the text for as good as that of the key. */
export const notSearched = (column: string): string => `COALESCE(${column}, '')`;

export const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
};

interface Groups<E extends ObjectLiteral> {
  entity: EntityTarget<E>;
  /** Alias of the entity's table in `group`, `order` and `narrow`. */
  alias: string;
  /** The column that says which parent a row belongs to. */
  group: string;
  /** Newest first, `[column, id column]`. */
  order: readonly [string, string];
  /** Oldest first instead. */
  ascending?: boolean;
  keys: readonly string[];
  /** Rows per parent. */
  limit: number;
  /** Joins and conditions. */
  narrow(query: SelectQueryBuilder<E>): SelectQueryBuilder<E>;
}

/** The first rows of each of many parents, in one statement on either dialect. */
export const topPerGroup = async <E extends ObjectLiteral & { id: string }>(tx: ReadTx, wanted: Groups<E>): Promise<Map<string, E[]>> => {
  const { entity, alias, group, keys, limit } = wanted;
  const [by, id] = wanted.order;
  const direction = wanted.ascending ? 'ASC' : 'DESC';
  if (keys.length === 1) {
    // One parent needs no ranking: its index gives the first rows.
    const query = wanted.narrow(tx.em.createQueryBuilder(entity, alias)).andWhere(`${group} = :key`, { key: keys[0] });
    return new Map([[keys[0] as string, await query.orderBy(by, direction).addOrderBy(id, direction).limit(limit).getMany()]]);
  }
  const ranked = wanted
    .narrow(tx.em.createQueryBuilder(entity, alias))
    .andWhere(`${group} IN (:...keys)`, { keys })
    .select(id, 'rowId')
    .addSelect(group, 'parent')
    .addSelect(`ROW_NUMBER() OVER (PARTITION BY ${group} ORDER BY ${by} ${direction}, ${id} ${direction})`, 'place');
  const { raw, entities } = await tx.em
    .createQueryBuilder(entity, 'kept')
    .innerJoin(`(${ranked.getQuery()})`, 'r', 'r.rowId = kept.id AND r.place <= :limit')
    .addSelect('r.parent', 'parent')
    .addSelect('r.place', 'place')
    .setParameters({ ...ranked.getParameters(), limit })
    .getRawAndEntities<{ kept_id: string; parent: string; place: number | string }>();
  const rows = new Map(entities.map((row) => [row.id, row]));
  const placed = raw.toSorted((a, b) => Number(a.place) - Number(b.place));
  return new Map([...groupBy(placed, ({ parent }) => parent)].map(([parent, some]) => [parent, some.map((row) => rows.get(row.kept_id) as E)]));
};

interface Parts<E extends ObjectLiteral> {
  entity: EntityTarget<E>;
  /** Alias of the entity's table in `order` and `parts`. */
  alias: string;
  /** `[column, id column]`, each with an index in which it follows what a part asks to be equal. */
  order: readonly [string, string];
  descending?: boolean;
  limit: number;
  /** What each part asks; no row is in two of them. */
  parts: readonly ((query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>)[];
  /** Joins and conditions of all. */
  narrow(query: SelectQueryBuilder<E>): SelectQueryBuilder<E>;
}

/** The first rows of all parts, in one statement. A database that is asked for two states at once puts all rows of both in order for one page; here only the first of each. */
export const firstOfParts = async <E extends ObjectLiteral>({ em }: ReadTx, wanted: Parts<E>): Promise<E[]> => {
  const { entity, alias, descending, limit } = wanted;
  const [by, id] = wanted.order;
  const direction = descending ? 'DESC' : 'ASC';
  const inOrder = (query: SelectQueryBuilder<E>): SelectQueryBuilder<E> => query.orderBy(by, direction).addOrderBy(id, direction).limit(limit);
  const queries = wanted.parts.map((part) => inOrder(wanted.narrow(part(em.createQueryBuilder(entity, alias).where('1 = 1')))));
  const [one, another] = queries;
  if (!one || !another) return one?.getMany() ?? [];
  const union = queries.map((query, at) => `SELECT * FROM (${query.select(id, 'rowId').getQuery()}) part${at}`).join(' UNION ALL ');
  const all = em.createQueryBuilder(entity, alias).innerJoin(`(${union})`, 'found', `found.rowId = ${id}`);
  return inOrder(all.setParameters(Object.assign({}, ...queries.map((query) => query.getParameters())))).getMany();
};

/** A page for one parent out of what was read for all: `limit` was `size + 1`. */
export const pageOf = <E>(rows: E[] | null, size: number, cursorOf: (row: E) => Cursor): Page<E> => toPage(rows ?? [], size, cursorOf);
