import { localDay, parseText, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { runningProvisions } from '../provisions/provision.store.ts';
import { type AftercareGround, obstacle, type StepTerms } from './dossier.rules.ts';
import { notReady, type NotReadyAnswer } from './not-ready.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

/** The placement reached the agreed term, or became a contract without support. */
export const startAftercare = (ctx: RequestContext, input: StepFields & { ground: AftercareGround }, terms: StepTerms): Promise<StepAnswer | NotReadyAnswer> =>
  takeStep<NotReadyAnswer>(ctx, 'startAftercare', 'startAftercare', input, terms, async (tx, { agreedUntil, clientId }) => {
    if (input.ground === 'TERM_REACHED') {
      const reached = agreedUntil !== null && agreedUntil <= localDay(ctx.clock());
      return reached ? { to: 'AFTERCARE', confirmed: [input.ground] } : notReady([obstacle('TERM_NOT_REACHED')]);
    }
    const support = (await runningProvisions(tx, clientId)).filter(({ kind }) => kind === 'JOBCOACH').map(({ id }) => id);
    return support.length > 0 ? notReady([obstacle('SUPPORT_RUNS', support)]) : { to: 'AFTERCARE', confirmed: [input.ground] };
  });

/** The placement ended otherwise than hoped: the programme goes on. */
export const resumeProgramme = async (ctx: RequestContext, input: StepFields & { reason: string }, terms: StepTerms): Promise<StepAnswer> => {
  const reader = inputReader(['input']);
  const reason = reader.read(['reason'], () => parseText(input.reason, { max: 300 }));
  reader.refuse();
  const columns = { placementId: null, placedOn: null, agreedUntil: null };
  return takeStep<never>(ctx, 'resumeProgramme', 'resumeProgramme', input, terms, async () => ({ to: 'IN_PROGRAMME', reason, columns }));
};
