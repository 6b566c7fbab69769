import type { Evaluators } from '@werkplein/indicators';
import { preventedApproaches } from './double-figures.ts';
import { activeEmployers, employerContacts } from './employer-figures.ts';
import { handOversAtNuo } from './hand-over-figures.ts';
import { addedValuePerFte, secondmentRevenue, sickLeave } from './month-figures.ts';
import { lateOrders, leadTime } from './order-figures.ts';
import { placementsBegun, supportedWorkBegun, trialsFollowed } from './placement-figures.ts';
import { shelteredWork, wswArbeidsjaren, wswStandardUnits } from './wsw-figures.ts';

/** The indicators of which the NUO holds the facts, or a part of them. */
export const evaluators: Evaluators = {
  PLAATSINGEN_REGULIER: placementsBegun('REGULAR_WITH_LKS', 'REGULAR'),
  PLAATSINGEN_DETACHERING: placementsBegun('SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'),
  PLAATSINGEN_BEGELEID_WERKEN: supportedWorkBegun,
  PROEFPLAATSEN: placementsBegun('PROEFPLAATSING'),
  DOORSTROOM_PROEF_NAAR_CONTRACT_PCT: trialsFollowed,
  BESCHUT_GEREALISEERD_VS_TAAKSTELLING: shelteredWork,
  WSW_ARBEIDSJAREN: wswArbeidsjaren,
  WSW_SE: wswStandardUnits,
  NTW_PER_FTE: addedValuePerFte,
  OMZET_DETACHERING: secondmentRevenue,
  VERZUIM_PCT: sickLeave,
  WERKGEVERS_ACTIEF: activeEmployers,
  CONTACTEN: employerContacts,
  VOORKOMEN_DUBBELINGEN: preventedApproaches,
  DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING: leadTime,
  OVERDRACHTEN_PER_CLIENT: handOversAtNuo,
  OPDRACHTEN_TE_LAAT: lateOrders,
};
