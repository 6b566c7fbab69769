import { StepRefused } from '@werkplein/kernel';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { NuoParameterMissing } from '../parameters/index.ts';

// Each shows its order as it is now; the resolver adds the field.

@ObjectType({ description: 'The concept is kept; the NUO does not see it before it is offered.' })
export class ServiceOrderSaved {
  readonly __typename!: 'ServiceOrderSaved';
  orderId!: string;
}

@ObjectType({ description: 'The order is offered to the NUO.' })
export class ServiceOrderPlaced {
  readonly __typename!: 'ServiceOrderPlaced';
  orderId!: string;
}

@ObjectType({ description: 'The step was taken.' })
export class ServiceOrderChanged {
  readonly __typename!: 'ServiceOrderChanged';
  orderId!: string;
}

@ObjectType({ description: 'Notice was given; the order ends on its last day.' })
export class ServiceOrderEnded {
  readonly __typename!: 'ServiceOrderEnded';
  orderId!: string;
  @Field(() => [ID], { description: 'Ids of what would have begun after the last day, such as placements: it was called off.' }) calledOffIds!: string[];
}

@ObjectType({ description: 'For this person and service there is an order already, or one that ends on or after the first day of this one.' })
export class ServiceOrderActive {
  readonly __typename!: 'ServiceOrderActive';
  orderId!: string;
}

@ObjectType({ description: 'Somebody else changed it since you read it. Look at `serviceOrder` and try again with `currentVersion`.' })
export class ServiceOrderVersionConflict {
  readonly __typename!: 'ServiceOrderVersionConflict';
  orderId!: string;
  @Field(() => Int) currentVersion!: number;
}

@ObjectType({ description: 'Something was proposed or planned under this order and has not begun. Begin it, or call it off, before the order closes.' })
export class ServiceOrderWorkOpen {
  readonly __typename!: 'ServiceOrderWorkOpen';
  orderId!: string;
  @Field(() => [ID], { description: 'Ids of what waits, such as placements.' }) openIds!: string[];
}

const resolveType = (value: { __typename: string }): string => value.__typename;
export const SaveServiceOrderResult = createUnionType({
  name: 'SaveServiceOrderResult',
  types: () => [ServiceOrderSaved, StepRefused, ServiceOrderVersionConflict, NuoParameterMissing] as const,
  resolveType,
});
export const PlaceServiceOrderResult = createUnionType({
  name: 'PlaceServiceOrderResult',
  types: () => [ServiceOrderPlaced, ServiceOrderActive, StepRefused, ServiceOrderVersionConflict, NuoParameterMissing] as const,
  resolveType,
});
export const ChangeServiceOrderResult = createUnionType({
  name: 'ChangeServiceOrderResult',
  types: () => [ServiceOrderChanged, StepRefused, ServiceOrderVersionConflict] as const,
  resolveType,
});
export const CloseServiceOrderResult = createUnionType({
  name: 'CloseServiceOrderResult',
  types: () => [ServiceOrderChanged, ServiceOrderWorkOpen, StepRefused, ServiceOrderVersionConflict] as const,
  resolveType,
});
export const EndServiceOrderResult = createUnionType({
  name: 'EndServiceOrderResult',
  types: () => [ServiceOrderEnded, StepRefused, ServiceOrderVersionConflict] as const,
  resolveType,
});
