import { counting, type Evaluators } from '@werkplein/indicators';
import { CONTACT } from '../contacts/contact.facts.ts';

/** The indicators of which the NUO holds the facts, or a part of them. */
export const evaluators: Evaluators = {
  CONTACTEN: counting({ kind: CONTACT, by: 'municipality', moment: (span) => ({ begins: span }) }),
};
