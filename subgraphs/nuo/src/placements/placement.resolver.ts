import { Guard, MunicipalityCodeScalar, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { showingParticipant } from '../activities.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { BranchType, EmployerType } from '../employers/employer.types.ts';
import { UWV } from '../participants/commissioner.rules.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { reaches, viewClientReferences, viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ClientType, ParticipantType } from '../participants/participant.types.ts';
import type { Proposal } from '../proposals/proposal.entity.ts';
import { viewProposals } from '../proposals/proposal.policy.ts';
import { loadProposal } from '../proposals/proposal.store.ts';
import { ProposalType } from '../proposals/proposal.types.ts';
import { loadById } from '../reads.ts';
import { viewVacancies } from '../vacancies/vacancy.policy.ts';
import { loadVacancy } from '../vacancies/vacancy.store.ts';
import { VacancyType } from '../vacancies/vacancy.types.ts';
import type { Placement } from './placement.entity.ts';
import { allPlacements, awaitingAgreement, trialsReachingTerm } from './placement.lists.ts';
import { viewEmployers, viewPlacementDetails, viewPlacementsOfClients } from './placement.policy.ts';
import { activePlacementCount, loadPlacement, placementsOf, placementsOfProposal } from './placement.store.ts';
import * as types from './placement.types.ts';

@Resolver(() => types.PlacementType)
export class PlacementResolver {
  @Guard(viewEmployers)
  @Query(() => types.PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadPlacement(ctx, id);
  }

  @Guard(viewPlacementDetails)
  @Query(() => types.PlacementConnection, { description: 'All that the caller runs or has the regie of, latest start first.' })
  placements(@Ctx() ctx: RequestContext, @Args(() => types.PlacementListArgs) args: types.PlacementListArgs): Promise<unknown> {
    return allPlacements(ctx, args);
  }

  @Guard(viewPlacementDetails)
  @Query(() => types.PlacementConnection, {
    description: 'That wait for the agreement of your regie, oldest first; see `details.silence` for what happens if nobody speaks.',
  })
  placementsAwaitingAgreement(@Ctx() ctx: RequestContext, @Args(() => types.WaitingArgs) args: types.WaitingArgs): Promise<unknown> {
    return awaitingAgreement(ctx, args);
  }

  @Guard(viewPlacementDetails)
  @Query(() => types.PlacementConnection, {
    description:
      'Trial placements (proefplaatsingen) that run and reach the last day that the law gives them within `withinDays`, or are past it; soonest first.',
  })
  trialPlacementsReachingTerm(@Ctx() ctx: RequestContext, @Args(() => types.ReachingTermArgs) args: types.ReachingTermArgs): Promise<unknown> {
    return trialsReachingTerm(ctx, args);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => MunicipalityCodeScalar, { nullable: true, description: 'That answered for the participant at the start; null for people of UWV.' })
  municipality(@Root() row: Placement): string | null {
    return row.municipality === UWV ? null : row.municipality;
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true, description: 'Null for sheltered work inside.' })
  employer(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.employerAliasId === null ? null : loadEmployer(ctx, row.employerAliasId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }

  @Guard(viewVacancies)
  @FieldResolver(() => VacancyType, { nullable: true, description: 'The vacancy that it fills.' })
  vacancy(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.vacancyId === null ? null : loadVacancy(ctx, row.vacancyId);
  }

  @Guard(viewProposals)
  @FieldResolver(() => ProposalType, { nullable: true, description: 'The proposal (voordracht) that led to it.' })
  proposal(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return row.proposalId === null ? null : loadProposal(ctx, row.proposalId);
  }

  @Guard(viewPlacementDetails)
  @FieldResolver(() => types.PlacementDetails, { nullable: true, description: 'Null when it is of another municipality.' })
  details(@Ctx() ctx: RequestContext, @Root() row: Placement): Placement | null {
    if (!reaches(ctx, viewPlacementDetails, row.municipality)) return null;
    ctx.processed(row.participantId, showingParticipant);
    return row;
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: Placement): Promise<unknown> | null {
    return reaches(ctx, viewParticipants, row.municipality) ? loadParticipant(ctx, row.participantId) : null;
  }

  @Guard(viewClientReferences)
  @FieldResolver(() => ClientType, { nullable: true })
  client(@Ctx() ctx: RequestContext, @Root() row: Placement): ClientType | null {
    if (row.clientId === null || !reaches(ctx, viewClientReferences, row.municipality)) return null;
    ctx.processed(row.participantId, showingParticipant);
    return { id: row.clientId };
  }
}

@Resolver(() => EmployerType)
export class EmployerPlacementsResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => types.PlacementConnection, { description: 'Latest start first.' })
  placements(@Ctx() ctx: RequestContext, @Root() row: Employer, @Args(() => types.PlacementsArgs) args: types.PlacementsArgs): Promise<unknown> {
    return placementsOf(ctx, 'employer', row.id, args);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => Int, { description: 'Placements that run today.' })
  activePlacementCount(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<number | null> {
    return activePlacementCount(ctx, 'employer', row.id);
  }
}

@Resolver(() => ParticipantType)
export class ParticipantPlacementsResolver {
  @Guard(viewParticipants)
  @FieldResolver(() => types.PlacementConnection, { description: 'Latest start first.' })
  placements(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => types.PlacementsArgs) args: types.PlacementsArgs): Promise<unknown> {
    return placementsOf(ctx, 'participant', row.id, args);
  }
}

@Resolver(() => ProposalType)
export class ProposalPlacementsResolver {
  @Guard(viewProposals)
  @FieldResolver(() => [types.PlacementType], { description: 'Placements that the proposal leads to, latest first: a trial placement and what follows it.' })
  placements(@Ctx() ctx: RequestContext, @Root() row: Proposal): Promise<unknown> {
    return placementsOfProposal(ctx, row.id);
  }
}

@Resolver(() => ClientType)
export class ClientPlacementsResolver {
  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => types.PlacementConnection, { nullable: true, description: 'Latest start first.' })
  async placements(@Ctx() ctx: RequestContext, @Root() client: ClientType, @Args(() => types.PlacementsArgs) args: types.PlacementsArgs): Promise<unknown> {
    const page = await placementsOf(ctx, 'client', client.id, args);
    for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
    return page;
  }
}

@Resolver(() => types.WerkpleinType)
export class WerkpleinPlacementsResolver {
  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => types.PlacementConnection, { nullable: true, description: 'Latest start first.' })
  placements(
    @Ctx() ctx: RequestContext,
    @Root() werkplein: types.WerkpleinType,
    @Args(() => types.PlacementsArgs) args: types.PlacementsArgs,
  ): Promise<unknown> {
    return placementsOf(ctx, 'werkplein', werkplein.municipality, args);
  }

  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => Int, { nullable: true, description: 'Placements that run today; null when not yours to count.' })
  activePlacementCount(@Ctx() ctx: RequestContext, @Root() werkplein: types.WerkpleinType): Promise<number | null> {
    return activePlacementCount(ctx, 'werkplein', werkplein.municipality);
  }
}

export const placementViewResolvers = [
  PlacementResolver,
  EmployerPlacementsResolver,
  ParticipantPlacementsResolver,
  ProposalPlacementsResolver,
  ClientPlacementsResolver,
  WerkpleinPlacementsResolver,
];
