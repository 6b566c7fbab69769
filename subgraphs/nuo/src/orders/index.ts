// What other features use of service orders. Lock order: employer, person, participant, order, placement.
export { ServiceOrder } from './service-order.entity.ts';
export { mayBeginUnder, mayProposeUnder } from './service-order.rules.ts';
export { lockOrder } from './service-order.store.ts';
