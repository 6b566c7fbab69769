import { Guard, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { viewEmployers } from '../employers/employer.policy.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { directServiceOrders, takeServiceOrderSteps } from '../orders/service-order.policy.ts';
import { loadServiceOrder } from '../orders/service-order.store.ts';
import { ServiceOrderConnection, ServiceOrderType } from '../orders/service-order.types.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { ClientType, ParticipantType } from '../participants/participant.types.ts';
import { viewPlacementsOfClients } from '../placements/placement.policy.ts';
import { WerkpleinType } from '../placements/placement.types.ts';
import { continueServiceOrder } from './continue-service-order.ts';
import { viewEmployments } from '../sheltered-work/employment.policy.ts';
import { employmentsBeforeTransfer, ordersAwaiting, placementsBeforeTransfer, regiePeriodsOf } from './regie-change.store.ts';
import * as types from './regie-change.types.ts';

const PAGE_DEFAULT = 50;

@Resolver(() => ParticipantType)
class ParticipantRegieResolver {
  @Guard(viewParticipants)
  @FieldResolver(() => [types.RegiePeriod], {
    nullable: true,
    description: 'Which municipality had the regie and when, oldest first; of each day there is one.',
  })
  async regie(@Ctx() ctx: RequestContext, @Root() row: Participant): Promise<types.RegiePeriod[]> {
    return (await regiePeriodsOf(ctx, row)).map((period) => ({ ...period, municipality: organisation(period.municipality) }));
  }
}

@Resolver(() => types.PlacementBeforeTransfer)
class PlacementBeforeTransferResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() { employerAliasId }: types.PlacementBeforeTransfer): Promise<unknown> | null {
    return employerAliasId === null ? null : loadEmployer(ctx, employerAliasId);
  }
}

@Resolver(() => ClientType)
class ClientRegieResolver {
  @Guard(viewPlacementsOfClients)
  @FieldResolver(() => [types.PlacementBeforeTransfer], {
    nullable: true,
    description: 'Of a client who moved away: placements that went on after it, until the last day of this regie.',
  })
  placementsBeforeTransfer(@Ctx() ctx: RequestContext, @Root() { id }: ClientType): Promise<unknown> {
    return placementsBeforeTransfer(ctx, id);
  }

  @Guard(viewEmployments)
  @FieldResolver(() => [types.EmploymentBeforeTransfer], {
    nullable: true,
    description: 'Of a client who moved away: sheltered employments that went on after it, until the last day of this regie.',
  })
  employmentsBeforeTransfer(@Ctx() ctx: RequestContext, @Root() { id }: ClientType): Promise<unknown> {
    return employmentsBeforeTransfer(ctx, id);
  }
}

@Resolver(() => WerkpleinType)
class WerkpleinRegieResolver {
  @Guard(directServiceOrders)
  @FieldResolver(() => ServiceOrderConnection, {
    nullable: true,
    description: 'Orders that came along with clients who moved here: they go on when this regie says so (`continueServiceOrder`), or it ends them.',
  })
  ordersAwaitingRegie(
    @Ctx() ctx: RequestContext,
    @Root() { municipality }: WerkpleinType,
    @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<unknown> {
    return ordersAwaiting(ctx, municipality, first, after ?? null);
  }
}

@Resolver(() => types.ServiceOrderContinued)
class ServiceOrderContinuedResolver {
  @FieldResolver(() => ServiceOrderType, { nullable: true })
  order(@Ctx() ctx: RequestContext, @Root() { orderId }: types.ServiceOrderContinued): Promise<unknown> {
    return loadServiceOrder(ctx, orderId);
  }
}

@Resolver(() => NuoCommands)
class RegieChangeCommands {
  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => types.ContinueServiceOrderResult, {
    nullable: true,
    description: 'The new regie lets an order go on that came along with a client who moved.',
  })
  continueServiceOrder(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => types.ContinueServiceOrderInput) input: types.ContinueServiceOrderInput,
  ): Promise<unknown> {
    return continueServiceOrder(ctx, input);
  }
}

export const regieChangeResolvers = [
  ParticipantRegieResolver,
  PlacementBeforeTransferResolver,
  ClientRegieResolver,
  WerkpleinRegieResolver,
  ServiceOrderContinuedResolver,
  RegieChangeCommands,
];
