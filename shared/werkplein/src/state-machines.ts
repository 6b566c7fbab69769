import type { StateMachine } from '@werkplein/kernel';
import { loonwaardeMachine } from './loonwaarde/loonwaarde.rules.ts';

/** Every state machine of client regie; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [loonwaardeMachine];
