import { parseText, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import type { DossierStatus, StepTerms } from './dossier.rules.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

/** For a while nothing is asked of the client; what runs goes on. */
export const suspendDossier = async (ctx: RequestContext, input: StepFields & { reason: string }, terms: StepTerms): Promise<StepAnswer> => {
  const reader = inputReader(['input']);
  const reason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();
  return takeStep<never>(ctx, 'suspendDossier', 'suspend', input, terms, async (_tx, { status }) => ({
    to: 'SUSPENDED',
    reason,
    columns: { suspendedFrom: status },
  }));
};

/** Back to where it was suspended. */
export const resumeDossier = (ctx: RequestContext, input: StepFields, terms: StepTerms): Promise<StepAnswer> =>
  takeStep<never>(ctx, 'resumeDossier', 'resume', input, terms, async (_tx, { suspendedFrom, agreedUntil }) => {
    const to = suspendedFrom as DossierStatus;
    return { to, ...(to === 'PLACED' && { columns: { dueOn: agreedUntil } }) };
  });
