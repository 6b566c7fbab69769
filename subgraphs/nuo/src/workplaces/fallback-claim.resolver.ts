import { Guard, type RequestContext } from '@werkplein/kernel';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../page-args.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { viewEmployments } from '../sheltered-work/employment.policy.ts';
import { loadEmployment } from '../sheltered-work/employment.store.ts';
import { ShelteredEmploymentType } from '../sheltered-work/employment.types.ts';
import { viewEmployers } from '../placements/placement.policy.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementEnded } from '../placements/placement.results.ts';
import { PlacementType } from '../placements/placement.types.ts';
import type { FallbackClaim } from './fallback-claim.entity.ts';
import type { ClaimState } from './fallback-claim.machine.ts';
import { viewClaims } from './fallback-claim.policy.ts';
import { listClaims, loadClaim } from './fallback-claim.store.ts';
import { loadWorkplace } from './workplace.store.ts';
import * as types from './workplace.types.ts';

@ArgsType()
class FallbackClaimsArgs extends PageArgs {
  @Field(() => types.ClaimStateEnum, { nullable: true, description: 'SHORTAGE: who waits for a place. Without it every claim that still holds.' })
  state?: ClaimState | null;
}

@Resolver(() => types.FallbackClaimType)
class FallbackClaimResolver {
  @Guard(viewClaims)
  @Query(() => types.FallbackClaimConnection, { description: 'Claims on a sheltered place, who needs one first, first.' })
  fallbackClaims(@Ctx() ctx: RequestContext, @Args(() => FallbackClaimsArgs) { state, ...page }: FallbackClaimsArgs): Promise<unknown> {
    return listClaims(ctx, state ?? null, page);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: FallbackClaim): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }

  @Guard(viewEmployments)
  @FieldResolver(() => ShelteredEmploymentType, { nullable: true })
  employment(@Ctx() ctx: RequestContext, @Root() row: FallbackClaim): Promise<unknown> {
    return loadEmployment(ctx, row.employmentId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => PlacementType, { nullable: true, description: 'The secondment from which they may come back.' })
  secondment(@Ctx() ctx: RequestContext, @Root() row: FallbackClaim): Promise<unknown> {
    return loadPlacement(ctx, row.placementId);
  }

  @FieldResolver(() => types.WorkplaceType, { nullable: true, description: 'The reserved place.' })
  workplace(@Ctx() ctx: RequestContext, @Root() row: FallbackClaim): Promise<unknown> | null {
    return row.workplaceId === null ? null : loadWorkplace(ctx, row.workplaceId);
  }

  @FieldResolver(() => types.WorkplaceType, { nullable: true, description: 'The last own place before the secondment.' })
  lastWorkplace(@Ctx() ctx: RequestContext, @Root() row: FallbackClaim): Promise<unknown> | null {
    return row.lastWorkplaceId === null ? null : loadWorkplace(ctx, row.lastWorkplaceId);
  }
}

const showingClaim = (result: new () => { claimId: string }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => types.FallbackClaimType, { nullable: true })
    claim(@Ctx() ctx: RequestContext, @Root() answer: { claimId: string }): Promise<unknown> {
      return loadClaim(ctx, answer.claimId);
    }
  }
  return ResultResolver;
};

@Resolver(() => PlacementEnded)
class EndedFallbackResolver {
  @Guard(viewClaims)
  @FieldResolver(() => types.FallbackOutcome, {
    nullable: true,
    description: 'What became of the claim on a sheltered place; null when there was none.',
  })
  fallback(@Root() { settled }: PlacementEnded): object | null {
    if (!settled) return null;
    return settled.workplaceId === null ? { __typename: 'FallbackShortage', claimId: settled.claimId } : { __typename: 'FallbackReserved', ...settled };
  }
}

export const fallbackClaimResolvers = [
  FallbackClaimResolver,
  EndedFallbackResolver,
  ...[types.FallbackReserved, types.FallbackShortage, types.FallbackChanged].map(showingClaim),
];
