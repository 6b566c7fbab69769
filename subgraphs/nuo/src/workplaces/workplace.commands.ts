import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { takePlacementSteps } from '../placements/placement.policy.ts';
import { ChangePlacementResult } from '../placements/placement.results.ts';
import { assignWorkplace } from './assign-workplace.ts';
import { lapseFallbackClaim, releaseFallbackPlace, reserveFallbackPlace } from './change-claim.ts';
import { takeClaimSteps } from './fallback-claim.policy.ts';
import { saveWorkGroup } from './save-work-group.ts';
import { saveWorkplace } from './save-workplace.ts';
import * as inputs from './workplace.inputs.ts';
import { planWorkplaces } from './workplace.policy.ts';
import { ChangeFallbackResult, SaveWorkGroupResult, SaveWorkplaceResult } from './workplace.types.ts';

@Resolver(() => NuoCommands)
export class WorkplaceCommandsResolver {
  @Guard(planWorkplaces)
  @FieldResolver(() => SaveWorkGroupResult, { description: 'A group on location or in the green, new or changed.' })
  saveWorkGroup(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SaveWorkGroupInput) input: inputs.SaveWorkGroupInput): Promise<unknown> {
    return saveWorkGroup(ctx, input);
  }
  @Guard(planWorkplaces)
  @FieldResolver(() => SaveWorkplaceResult, { description: 'A place to work, new or changed; never smaller than what it holds.' })
  saveWorkplace(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SaveWorkplaceInput) input: inputs.SaveWorkplaceInput): Promise<unknown> {
    return saveWorkplace(ctx, input);
  }
  @Guard(takePlacementSteps)
  @FieldResolver(() => ChangePlacementResult, {
    description: 'Gives a placement inside or on location its place; of two that want the last hours one gets them.',
  })
  assignWorkplace(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.AssignWorkplaceInput) input: inputs.AssignWorkplaceInput): Promise<unknown> {
    return assignWorkplace(ctx, input);
  }
  @Guard(takeClaimSteps)
  @FieldResolver(() => ChangeFallbackResult, { description: 'The planner reserves a place for who comes back.' })
  reserveFallbackPlace(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.FallbackPlaceInput) input: inputs.FallbackPlaceInput): Promise<unknown> {
    return reserveFallbackPlace(ctx, input);
  }
  @Guard(takeClaimSteps)
  @FieldResolver(() => ChangeFallbackResult, { description: 'The planner frees a reserved place; the claim is short of one then.' })
  releaseFallbackPlace(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.FallbackReasonInput) input: inputs.FallbackReasonInput): Promise<unknown> {
    return releaseFallbackPlace(ctx, input);
  }
  @Guard(takeClaimSteps)
  @FieldResolver(() => ChangeFallbackResult, { description: 'The claim is given up.' })
  lapseFallbackClaim(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.FallbackReasonInput) input: inputs.FallbackReasonInput): Promise<unknown> {
    return lapseFallbackClaim(ctx, input);
  }
}
