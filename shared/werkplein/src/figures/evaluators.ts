import type { Evaluators } from '@werkplein/indicators';
import { beschutTaakstelling, beschutWaiting } from './beschut.ts';
import { handOversPerClient } from './hand-overs.ts';
import { ladderRisers } from './ladder-risers.ts';
import { meanLoonwaarde } from './loonwaarde.ts';
import { outflowToWork, sustainedOutflow } from './outflow.ts';

/** The indicators of which a Werkplein holds the facts, or a part of them. */
export const evaluators: Evaluators = {
  BESCHUT_GEREALISEERD_VS_TAAKSTELLING: beschutTaakstelling,
  UITSTROOM_NAAR_WERK: outflowToWork,
  DUURZAME_UITSTROOM_26W: sustainedOutflow,
  GEM_LOONWAARDE: meanLoonwaarde,
  LADDER_STIJGERS: ladderRisers,
  OVERDRACHTEN_PER_CLIENT: handOversPerClient,
  WACHTLIJST_BESCHUT: beschutWaiting,
};
