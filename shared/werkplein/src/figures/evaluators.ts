import type { Evaluators } from '@werkplein/indicators';
import { ladderRisers } from './ladder-risers.ts';

/** The indicators of which a Werkplein holds the facts, or a part of them. */
export const evaluators: Evaluators = {
  LADDER_STIJGERS: ladderRisers,
};
