import type { RetentionTerm } from '@werkplein/kernel';
import { proposal, since2020 } from '../nuo.terms.ts';

/** Terms of agreements, learning and hours. */
export const hoursTerms: readonly RetentionTerm[] = [
  since2020('secondment', 'P10Y', true, 'het einde van de overeenkomst', `Selectielijst gemeenten 2020, 16.1 (overeenkomst); ${proposal}`),
  since2020('learning-line', 'P10Y', true, 'het einde van de leerwerklijn', `Selectielijst gemeenten 2020, 8.3 (voorziening beëindigd); ${proposal}`),
  since2020(
    'timesheet',
    'P7Y',
    true,
    'het einde van de maand waarin de urenstaat telt',
    `Selectielijst gemeenten 2020, 19.1 (financiële administratie); ${proposal}`,
  ),
];
