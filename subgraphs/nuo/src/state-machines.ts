import type { StateMachine } from '@werkplein/kernel';
import { agreementMachine } from './agreements/agreement.machine.ts';
import { learningStepMachine } from './learning/learning.machine.ts';
import { serviceOrderMachine } from './orders/service-order.rules.ts';
import { placementMachine } from './placements/placement-states.rules.ts';
import { secondmentMachine } from './secondments/secondment.machine.ts';
import { employmentMachine } from './sheltered-work/employment.machine.ts';
import { claimMachine } from './workplaces/fallback-claim.machine.ts';

/** Every state machine of the NUO; each has a page in `docs/states/`. */
export const stateMachines: readonly StateMachine[] = [
  serviceOrderMachine,
  placementMachine,
  secondmentMachine,
  learningStepMachine,
  employmentMachine,
  claimMachine,
  agreementMachine,
];
