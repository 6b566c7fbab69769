import { parseText, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { runningProvisions } from '../provisions/provision.store.ts';
import { type ClosingQuestion, closingQuestionCodes, obstacle, type StepTerms } from './dossier.rules.ts';
import { notReady, type NotReadyAnswer } from './not-ready.ts';
import { type OutflowReason, outflowReasons } from './outflow.rules.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

export interface CloseDossierFields extends StepFields {
  outflow: OutflowReason;
  explanation?: string | null;
  confirmed?: readonly ClosingQuestion[] | null;
}

export type CloseDossierAnswer = StepAnswer | NotReadyAnswer | { __typename: 'ClosingToConfirm'; clientId: string; questions: ClosingQuestion[] };

/**
 * Closes a dossier for a reason of outflow. What runs at the NUO this Werkplein cannot see, so who closes says to have looked:
 * without that the answer is what to look at, with the client, on whom the graph shows it.
 */
export const closeDossier = async (ctx: RequestContext, input: CloseDossierFields, terms: StepTerms): Promise<CloseDossierAnswer> => {
  const { outflow, explanation } = input;
  const reader = inputReader(['input']);
  const reason = reader.read(['explanation'], () => (explanation || outflow === 'OTHER' ? parseText(explanation, { max: 300 }) : null));
  reader.refuse();
  const confirmed = closingQuestionCodes.filter((code) => input.confirmed?.includes(code));
  const step = outflowReasons[outflow].anyTime ? 'discontinue' : 'close';
  return takeStep<Exclude<CloseDossierAnswer, StepAnswer>>(ctx, 'closeDossier', step, input, terms, async (tx, { clientId }) => {
    const running = await runningProvisions(tx, clientId);
    if (running.length > 0) {
      return notReady([
        obstacle(
          'PROVISION_RUNS',
          running.map(({ id }) => id),
        ),
      ]);
    }
    const questions = closingQuestionCodes.filter((code) => !confirmed.includes(code));
    if (questions.length > 0) return { __typename: 'ClosingToConfirm', clientId, questions };
    return { to: 'CLOSED', reason, confirmed, columns: { outflow } };
  });
};
