import { localDay, type RequestContext } from '@werkplein/kernel';
import { type Match, matchOf, ranked } from '@werkplein/matching';
import { mediatingCandidate } from '../activities.ts';
import { proposalsOfCandidate } from '../proposals/proposal.store.ts';
import type { Vacancy } from '../vacancies/vacancy.entity.ts';
import { demandOf } from '../vacancies/vacancy.rules.ts';
import { employersOf, openVacancies } from '../vacancies/vacancy.store.ts';
import type { CandidateSupply } from './supply.types.ts';

export interface FittingVacancy extends Match {
  vacancy: Vacancy;
}

const employerOf = async (ctx: RequestContext, alias: string): Promise<string> =>
  (await ctx.load('employerOfAlias', alias, (aliases) => employersOf(ctx.db.read, aliases))) ?? alias;

/** Open vacancies for a candidate, best first: none of an employer that has it proposed already (K5) or rejected it (Q1). */
export const fittingVacancies = async (ctx: RequestContext, { candidateId, facts }: CandidateSupply, first: number): Promise<FittingVacancy[]> => {
  ctx.processed(candidateId, mediatingCandidate);
  const [vacancies, proposals] = await Promise.all([openVacancies(ctx, localDay(ctx.clock())), proposalsOfCandidate(ctx, candidateId)]);
  const keeping = proposals.filter(({ status, openCandidateId }) => status === 'REJECTED' || openCandidateId !== null);
  const passedOver = new Set(await Promise.all(keeping.map((each) => employerOf(ctx, each.employerAliasId))));
  const matches = ranked(vacancies.map((vacancy) => ({ id: vacancy.id, vacancy, match: matchOf(facts, demandOf(vacancy)) })));
  const found: FittingVacancy[] = [];
  for (const { vacancy, match } of matches) {
    if (found.length === first) break;
    if (passedOver.size > 0 && passedOver.has(await employerOf(ctx, vacancy.employerAliasId))) continue;
    found.push({ ...match, vacancy });
  }
  return found;
};
