import type { StateMachine } from '@werkplein/kernel';

/** Every state machine of the NUO; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [];
