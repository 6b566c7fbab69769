import { type Cursor, decodeCursor, type Page, pageSize, type ReadTx, type RequestContext, scopeOf } from '@werkplein/kernel';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { joinAlias } from '../employers/employer.store.ts';
import { groupBy, loadById, pageOf, rowsBy, topPerGroup } from '../reads.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { Proposal } from './proposal.entity.ts';
import { reaches, viewProposals } from './proposal.policy.ts';

const parents = { employer: 'a.employerId', vacancy: 'p.vacancyId', candidate: 'p.candidateId' } as const;
export type ProposalParent = keyof typeof parents;

export interface ProposalArgs {
  first: number;
  after?: string | null | undefined;
  open?: boolean | null | undefined;
}

const cursorOf = (row: Proposal): Cursor => [row.proposedAt.toISOString(), row.id];

/** Proposals of one parent that the principal may see, latest first; of many parents at once in one statement. */
export const proposalsOf = async (ctx: RequestContext, parent: ProposalParent, key: string, args: ProposalArgs): Promise<Page<Proposal>> => {
  const size = pageSize(args.first);
  const cursor = decodeCursor(args.after);
  const all = scopeOf(ctx.principal, viewProposals) === 'all';
  const rows = await ctx.load(`proposals:${JSON.stringify([parent, size, args.after ?? null, args.open ?? false])}`, key, (keys) =>
    topPerGroup(ctx.db.read, {
      entity: Proposal,
      alias: 'p',
      group: parents[parent],
      order: ['p.proposedAt', 'p.id'],
      keys,
      limit: size + 1,
      narrow: (query) => {
        query.where('1 = 1');
        if (parent === 'employer') joinAlias(query, 'p.employerAliasId');
        if (!all) query.andWhere('p.municipality = :own', { own: ctx.principal.organisation });
        if (args.open) query.andWhere('p.openCandidateId IS NOT NULL');
        if (cursor) query.andWhere('p.proposedAt <= :at AND (p.proposedAt < :at OR p.id < :id)', { at: new Date(cursor[0]), id: cursor[1] });
        return query;
      },
    }),
  );
  return pageOf(rows, size, cursorOf);
};

/** Open proposals at an employer, counted by municipality. */
export const proposalCountsOf = async (ctx: RequestContext, employerId: string): Promise<{ municipality: string; count: number }[]> =>
  (await ctx.load('proposalCounts', employerId, async (ids) => {
    const rows = await joinAlias(ctx.db.read.em.createQueryBuilder(Proposal, 'p'), 'p.employerAliasId')
      .where('a.employerId IN (:...ids) AND p.openCandidateId IS NOT NULL', { ids })
      .select('a.employerId', 'employerId')
      .addSelect('p.municipality', 'municipality')
      .addSelect('COUNT(*)', 'count')
      .groupBy('a.employerId')
      .addGroupBy('p.municipality')
      .orderBy('p.municipality')
      .getRawMany<{ employerId: string; municipality: string; count: number | string }>();
    return groupBy(
      rows.map((row) => ({ ...row, count: Number(row.count) })),
      (row) => row.employerId,
    );
  })) ?? [];

export const loadProposal = async (ctx: RequestContext, id: string): Promise<Proposal | null> => {
  const row = await loadById(ctx, 'proposal', Proposal, id);
  return row && reaches(ctx, viewProposals, row.municipality) ? row : null;
};

/** The open proposals of these candidates at an employer, whatever the alias (K5). */
export const openProposalsAt = (tx: ReadTx, employerId: string, candidateIds: readonly string[]): Promise<Proposal[]> =>
  candidateIds.length === 0
    ? Promise.resolve([])
    : joinAlias(tx.em.createQueryBuilder(Proposal, 'p'), 'p.employerAliasId')
        .where('a.employerId = :employerId AND p.openCandidateId IN (:...candidateIds)', { employerId, candidateIds })
        .getMany();

/** What keeps candidates from vacancies: what is open, and who was rejected where. */
export const proposalsOfCandidate = async (ctx: RequestContext, candidateId: string): Promise<Proposal[]> =>
  (await ctx.load('proposalsOfCandidate', candidateId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, Proposal, 'candidateId', ids);
    return groupBy(rows, (row) => row.candidateId);
  })) ?? [];

/** Candidates of whom the principal may know that they need not be found for a vacancy: an open proposal at its employer (K5), or rejected there. */
export const passedOverOf = async (ctx: RequestContext, vacancyId: string): Promise<string[]> => {
  const all = scopeOf(ctx.principal, viewProposals) === 'all';
  const rows = await ctx.load('passedOver', vacancyId, async (vacancyIds) => {
    const query = ctx.db.read.em
      .createQueryBuilder(Proposal, 'p')
      .innerJoin(EmployerAlias, 'pa', 'pa.id = p.employerAliasId')
      .innerJoin(EmployerAlias, 'va', 'va.employerId = pa.employerId')
      .innerJoin(Vacancy, 'v', 'v.employerAliasId = va.id')
      .where(`v.id IN (:...vacancyIds) AND (p.status = 'REJECTED' OR p.openCandidateId IS NOT NULL)`, { vacancyIds });
    if (!all) query.andWhere('p.municipality = :own', { own: ctx.principal.organisation });
    const found = await query
      .select('v.id', 'vacancyId')
      .addSelect('p.candidateId', 'candidateId')
      .distinct(true)
      .getRawMany<{ vacancyId: string; candidateId: string }>();
    return groupBy(found, (row) => row.vacancyId);
  });
  return (rows ?? []).map((row) => row.candidateId);
};
