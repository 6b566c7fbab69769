import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { saveServiceOrder } from './save-service-order.ts';
import { placeServiceOrder } from './place-service-order.ts';
import { acceptServiceOrder } from './accept-service-order.ts';
import { refuseServiceOrder } from './refuse-service-order.ts';
import { withdrawServiceOrder } from './withdraw-service-order.ts';
import { startServiceOrder } from './start-service-order.ts';
import { handBackServiceOrder } from './hand-back-service-order.ts';
import { completeServiceOrder } from './complete-service-order.ts';
import { endServiceOrder } from './end-service-order.ts';
import { evaluateServiceOrder } from './evaluate-service-order.ts';
import * as inputs from './service-order.inputs.ts';
import { directServiceOrders, takeServiceOrderSteps } from './service-order.policy.ts';
import * as results from './service-order.results.ts';
import { loadServiceOrder } from './service-order.store.ts';
import { ServiceOrderType } from './service-order.types.ts';

@Resolver(() => NuoCommands)
export class ServiceOrderCommandsResolver {
  @Guard(directServiceOrders)
  @FieldResolver(() => results.SaveServiceOrderResult, { description: 'Keeps a concept, which only its own regie sees; regie.' })
  saveServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ServiceOrderInput) input: inputs.ServiceOrderInput): Promise<unknown> {
    return saveServiceOrder(ctx, input);
  }

  @Guard(directServiceOrders)
  @FieldResolver(() => results.PlaceServiceOrderResult, {
    description: 'Offers an order to the NUO; regie, or the coordinator by a letter of UWV or another municipality.',
  })
  placeServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ServiceOrderInput) input: inputs.ServiceOrderInput): Promise<unknown> {
    return placeServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.ChangeServiceOrderResult, { description: 'Uitvoering.' })
  acceptServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ServiceOrderStepInput) input: inputs.ServiceOrderStepInput): Promise<unknown> {
    return acceptServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.ChangeServiceOrderResult, { description: 'Uitvoering.' })
  refuseServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.RefuseServiceOrderInput) input: inputs.RefuseServiceOrderInput): Promise<unknown> {
    return refuseServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.ChangeServiceOrderResult, { description: 'Regie, before uitvoering accepts; after that an order is ended.' })
  withdrawServiceOrder(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.WithdrawServiceOrderInput) input: inputs.WithdrawServiceOrderInput,
  ): Promise<unknown> {
    return withdrawServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.ChangeServiceOrderResult, { description: 'Uitvoering.' })
  startServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ServiceOrderStepInput) input: inputs.ServiceOrderStepInput): Promise<unknown> {
    return startServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.CloseServiceOrderResult, { description: 'Uitvoering cannot go on, and advises; regie evaluates.' })
  handBackServiceOrder(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.HandBackServiceOrderInput) input: inputs.HandBackServiceOrderInput,
  ): Promise<unknown> {
    return handBackServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.CloseServiceOrderResult, { description: 'Uitvoering says what came of it; regie evaluates.' })
  completeServiceOrder(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.CompleteServiceOrderInput) input: inputs.CompleteServiceOrderInput,
  ): Promise<unknown> {
    return completeServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.EndServiceOrderResult, { description: 'Regie gives notice; what would begin after the last day is called off.' })
  endServiceOrder(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndServiceOrderInput) input: inputs.EndServiceOrderInput): Promise<unknown> {
    return endServiceOrder(ctx, input);
  }

  @Guard(takeServiceOrderSteps)
  @FieldResolver(() => results.ChangeServiceOrderResult, { description: 'Regie, of an order that was handed back or completed.' })
  evaluateServiceOrder(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.EvaluateServiceOrderInput) input: inputs.EvaluateServiceOrderInput,
  ): Promise<unknown> {
    return evaluateServiceOrder(ctx, input);
  }
}

/** Each answer shows its order as it is now. */
const showing = (answer: new () => { orderId: string }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => ServiceOrderType, { nullable: true, description: 'Null when it is not yours to see.' })
    serviceOrder(@Ctx() ctx: RequestContext, @Root() { orderId }: { orderId: string }): Promise<unknown> {
      return loadServiceOrder(ctx, orderId);
    }
  }
  return AnswerResolver;
};

export const serviceOrderCommandResolvers = [
  ServiceOrderCommandsResolver,
  ...[
    results.ServiceOrderSaved,
    results.ServiceOrderPlaced,
    results.ServiceOrderChanged,
    results.ServiceOrderEnded,
    results.ServiceOrderActive,
    results.ServiceOrderVersionConflict,
    results.ServiceOrderWorkOpen,
  ].map(showing),
];
