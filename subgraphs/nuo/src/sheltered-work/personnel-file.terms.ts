import type { RetentionTerm } from '@werkplein/kernel';

export const personnelFileTerms: readonly RetentionTerm[] = [
  {
    kind: 'personnel-file',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: true,
    startEvent: 'het einde van het laatste dienstverband',
    source: 'Selectielijst gemeenten 2020, 17.1 (personeelsdossier); door de NUO te bevestigen',
  },
];
