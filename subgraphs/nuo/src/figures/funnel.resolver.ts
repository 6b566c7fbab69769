import { figureActions, FunnelPart, FunnelPartInput } from '@werkplein/indicators';
import { addDays, badInput, fault, Guard, homeOf, type RequestContext, scopeOf, startOfLocalDay } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { Proposal } from '../proposals/proposal.entity.ts';

const CANDIDATES_MAX = 1000;

/** What the gateway asks of a cohort whose people a Werkplein named; in no schema that callers see. */
@Resolver()
export class FunnelPartResolver {
  @Guard(figureActions.read)
  @Directive('@inaccessible')
  @Query(() => FunnelPart, {
    name: 'nuoFunnelPart',
    nullable: true,
    description: 'How many of these candidates were proposed; for the gateway, which combines.',
  })
  async part(@Ctx() ctx: RequestContext, @Arg('asked', () => FunnelPartInput) asked: FunnelPartInput): Promise<FunnelPart> {
    const { from, measuredOn, knownAt, candidateIds } = asked;
    const ids = candidateIds ?? [];
    const mayAll = scopeOf(ctx.principal, figureActions.read) === 'all';
    if (!mayAll && ids.some((id) => homeOf(id) !== ctx.principal.organisation)) throw fault('FORBIDDEN');
    if (ids.length > CANDIDATES_MAX) throw badInput([{ path: ['candidateIds'], message: `Vraag ten hoogste ${CANDIDATES_MAX} kandidaten tegelijk.` }]);
    if (ids.length === 0) return { stages: [{ stage: 'PROPOSED', count: 0 }], candidateIds: [] };
    // A proposal is never removed nor dated back: what was known is what was proposed until then.
    const end = new Date(Math.min(startOfLocalDay(addDays(measuredOn, 1)).getTime() - 1, knownAt.getTime()));
    const row = await ctx.db.read.em
      .createQueryBuilder(Proposal, 'p')
      .select('COUNT(DISTINCT p.candidateId)', 'n')
      .where('p.candidateId IN (:...ids)', { ids })
      .andWhere('p.proposedAt BETWEEN :begin AND :end', { begin: startOfLocalDay(from), end })
      .getRawOne<{ n: unknown }>();
    return { stages: [{ stage: 'PROPOSED', count: Number(row?.n ?? 0) }], candidateIds: [] };
  }
}
