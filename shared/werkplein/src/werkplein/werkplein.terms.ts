import type { RetentionTerm } from '@werkplein/kernel';

/** Terms of a Werkplein by the selection list of the municipalities; another choice of a municipality is a row of its own. */
export const werkpleinTerms: readonly RetentionTerm[] = [
  {
    kind: 'dossier',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: true,
    startEvent: 'het sluiten van het laatste dossier',
    source: 'Selectielijst gemeenten 2020, 8.3 (voorziening beëindigd); Archiefwet 1995 art. 5; door de gemeente te bevestigen',
  },
];
