import type { StateMachine } from '@werkplein/kernel';
import { serviceOrderMachine } from './orders/service-order.rules.ts';
import { placementMachine } from './placements/placement-states.rules.ts';

/** Every state machine of the NUO; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [serviceOrderMachine, placementMachine];
