import type { RetentionTerm } from '@werkplein/kernel';
import { proposal, since2020 } from '../nuo.terms.ts';

const steering = `Selectielijst gemeenten 2020, planning en control; ${proposal}`;

/** Terms of what the NUO and a municipality agreed and reported. */
export const agreementTerms: readonly RetentionTerm[] = [
  since2020('performance-agreement', 'P10Y', true, 'het afrekenen', steering),
  since2020('quarter-report', 'P10Y', true, 'het vastleggen', steering),
];
