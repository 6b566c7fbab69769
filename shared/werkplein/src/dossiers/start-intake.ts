import type { RequestContext } from '@werkplein/kernel';
import { obstacle, type StepTerms } from './dossier.rules.ts';
import { notReady, type NotReadyAnswer } from './not-ready.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

/** The intake starts once somebody directs the client. */
export const startIntake = (ctx: RequestContext, input: StepFields, terms: StepTerms): Promise<StepAnswer | NotReadyAnswer> =>
  takeStep<NotReadyAnswer>(ctx, 'startIntake', 'startIntake', input, terms, async (_tx, { klantregisseurId }) =>
    klantregisseurId === null ? notReady([obstacle('NO_KLANTREGISSEUR')]) : { to: 'INTAKE' },
  );
