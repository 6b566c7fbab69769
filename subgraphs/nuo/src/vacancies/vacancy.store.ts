import { badInput, type Cursor, decodeCursor, type Page, pageSize, type ReadTx, type RequestContext, toPage, type WriteTx } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { joinAlias, lockEmployer } from '../employers/employer.store.ts';
import { loadById, notSearched, pageOf, rowsBy, topPerGroup } from '../reads.ts';
import { Vacancy } from './vacancy.entity.ts';

export interface VacancyArgs {
  first: number;
  after?: string | null | undefined;
}
export interface VacancyCriteria {
  open?: boolean | null | undefined;
  postcode?: string | null | undefined;
  text?: string | null | undefined;
}

/** SQL for "open on `:day`". */
export const openOnDay = (alias: string, status = `${alias}.status`): string =>
  `${status} = 'OPEN' AND (${alias}.closesOn IS NULL OR ${alias}.closesOn >= :day)`;

/** Of a part of a title: one letter is in all of them. */
const TEXT_MIN = 2;

const cursorOf = (row: Vacancy): Cursor => [row.registeredAt.toISOString(), row.id];

const after = (query: SelectQueryBuilder<Vacancy>, cursor: Cursor | null): SelectQueryBuilder<Vacancy> =>
  cursor ? query.andWhere('v.registeredAt <= :at AND (v.registeredAt < :at OR v.id < :id)', { at: new Date(cursor[0]), id: cursor[1] }) : query;

/** Vacancies of all employers, latest registered first. */
export const listVacancies = async (ctx: RequestContext, day: string, args: VacancyArgs, criteria: VacancyCriteria): Promise<Page<Vacancy>> => {
  const size = pageSize(args.first);
  const query = ctx.db.read.em.createQueryBuilder(Vacancy, 'v').where('1 = 1');
  if (criteria.open) query.andWhere(openOnDay('v'), { day });
  if (criteria.postcode) query.andWhere('v.postcode4 >= :from AND v.postcode4 < :to', { from: criteria.postcode, to: `${criteria.postcode}~` });
  if (criteria.text && criteria.text.length < TEXT_MIN) throw badInput([{ path: ['filter', 'text'], message: `Zoek met ten minste ${TEXT_MIN} tekens.` }]);
  if (criteria.text) {
    query.andWhere(`(LOWER(v.title) LIKE :part ESCAPE '!' OR LOWER(v.occupation) LIKE :part ESCAPE '!')`, {
      part: `%${criteria.text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`,
    });
  }
  const rows = await after(query, decodeCursor(args.after))
    .orderBy('v.registeredAt', 'DESC')
    .addOrderBy('v.id', 'DESC')
    .limit(size + 1)
    .getMany();
  return toPage(rows, size, cursorOf);
};

/** Vacancies of one employer, those under its old ids included; of many employers at once in one statement. */
export const vacanciesOf = async (
  ctx: RequestContext,
  employerId: string,
  day: string,
  args: VacancyArgs & { open?: boolean | null },
): Promise<Page<Vacancy>> => {
  const size = pageSize(args.first);
  const cursor = decodeCursor(args.after);
  const rows = await ctx.load(`vacancies:${JSON.stringify([size, args.after ?? null, args.open ?? false])}`, employerId, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: Vacancy,
      alias: 'v',
      group: 'a.employerId',
      order: ['v.registeredAt', 'v.id'],
      keys,
      limit: size + 1,
      narrow: (query) => {
        joinAlias(query, 'v.employerAliasId').where('1 = 1');
        if (args.open) query.andWhere(openOnDay('v', notSearched('v.status')), { day });
        return after(query, cursor);
      },
    }),
  );
  return pageOf(rows, size, cursorOf);
};

export const loadVacancy = (ctx: RequestContext, id: string): Promise<Vacancy | null> => loadById(ctx, 'vacancy', Vacancy, id);

/** Every vacancy that is open on this day, read once for a request. */
export const openVacancies = async (ctx: RequestContext, day: string): Promise<Vacancy[]> =>
  (await ctx.load(
    'openVacancies',
    day,
    async () => new Map([[day, await ctx.db.read.em.createQueryBuilder(Vacancy, 'v').where(openOnDay('v'), { day }).getMany()]]),
  )) ?? [];

/** The vacancies of an employer that are open, concept or paused, for the search for the same one. */
export const runningVacancies = (tx: ReadTx, employerId: string): Promise<Vacancy[]> =>
  joinAlias(tx.em.createQueryBuilder(Vacancy, 'v'), 'v.employerAliasId')
    .where('a.employerId = :employerId', { employerId })
    .andWhere(`${notSearched('v.status')} IN ('CONCEPT', 'OPEN', 'PAUSED')`)
    .getMany();

const PAIRS_MAX = 1000;

/** Running vacancies of one employer for the same occupation and as many places, two by two: those that may be one, entered twice. */
export const likelyPairs = async (tx: ReadTx): Promise<[Vacancy, Vacancy][]> => {
  const running = `('CONCEPT', 'OPEN', 'PAUSED')`;
  const { raw, entities } = await tx.em
    .createQueryBuilder(Vacancy, 'v')
    .innerJoin(EmployerAlias, 'a', 'a.id = v.employerAliasId')
    .innerJoin(EmployerAlias, 'b', 'b.employerId = a.employerId')
    .innerJoin(
      Vacancy,
      'w',
      'w.employerAliasId = b.id AND w.id > v.id AND w.places = v.places AND (LOWER(w.occupation) = LOWER(v.occupation) OR w.occupationCode = v.occupationCode)',
    )
    .where(`v.status IN ${running} AND w.status IN ${running}`)
    .addSelect('w.id', 'otherId')
    .orderBy('v.id')
    .limit(PAIRS_MAX)
    .getRawAndEntities<{ v_id: string; otherId: string }>();
  const others = new Map((await rowsBy(tx, Vacancy, 'id', [...new Set(raw.map((row) => row.otherId))])).map((row) => [row.id, row]));
  const firsts = new Map(entities.map((row) => [row.id, row]));
  return raw.map((row) => [firsts.get(row.v_id) as Vacancy, others.get(row.otherId) as Vacancy]);
};

export interface LockedVacancy {
  vacancy: Vacancy;
  /** The employer of today, after merges. */
  employerId: string;
}

/** A vacancy to decide about: its employer is held first, so that vacancies, proposals and merges of one employer go one by one. */
export const lockVacancy = async (tx: WriteTx, id: string): Promise<LockedVacancy | null> => {
  const seen = await tx.em.findOne(Vacancy, { where: { id }, select: { id: true, employerAliasId: true } });
  const employer = seen && (await lockEmployer(tx, seen.employerAliasId));
  if (!employer) return null;
  const vacancy = await tx.em.findOneOrFail(Vacancy, { where: { id }, ...(tx.dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
  return { vacancy, employerId: employer.id };
};

/** Employer of today of each alias. */
export const employersOf = async (tx: ReadTx, aliases: readonly string[]): Promise<Map<string, string>> => {
  if (aliases.length === 0) return new Map();
  const rows = await tx.em.createQueryBuilder(EmployerAlias, 'a').where('a.id IN (:...aliases)', { aliases }).getMany();
  return new Map(rows.map((row) => [row.id, row.employerId]));
};
