import { figureActions, FunnelPart, FunnelPartInput, type FunnelStage } from '@werkplein/indicators';
import { Guard, type RequestContext, takingLonger } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { funnelCandidates, funnelCounts } from './funnel.ts';

/** What the gateway asks this Werkplein of a cohort; in no schema that callers see, as the parts of figures. */
export const funnelFields = (field: string): Function => {
  @Resolver()
  class FunnelPartResolver {
    @Guard(figureActions.read)
    @Directive('@inaccessible')
    @Query(() => FunnelPart, { name: `${field}FunnelPart`, nullable: true, description: 'How far people of a cohort came; for the gateway, which combines.' })
    part(@Ctx() ctx: RequestContext, @Arg('asked', () => FunnelPartInput) asked: FunnelPartInput): Promise<FunnelPart> {
      const tx = ctx.db.read;
      return takingLonger(async () => {
        const stages = Object.entries(await funnelCounts(tx, asked)).map(([stage, count]) => ({ stage: stage as FunnelStage, count }));
        return { stages, candidateIds: await funnelCandidates(tx, asked) };
      });
    }
  }
  return FunnelPartResolver;
};
