import { dayText, Employee, Guard, organisation, Organisation, type RequestContext } from '@werkplein/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadEmployee } from '../colleagues/colleague.store.ts';
import { viewServiceOrders } from '../orders/service-order.policy.ts';
import { loadServiceOrder } from '../orders/service-order.store.ts';
import { ServiceOrderType } from '../orders/service-order.types.ts';
import type { Placement, PlacementEvent } from './placement.entity.ts';
import { IMPLICIT, NOT_NEEDED } from './placement-states.rules.ts';
import { loadInterruptions, loadSteps } from './placement.store.ts';
import * as types from './placement.types.ts';

const silenceOf = ({ status, implicitAgreementOn: on }: Placement): types.PlacementSilence | null => {
  if (status !== 'PROPOSED') return null;
  const text =
    on === null
      ? 'De plaatsing wacht op een besluit van de gemeente; zonder dat gaat zij niet door.'
      : `Zonder bezwaar is de plaatsing op ${dayText(on)} akkoord.`;
  return { agrees: on !== null, on, text };
};

/** Whoever reaches them sees all of them: they are asked by the field `details`. */
@Resolver(() => types.PlacementDetails)
export class PlacementDetailsResolver {
  @FieldResolver(() => types.AgreementEnum, { nullable: true, description: 'Null while it is not agreed, and for what came in from a file.' })
  agreement(@Root() { agreedBy }: Placement): string | null {
    return agreedBy === null || agreedBy === IMPLICIT || agreedBy === NOT_NEEDED ? agreedBy : types.AgreementEnum.REGIE;
  }

  @FieldResolver(() => Employee, { nullable: true })
  agreedBy(@Ctx() ctx: RequestContext, @Root() { agreedBy }: Placement): Promise<Employee | null> | null {
    return agreedBy === null || agreedBy === IMPLICIT || agreedBy === NOT_NEEDED ? null : loadEmployee(ctx, agreedBy);
  }

  @Guard(viewServiceOrders)
  @FieldResolver(() => ServiceOrderType, { nullable: true, description: 'The order under which it is done.' })
  serviceOrder(@Ctx() ctx: RequestContext, @Root() { serviceOrderId }: Placement): Promise<unknown> | null {
    return serviceOrderId === null ? null : loadServiceOrder(ctx, serviceOrderId);
  }

  @FieldResolver(() => types.PlacementSilence, { nullable: true, description: 'Only of a proposal.' })
  silence(@Root() row: Placement): types.PlacementSilence | null {
    return silenceOf(row);
  }

  @FieldResolver(() => [types.PlacementInterruptionType], { description: 'Oldest first.' })
  interruptions(@Ctx() ctx: RequestContext, @Root() { id }: Placement): Promise<unknown> {
    return loadInterruptions(ctx, id);
  }

  @FieldResolver(() => [types.PlacementStepType], { description: 'First to last.' })
  steps(@Ctx() ctx: RequestContext, @Root() { id }: Placement): Promise<unknown> {
    return loadSteps(ctx, id);
  }
}

@Resolver(() => types.PlacementStepType)
export class PlacementStepResolver {
  @FieldResolver(() => Employee, { nullable: true })
  by(@Ctx() ctx: RequestContext, @Root() { byId }: PlacementEvent): Promise<Employee | null> | null {
    return byId === null ? null : loadEmployee(ctx, byId);
  }

  @FieldResolver(() => Organisation)
  organisation(@Root() event: PlacementEvent): Organisation {
    return organisation(event.organisation);
  }

  @FieldResolver(() => [String])
  changed(@Root() { facts }: PlacementEvent): string[] {
    return Object.keys(facts ?? {});
  }
}
