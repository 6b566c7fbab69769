import { localDay, type RequestContext } from '@werkplein/kernel';
import { type Match, matchOf, ranked, type Supply } from '@werkplein/matching';
import { mediatingCandidate } from '../activities.ts';
import { proposalsOfCandidate } from '../proposals/proposal.store.ts';
import type { CandidateType } from '../proposals/proposal.types.ts';
import type { Vacancy } from '../vacancies/vacancy.entity.ts';
import { demandOf } from '../vacancies/vacancy.rules.ts';
import { employersOf, openVacancies } from '../vacancies/vacancy.store.ts';

export interface FittingVacancy extends Match {
  vacancy: Vacancy;
}

/** What the Werkplein says of a candidate; null when it shows nothing of them to this reader. */
const supplyOf = (candidate: CandidateType): Supply | null => {
  const { occupations, drivingLicences } = candidate;
  if (!occupations || !drivingLicences) return null;
  return {
    occupations,
    drivingLicences,
    hoursMin: candidate.hoursMin ?? null,
    hoursMax: candidate.hoursMax ?? null,
    postcode4: candidate.postcode4 ?? null,
    maxTravelKm: candidate.maxTravelKm ?? null,
    workingLevel: candidate.workingLevel ?? null,
    needsAdaptation: candidate.needsAdaptation ?? false,
    needsGuidance: candidate.needsGuidance ?? false,
    inDoelgroepregister: candidate.inDoelgroepregister ?? null,
  };
};

const employerOf = async (ctx: RequestContext, alias: string): Promise<string> =>
  (await ctx.load('employerOfAlias', alias, (aliases) => employersOf(ctx.db.read, aliases))) ?? alias;

/** Open vacancies for a candidate, best first: none of an employer that has it proposed already (K5) or rejected it (Q1). */
export const fittingVacancies = async (ctx: RequestContext, candidate: CandidateType, first: number): Promise<FittingVacancy[] | null> => {
  const supply = supplyOf(candidate);
  if (!supply) return null;
  ctx.processed(candidate.id, mediatingCandidate);
  const [vacancies, proposals] = await Promise.all([openVacancies(ctx, localDay(ctx.clock())), proposalsOfCandidate(ctx, candidate.id)]);
  const keeping = proposals.filter(({ status, openCandidateId }) => status === 'REJECTED' || openCandidateId !== null);
  const passedOver = new Set(await Promise.all(keeping.map((each) => employerOf(ctx, each.employerAliasId))));
  const matches = ranked(vacancies.map((vacancy) => ({ id: vacancy.id, vacancy, match: matchOf(supply, demandOf(vacancy)) })));
  const found: FittingVacancy[] = [];
  for (const { vacancy, match } of matches) {
    if (found.length === first) break;
    if (passedOver.size > 0 && passedOver.has(await employerOf(ctx, vacancy.employerAliasId))) continue;
    found.push({ ...match, vacancy });
  }
  return found;
};
