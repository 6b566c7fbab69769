import { DayScalar, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, ArgsType, Args, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { showingParticipant } from '../activities.ts';
import { NuoCommands } from '../commands.types.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { BranchType, EmployerType } from '../employers/employer.types.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { reaches, viewClientReferences, viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ClientType, ParticipantType } from '../participants/participant.types.ts';
import { loadById } from '../reads.ts';
import { endPlacement } from './end-placement.ts';
import type { Placement } from './placement.entity.ts';
import { runPlacements, viewEmployers, viewPlacementsOfClients } from './placement.policy.ts';
import { activePlacementCount, loadPlacement, type PlacementArgs, placementsOf } from './placement.store.ts';
import * as types from './placement.types.ts';
import { recordPlacement } from './record-placement.ts';
import { showing } from '../showing.ts';

@ArgsType()
class PlacementsArgs implements PlacementArgs {
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Only those that run on this day.' }) activeOn?: string | null;
}

@Resolver(() => types.PlacementType)
export class PlacementResolver {
  @Guard(viewEmployers)
  @Query(() => types.PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadPlacement(ctx, id);
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
  @FieldResolver(() => types.PlacementConnection)
  placements(@Ctx() ctx: RequestContext, @Root() row: Employer, @Args(() => PlacementsArgs) args: PlacementsArgs): Promise<unknown> {
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
  @FieldResolver(() => types.PlacementConnection)
  placements(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => PlacementsArgs) args: PlacementsArgs): Promise<unknown> {
    return placementsOf(ctx, 'participant', row.id, args);
  }
}

@Resolver(() => ClientType)
export class ClientPlacementsResolver {
  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => types.PlacementConnection, { nullable: true })
  async placements(@Ctx() ctx: RequestContext, @Root() client: ClientType, @Args(() => PlacementsArgs) args: PlacementsArgs): Promise<unknown> {
    const page = await placementsOf(ctx, 'client', client.id, args);
    for (const { participantId } of page.nodes) ctx.processed(participantId, showingParticipant);
    return page;
  }
}

@Resolver(() => types.WerkpleinType)
export class WerkpleinPlacementsResolver {
  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => types.PlacementConnection, { nullable: true })
  placements(@Ctx() ctx: RequestContext, @Root() werkplein: types.WerkpleinType, @Args(() => PlacementsArgs) args: PlacementsArgs): Promise<unknown> {
    return placementsOf(ctx, 'werkplein', werkplein.municipality, args);
  }

  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => Int, { nullable: true, description: 'Placements that run today; null when not yours to count.' })
  activePlacementCount(@Ctx() ctx: RequestContext, @Root() werkplein: types.WerkpleinType): Promise<number | null> {
    return activePlacementCount(ctx, 'werkplein', werkplein.municipality);
  }
}

@Resolver(() => NuoCommands)
export class PlacementCommandsResolver {
  @Guard(runPlacements)
  @FieldResolver(() => types.RecordPlacementResult)
  recordPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => types.RecordPlacementInput) input: types.RecordPlacementInput): Promise<unknown> {
    return recordPlacement(ctx, input);
  }

  @Guard(runPlacements)
  @FieldResolver(() => types.EndPlacementResult)
  endPlacement(@Ctx() ctx: RequestContext, @Arg('input', () => types.EndPlacementInput) input: types.EndPlacementInput): Promise<unknown> {
    return endPlacement(ctx, input);
  }
}

export const placementResolvers = [
  PlacementResolver,
  EmployerPlacementsResolver,
  ParticipantPlacementsResolver,
  ClientPlacementsResolver,
  WerkpleinPlacementsResolver,
  PlacementCommandsResolver,
  ...showing(
    'placement',
    () => types.PlacementType,
    (ctx, { placementId }) => loadPlacement(ctx, placementId),
    [types.PlacementRecorded, types.PlacementOverlaps, types.PlacementEnded, types.PlacementAlreadyEnded, types.PlacementVersionConflict],
  ),
];
