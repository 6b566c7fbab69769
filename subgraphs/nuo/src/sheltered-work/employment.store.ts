import {
  type Cursor,
  decodeCursor,
  homeOf,
  insertRows,
  localDay,
  NUO,
  type Page,
  pageSize,
  type ReadTx,
  type RequestContext,
  scopeOf,
  toPage,
  type WriteTx,
} from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { showingPersonnelFile } from '../activities.ts';
import { changedFrom } from '../dated.ts';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { EmploymentTerms, ShelteredEmployment } from './employment.entity.ts';
import type { EmploymentKind, EmploymentState } from './employment.machine.ts';
import { seesEmployment, viewEmployments } from './employment.policy.ts';

const shown = (ctx: RequestContext, rows: ShelteredEmployment[]): ShelteredEmployment[] => {
  for (const { participantId } of rows) ctx.processed(participantId, showingPersonnelFile);
  return rows;
};

/** The employment, or null when absent or when another municipality is responsible. */
export const loadEmployment = async (ctx: RequestContext, id: string): Promise<ShelteredEmployment | null> => {
  const row = await loadById(ctx, 'shelteredEmployment', ShelteredEmployment, id);
  if (!row || !seesEmployment(ctx, row)) {
    // An id that nobody has leaves the same trace, so that the time of the answer tells nothing.
    if (homeOf(id) === NUO && scopeOf(ctx.principal, viewEmployments) !== 'all') ctx.denied(viewEmployments.name, 'ShelteredEmployment', [id]);
    return null;
  }
  return shown(ctx, [row])[0] ?? null;
};

/** The employments of a participant that the caller sees, the latest first. */
export const employmentsOf = async (ctx: RequestContext, participantId: string): Promise<ShelteredEmployment[]> => {
  const rows = await ctx.load('employmentsOf', participantId, async (ids) => {
    const found = await rowsBy(ctx.db.read, ShelteredEmployment, 'participantId', ids);
    return groupBy(
      found.filter((row) => seesEmployment(ctx, row)).toSorted((a, b) => (a.startsOn > b.startsOn ? -1 : 1)),
      (row) => row.participantId,
    );
  });
  return shown(ctx, rows ?? []);
};

/** The employment that goes on with this one in another form. */
export const continuationOf = async (ctx: RequestContext, id: string): Promise<ShelteredEmployment | null> => {
  const row = await ctx.load('continuation', id, async (ids) => {
    const found = await rowsBy(ctx.db.read, ShelteredEmployment, 'continuesId', ids);
    return new Map(found.map((each) => [each.continuesId as string, each]));
  });
  return row && seesEmployment(ctx, row) ? (shown(ctx, [row])[0] ?? null) : null;
};

/** What was agreed, as known now, oldest first; of many employments in one statement. */
export const termsOf = async (ctx: RequestContext, employmentId: string): Promise<EmploymentTerms[]> => {
  const rows = await ctx.load('employmentTerms', employmentId, async (ids) => groupBy(await knownTerms(ctx.db.read, ids), (row) => row.employmentId));
  return rows ?? [];
};

/** As known now, oldest first. */
export const knownTerms = async ({ em }: ReadTx, employmentIds: readonly string[]): Promise<EmploymentTerms[]> =>
  employmentIds.length === 0
    ? []
    : em.find(EmploymentTerms, { where: { employmentId: In([...employmentIds]), replacedAt: IsNull() }, order: { validFrom: 'ASC', id: 'ASC' } });

export interface EmploymentFilter {
  kind?: EmploymentKind | null;
  state?: EmploymentState | null;
  responsibleMunicipality?: string | null;
  /** Those that run on this day. */
  activeOn?: string | null;
}

/** A page of employments that the caller sees, the latest first. */
export const listEmployments = async (
  ctx: RequestContext,
  filter: EmploymentFilter,
  { first, after }: { first: number; after?: string | null | undefined },
): Promise<Page<ShelteredEmployment>> => {
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const query = ctx.db.read.em.createQueryBuilder(ShelteredEmployment, 'e').where('1 = 1');
  if (scopeOf(ctx.principal, viewEmployments) !== 'all') query.andWhere('e.responsibleMunicipality = :own', { own: ctx.principal.organisation });
  if (filter.responsibleMunicipality) query.andWhere('e.responsibleMunicipality = :responsible', { responsible: filter.responsibleMunicipality });
  if (filter.kind) query.andWhere('e.kind = :kind', { kind: filter.kind });
  if (filter.state) query.andWhere('e.state = :state', { state: filter.state });
  if (filter.activeOn) {
    query.andWhere(`e.state IN ('AGREED', 'ENDED') AND e.startsOn <= :day AND (e.endsOn IS NULL OR e.endsOn >= :day)`, { day: filter.activeOn });
  }
  if (cursor) query.andWhere('e.startsOn <= :start AND (e.startsOn < :start OR e.id < :id)', { start: cursor[0], id: cursor[1] });
  const rows = await query
    .orderBy('e.startsOn', 'DESC')
    .addOrderBy('e.id', 'DESC')
    .limit(size + 1)
    .getMany();
  const page = toPage(rows, size, (row): Cursor => [row.startsOn, row.id]);
  shown(ctx, page.nodes);
  return page;
};

/** Writes other terms from a day on; gives those known then. The caller holds the person. */
export const writeTerms = async (
  tx: WriteTx,
  ctx: RequestContext,
  employmentId: string,
  from: string,
  facts: Partial<EmploymentTerms>,
): Promise<EmploymentTerms[]> => {
  const at = ctx.clock();
  const { replaced, added } = changedFrom(await knownTerms(tx, [employmentId]), from, { ...facts, employmentId }, { id: ctx.newId, at });
  for (const { id } of replaced) await tx.em.update(EmploymentTerms, { id }, { replacedAt: at });
  await insertRows(tx, EmploymentTerms, added);
  return knownTerms(tx, [employmentId]);
};

/** Persons and hours of beschut werk that run on a day, by responsible municipality; in one statement for all that are asked. */
export const beschutOn = async (ctx: RequestContext, municipality: string, day: string | null): Promise<{ persons: number; hoursPerWeek: number }> => {
  const on = day ?? localDay(ctx.clock());
  const found = await ctx.load(`beschut:${on}`, municipality, async (codes) => {
    const rows = await ctx.db.read.em
      .createQueryBuilder(ShelteredEmployment, 'e')
      .innerJoin(
        EmploymentTerms,
        't',
        't.employmentId = e.id AND t.replacedAt IS NULL AND t.validFrom <= :on AND (t.validUntil IS NULL OR t.validUntil >= :on)',
      )
      .where(`e.kind = 'BESCHUT_10B' AND e.state IN ('AGREED', 'ENDED') AND e.startsOn <= :on AND (e.endsOn IS NULL OR e.endsOn >= :on)`, { on })
      .andWhere('t.responsibleMunicipality IN (:...codes)', { codes })
      .select('t.responsibleMunicipality', 'municipality')
      .addSelect('COUNT(DISTINCT e.participantId)', 'persons')
      .addSelect('SUM(t.hoursPerWeek)', 'hours')
      .groupBy('t.responsibleMunicipality')
      .getRawMany<{ municipality: string; persons: number | string; hours: number | string }>();
    return new Map(rows.map((row) => [row.municipality, { persons: Number(row.persons), hoursPerWeek: Number(row.hours) }]));
  });
  return found ?? { persons: 0, hoursPerWeek: 0 };
};
