import type { RequestContext } from '@werkplein/kernel';
import { candidateOfClient } from '../candidates/candidate.store.ts';
import { profileObstacles, type StepTerms } from './dossier.rules.ts';
import { notReady, type NotReadyAnswer } from './not-ready.ts';
import { type StepAnswer, type StepFields, takeStep } from './take-step.ts';

/** From now on this client can be offered to employers: the profile says with what, for how long and where. */
export const declarePlaceable = (ctx: RequestContext, input: StepFields, terms: StepTerms): Promise<StepAnswer | NotReadyAnswer> =>
  takeStep<NotReadyAnswer>(ctx, 'declarePlaceable', 'declarePlaceable', input, terms, async (tx, { clientId }) => {
    const obstacles = profileObstacles(await candidateOfClient(tx, clientId));
    return obstacles.length > 0 ? notReady(obstacles) : { to: 'PLACEABLE' };
  });

/** Back into the programme, without being offered. */
export const withdrawPlaceable = (ctx: RequestContext, input: StepFields, terms: StepTerms): Promise<StepAnswer> =>
  takeStep<never>(ctx, 'withdrawPlaceable', 'withdrawPlaceable', input, terms, async () => ({ to: 'IN_PROGRAMME' }));
