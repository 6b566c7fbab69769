import { badInput, localDay, type RequestContext, startOfDay } from '@werkplein/kernel';
import { byEmployer } from '../employers/employer.store.ts';
import { Placement } from '../placements/placement.entity.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { performanceOf } from './performance.rules.ts';
import type { EmployerYear } from './performance.types.ts';

const MOST = 10;

/** The latest `years` calendar years with an employer: three statements for any number of employers. */
export const employerPerformance = async (ctx: RequestContext, employerId: string, years: number): Promise<EmployerYear[]> => {
  if (years < 1 || years > MOST) throw badInput([{ path: ['years'], message: `Vraag 1 tot en met ${MOST} jaren.` }]);
  const today = localDay(ctx.clock());
  const first = `${Number(today.slice(0, 4)) - years + 1}-01-01`;
  const since = startOfDay(first);
  const { em } = ctx.db.read;
  const found = await ctx.load(`performance:${years}`, employerId, async (ids) => {
    const [vacancies, proposals, placements] = await Promise.all([
      byEmployer(em.createQueryBuilder(Vacancy, 'v'), 'v.employerAliasId', ids, (query) => query.andWhere('v.registeredAt >= :since', { since })),
      byEmployer(em.createQueryBuilder(Proposal, 'p'), 'p.employerAliasId', ids, (query) => query.andWhere('p.proposedAt >= :since', { since })),
      byEmployer(em.createQueryBuilder(Placement, 'w'), 'w.employerAliasId', ids, (query) => query.andWhere('w.startsOn >= :first', { first })),
    ]);
    return new Map(
      ids.map((id) => [
        id,
        performanceOf({ vacancies: vacancies.get(id) ?? [], proposals: proposals.get(id) ?? [], placements: placements.get(id) ?? [] }, today),
      ]),
    );
  });
  return found ?? [];
};
