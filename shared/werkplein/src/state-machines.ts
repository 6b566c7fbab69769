import type { StateMachine } from '@werkplein/kernel';
import { decisionMachine } from './decisions/decision.rules.ts';
import { disclosureMachine } from './disclosures/disclosure.rules.ts';
import { dossierMachine } from './dossiers/dossier.rules.ts';
import { exemptionMachine } from './exemptions/exemption.rules.ts';
import { loonwaardeMachine } from './loonwaarde/loonwaarde.rules.ts';
import { planMachine } from './plans/plan.rules.ts';
import { provisionMachine } from './provisions/provision.rules.ts';
import { incomingTransferMachine, outgoingTransferMachine } from './transfers/transfer.machines.ts';

/** Every state machine of client regie; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [
  decisionMachine,
  disclosureMachine,
  dossierMachine,
  exemptionMachine,
  loonwaardeMachine,
  planMachine,
  provisionMachine,
  outgoingTransferMachine,
  incomingTransferMachine,
];
