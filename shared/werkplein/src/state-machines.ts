import type { StateMachine } from '@werkplein/kernel';
import { loonwaardeMachine } from './loonwaarde/loonwaarde.rules.ts';
import { incomingTransferMachine, outgoingTransferMachine } from './transfers/transfer.machines.ts';

/** Every state machine of client regie; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [loonwaardeMachine, outgoingTransferMachine, incomingTransferMachine];
