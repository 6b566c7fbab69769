import { Employee, Guard, localDay, MunicipalityCodeScalar, Organisation, organisation, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadEmployee } from '../colleagues/colleague.store.ts';
import { commissionerName, commissionerOf, UWV } from '../participants/commissioner.rules.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { reaches, viewClientReferences, viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ClientType, Commissioner, ParticipantType } from '../participants/participant.types.ts';
import { WerkpleinType } from '../placements/placement.types.ts';
import type { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import { allOrders, ordersOf } from './service-order.lists.ts';
import { viewServiceOrders } from './service-order.policy.ts';
import { loadServiceOrder, loadSteps } from './service-order.store.ts';
import * as types from './service-order.types.ts';

@Resolver(() => types.ServiceOrderType)
export class ServiceOrderResolver {
  @Guard(viewServiceOrders)
  @Query(() => types.ServiceOrderType, { nullable: true })
  serviceOrder(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadServiceOrder(ctx, id);
  }

  @Guard(viewServiceOrders)
  @Query(() => types.ServiceOrderConnection, {
    nullable: true,
    description: 'Orders of every commissioner that the caller may see, first due first: the inbox of uitvoering.',
  })
  serviceOrders(@Ctx() ctx: RequestContext, @Args(() => types.ServiceOrdersArgs) args: types.ServiceOrdersArgs): Promise<unknown> {
    return allOrders(ctx, args);
  }

  @FieldResolver(() => MunicipalityCodeScalar, { nullable: true, description: 'That has the regie; null for UWV.' })
  municipality(@Root() row: ServiceOrder): string | null {
    return row.municipality === UWV ? null : row.municipality;
  }

  @FieldResolver(() => Commissioner)
  async commissioner(@Ctx() ctx: RequestContext, @Root() row: ServiceOrder): Promise<Commissioner> {
    const person = row.commissionerKind === 'MUNICIPALITY' ? null : await loadParticipant(ctx, row.participantId);
    return { ...commissionerOf(row), reference: person?.commissionerReference ?? null };
  }

  @FieldResolver(() => Boolean, { description: 'Offered, and its last day for an answer is over.' })
  overdue(@Ctx() ctx: RequestContext, @Root() { status, respondBy }: ServiceOrder): boolean {
    return status === 'OFFERED' && respondBy < localDay(ctx.clock());
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: ServiceOrder): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }

  @Guard(viewClientReferences)
  @FieldResolver(() => ClientType, { nullable: true, description: 'Null for a person of a third party and for a Wsw employee.' })
  client(@Root() row: ServiceOrder, @Ctx() ctx: RequestContext): ClientType | null {
    return row.clientId !== null && reaches(ctx, viewClientReferences, row.municipality) ? { id: row.clientId } : null;
  }

  @Guard(viewServiceOrders)
  @FieldResolver(() => [types.ServiceOrderStepType], { nullable: true, description: 'Every step that was taken, first to last.' })
  steps(@Ctx() ctx: RequestContext, @Root() row: ServiceOrder): Promise<ServiceOrderEvent[]> {
    return loadSteps(ctx, row.id);
  }
}

@Resolver(() => types.ServiceOrderStepType)
export class ServiceOrderStepResolver {
  @FieldResolver(() => Employee, { nullable: true, description: 'Who recorded it.' })
  by(@Ctx() ctx: RequestContext, @Root() row: ServiceOrderEvent): Promise<Employee | null> {
    return loadEmployee(ctx, row.byId);
  }

  @FieldResolver(() => Organisation, { description: 'For whom: a third party when its letter was recorded.' })
  onBehalfOf(@Root() row: ServiceOrderEvent): Organisation {
    return { ...organisation(row.organisation), name: commissionerName(row.organisation) };
  }
}

@Resolver(() => ClientType)
export class ClientServiceOrdersResolver {
  @Guard(viewServiceOrders)
  @FieldResolver(() => types.ServiceOrderConnection, { nullable: true, description: 'Latest start first.' })
  serviceOrders(@Ctx() ctx: RequestContext, @Root() client: ClientType, @Args(() => types.ServiceOrdersArgs) args: types.ServiceOrdersArgs): Promise<unknown> {
    return ordersOf(ctx, 'client', client.id, args);
  }
}

@Resolver(() => ParticipantType)
export class ParticipantServiceOrdersResolver {
  @Guard(viewServiceOrders)
  @FieldResolver(() => types.ServiceOrderConnection, { nullable: true, description: 'Latest start first.' })
  serviceOrders(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => types.ServiceOrdersArgs) args: types.ServiceOrdersArgs): Promise<unknown> {
    return ordersOf(ctx, 'participant', row.id, args);
  }
}

@Resolver(() => WerkpleinType)
export class WerkpleinServiceOrdersResolver {
  @Guard(viewServiceOrders)
  @FieldResolver(() => types.ServiceOrderConnection, { nullable: true, description: 'First due first.' })
  serviceOrders(
    @Ctx() ctx: RequestContext,
    @Root() werkplein: WerkpleinType,
    @Args(() => types.ServiceOrdersArgs) args: types.ServiceOrdersArgs,
  ): Promise<unknown> {
    return ordersOf(ctx, 'werkplein', werkplein.municipality, args);
  }
}

export const serviceOrderResolvers = [
  ServiceOrderResolver,
  ServiceOrderStepResolver,
  ClientServiceOrdersResolver,
  ParticipantServiceOrdersResolver,
  WerkpleinServiceOrdersResolver,
];
