import { badInput, type Cursor, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { showingContactPerson } from '../activities.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { groupBy, loadById, notMerged, rowsBy } from '../reads.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employer.entity.ts';
import type { EmployerFilter } from './employer.types.ts';
import { nameKey } from './name.rules.ts';
import { codesOf } from './sbi-section.rules.ts';

/** Current employers under the given ids, old ids included. */
export const employersByAlias = async (tx: ReadTx, aliases: readonly string[]): Promise<Map<string, Employer>> => {
  const { raw, entities } = await tx.em
    .createQueryBuilder(Employer, 'e')
    .innerJoin(EmployerAlias, 'a', 'a.employerId = e.id')
    .addSelect('a.id', 'aliasId')
    .where('a.id IN (:...aliases)', { aliases })
    .getRawAndEntities<{ e_id: string; aliasId: string }>();
  const byId = new Map(entities.map((row) => [row.id, row]));
  return new Map(raw.map((row) => [row.aliasId, byId.get(row.e_id) as Employer]));
};

export const loadEmployer = (ctx: RequestContext, alias: string): Promise<Employer | null> =>
  ctx.load('employer', alias, (aliases) => employersByAlias(ctx.db.read, aliases));

/** Also by the number of one that was merged into it. */
export const employerByKvk = async (tx: ReadTx, kvkNumber: string): Promise<Employer | null> => {
  const holder = await tx.em.findOneBy(Employer, { kvkNumber });
  return holder?.mergedIntoId ? tx.em.findOneBy(Employer, { id: holder.mergedIntoId }) : holder;
};

export const employerByAlias = async (tx: ReadTx, alias: string): Promise<Employer | null> => (await employersByAlias(tx, [alias])).get(alias) ?? null;

/** Held until the transaction ends: what must not cross at one employer waits here. SQLite has one writer, so there nothing crosses. */
export const lockEmployer = async (tx: WriteTx, alias: string): Promise<Employer | null> => {
  for (;;) {
    const seen = await tx.em.findOneBy(EmployerAlias, { id: alias });
    if (!seen) return null;
    const locked = await tx.em.findOne(Employer, {
      where: { id: seen.employerId },
      ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
    });
    // A merge may have repointed the alias while we waited.
    const now = await tx.em.findOneBy(EmployerAlias, { id: alias });
    if (now?.employerId === seen.employerId) return locked;
  }
};

export const insertEmployer = async (tx: WriteTx, employer: Employer): Promise<void> => {
  await tx.em.insert(Employer, employer);
  await tx.em.insert(EmployerAlias, { id: employer.id, employerId: employer.id });
};

/** By name; one row more than `size`. */
export const listEmployers = (tx: ReadTx, size: number, after: Cursor | null, filter: EmployerFilter): Promise<Employer[]> => {
  const query = tx.em
    .createQueryBuilder(Employer, 'e')
    .where(notMerged('e.mergedIntoId'))
    .orderBy('e.nameKey')
    .addOrderBy('e.id')
    .limit(size + 1);
  if (after) query.andWhere('e.nameKey >= :name AND (e.nameKey > :name OR e.id > :id)', { name: after[0], id: after[1] });
  // A name key holds no % or _.
  if (filter.name) query.andWhere('e.nameKey LIKE :part', { part: `%${nameKey(filter.name)}%` });
  if (filter.status) query.andWhere('e.status = :status', { status: filter.status });
  if (typeof filter.keyAccount === 'boolean') query.andWhere('e.keyAccount = :keyAccount', { keyAccount: filter.keyAccount });
  if (filter.municipality) {
    const branches = tx.em.createQueryBuilder(Branch, 'b').select('1').where('b.employerId = e.id').andWhere('b.municipality = :municipality');
    query.andWhere(`EXISTS (${branches.getQuery()})`, { municipality: filter.municipality });
  }
  for (const [i, section] of (filter.sbiSections ?? []).map(codesOf).entries()) {
    if (!section) throw badInput([{ path: ['filter', 'sbiSections', i], message: 'Verwacht: een letter van A tot en met V.' }]);
  }
  if (filter.sbiSections) {
    const codes = filter.sbiSections.flatMap((letter) => codesOf(letter) ?? []);
    const parts = codes.map((_, i) => `(e.sbiCode >= :from${i} AND e.sbiCode < :to${i})`).join(' OR ') || '1 = 0';
    query.andWhere(
      `(${parts})`,
      Object.fromEntries(
        codes.flatMap(({ from, to }, i) => [
          [`from${i}`, from],
          [`to${i}`, to],
        ]),
      ),
    );
  }
  if (typeof filter.minEmployees === 'number') query.andWhere('e.employees >= :minEmployees', { minEmployees: filter.minEmployees });
  if (filter.neverApproached) {
    const approach = tx.em.createQueryBuilder(ContactMoment, 'm').select('1').innerJoin(EmployerAlias, 'a', 'a.id = m.employerAliasId');
    query.andWhere(`NOT EXISTS (${approach.where("a.employerId = e.id AND m.direction = 'OUTGOING'").getQuery()})`);
  }
  return query.getMany();
};

export const loadBranches = async (ctx: RequestContext, employerId: string): Promise<Branch[]> =>
  (await ctx.load('branchesOfEmployer', employerId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, Branch, 'employerId', ids);
    return groupBy(
      rows.toSorted((a, b) => Number(b.main) - Number(a.main) || (a.id < b.id ? -1 : 1)),
      (row) => row.employerId,
    );
  })) ?? [];

export const loadContactPersons = async (ctx: RequestContext, employerId: string): Promise<ContactPerson[]> => {
  const persons = await ctx.load('personsOfEmployer', employerId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, ContactPerson, 'employerId', ids);
    return groupBy(
      rows.filter((row) => row.mergedIntoId === null).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      (row) => row.employerId,
    );
  });
  for (const { id } of persons ?? []) ctx.processed(id, showingContactPerson);
  return persons ?? [];
};

export const loadContactPerson = async (ctx: RequestContext, id: string): Promise<ContactPerson | null> => {
  const person = await loadById(ctx, 'contactPerson', ContactPerson, id);
  if (person) ctx.processed(person.id, showingContactPerson);
  return person;
};

/** Joins the alias of a row that refers to an employer, so that rows under old ids count for the current one. */
export const joinAlias = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, column: string): SelectQueryBuilder<E> =>
  query.innerJoin(EmployerAlias, 'a', `a.id = ${column}`);

/** Rows that refer to one of these employers, under whichever of its ids; by employer, in one statement. */
export const byEmployer = async <E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  column: string,
  ids: readonly string[],
  narrow: (query: SelectQueryBuilder<E>) => SelectQueryBuilder<E> = (all) => all,
): Promise<Map<string, E[]>> => {
  const { raw, entities } = await narrow(
    joinAlias(query, column).addSelect('a.employerId', 'employerId').where('a.employerId IN (:...ids)', { ids }),
  ).getRawAndEntities<{
    employerId: string;
  }>();
  const rows = entities.map((row, i) => ({ row, employerId: raw[i]?.employerId ?? '' }));
  return new Map([...groupBy(rows, ({ employerId }) => employerId)].map(([id, some]) => [id, some.map(({ row }) => row)]));
};
