import type { RequestContext } from '@werkplein/kernel';
import { type Demand, type Match, matchOf, ranked, type Supply } from '@werkplein/matching';
import type { CandidateRow } from './candidate.entity.ts';
import { inDoelgroepregister, shownCandidate, visibleCandidates } from './candidate.store.ts';

export interface FittingCandidate extends Match {
  candidate: CandidateRow;
}

const openCandidates = async (ctx: RequestContext): Promise<CandidateRow[]> =>
  (await ctx.load('openCandidates', 'all', async (keys) => new Map([[keys[0] as string, await visibleCandidates(ctx).getMany()]]))) ?? [];

/** Only a vacancy for the banenafspraak alone needs to know who is in the register. */
const supplyOf = async (ctx: RequestContext, row: CandidateRow, demand: Demand): Promise<Supply> => ({
  ...row,
  inDoelgroepregister: demand.onlyDoelgroepregister ? await inDoelgroepregister(ctx, row.clientId) : null,
});

/** Candidates whom this reader may see and who fit a vacancy, best first. Whom it shows is logged, whom it weighs is not shown. */
export const fittingCandidates = async (ctx: RequestContext, demand: Demand, passedOver: readonly string[], first: number): Promise<FittingCandidate[]> => {
  const without = new Set(passedOver);
  const candidates = (await openCandidates(ctx)).filter(({ id }) => !without.has(id));
  const weighed = await Promise.all(
    candidates.map(async (candidate) => ({ id: candidate.id, candidate, match: matchOf(await supplyOf(ctx, candidate, demand), demand) })),
  );
  return ranked(weighed)
    .slice(0, first)
    .map(({ candidate, match }) => ({ ...match, candidate: shownCandidate(ctx, candidate) }));
};
