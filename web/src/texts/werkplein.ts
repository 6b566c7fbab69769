import { clientWords, dossierWords } from './werkplein-client.ts';
import { lawStepWords } from './werkplein-law-steps.ts';
import { waitingWords } from './werkplein-waiting.ts';
import { orderWords, planWords, sharingWords } from './werkplein-work.ts';
import { firstWords } from './werkplein-first.ts';

/** What klantregie reads. */
export const werkpleinTexts = {
  ...firstWords,
  ...clientWords,
  ...dossierWords,
  ...lawStepWords,
  plan: planWords,
  sharing: sharingWords,
  order: orderWords,
  ...waitingWords,
};
