import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { agreePlacement } from './agree-placement.ts';
import { correctPlacement } from './correct-placement.ts';
import { endPlacement } from './end-placement.ts';
import { extendPlacement } from './extend-placement.ts';
import { interruptPlacement, resumePlacement } from './interrupt-placement.ts';
import { planPlacement } from './plan-placement.ts';
import { PlacementDetailsResolver, PlacementStepResolver } from './placement-details.resolver.ts';
import * as inputs from './placement.inputs.ts';
import { runPlacements, takePlacementSteps } from './placement.policy.ts';
import { placementViewResolvers } from './placement.resolver.ts';
import * as results from './placement.results.ts';
import { showing } from '../showing.ts';
import { loadPlacement } from './placement.store.ts';
import { PlacementType } from './placement.types.ts';
import { proposePlacement } from './propose-placement.ts';
import { cancelPlacement, rejectPlacement } from './reject-placement.ts';
import { declinePlacementEnd, requestPlacementEnd } from './request-placement-end.ts';
import { settleAgreements } from './settle-agreements.ts';
import { startPlacement } from './start-placement.ts';

@Resolver(() => NuoCommands)
export class PlacementCommandsResolver {
  @Guard(runPlacements)
  @FieldResolver(() => results.ProposePlacementResult)
  proposePlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ProposePlacementInput) input: inputs.ProposePlacementInput): Promise<unknown> {
    return proposePlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  agreePlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.AgreePlacementInput) input: inputs.AgreePlacementInput): Promise<unknown> {
    return agreePlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  rejectPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.RejectPlacementInput) input: inputs.RejectPlacementInput): Promise<unknown> {
    return rejectPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  planPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.PlanPlacementInput) input: inputs.PlanPlacementInput): Promise<unknown> {
    return planPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  startPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.StartPlacementInput) input: inputs.StartPlacementInput): Promise<unknown> {
    return startPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  cancelPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.PlacementReasonInput) input: inputs.PlacementReasonInput): Promise<unknown> {
    return cancelPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  interruptPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.InterruptPlacementInput) input: inputs.InterruptPlacementInput): Promise<unknown> {
    return interruptPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  resumePlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ResumePlacementInput) input: inputs.ResumePlacementInput): Promise<unknown> {
    return resumePlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  extendPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ExtendPlacementInput) input: inputs.ExtendPlacementInput): Promise<unknown> {
    return extendPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult, { description: 'Regie asks; uitvoering ends it, or declines.' })
  requestPlacementEnd(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.RequestPlacementEndInput) input: inputs.RequestPlacementEndInput,
  ): Promise<unknown> {
    return requestPlacementEnd(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  declinePlacementEnd(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.PlacementReasonInput) input: inputs.PlacementReasonInput): Promise<unknown> {
    return declinePlacementEnd(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.EndPlacementResult)
  endPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndPlacementInput) input: inputs.EndPlacementInput): Promise<unknown> {
    return endPlacement(ctx, input);
  }

  @Guard(takePlacementSteps)
  @FieldResolver(() => results.ChangePlacementResult)
  correctPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CorrectPlacementInput) input: inputs.CorrectPlacementInput): Promise<unknown> {
    return correctPlacement(ctx, input);
  }

  @Guard(runPlacements)
  @FieldResolver(() => results.AgreementsSettled, {
    description: 'Writes down at most 500 agreements of which the term has passed in silence, so that their news comes at once; they counted as agreed before.',
  })
  settleAgreements(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SettleAgreementsInput) input: inputs.SettleAgreementsInput): Promise<unknown> {
    return settleAgreements(ctx, input);
  }
}

export const placementResolvers = [
  ...placementViewResolvers,
  PlacementDetailsResolver,
  PlacementStepResolver,
  PlacementCommandsResolver,
  ...showing(
    'placement',
    () => PlacementType,
    (ctx, { placementId }) => loadPlacement(ctx, placementId),
    [results.PlacementProposed, results.PlacementChanged, results.PlacementEnded, results.PlacementOverlaps, results.PlacementVersionConflict],
  ),
];
