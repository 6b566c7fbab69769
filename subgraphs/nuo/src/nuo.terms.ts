import type { RetentionTerm } from '@werkplein/kernel';

const proposal = 'door de NUO te bevestigen';

/** Terms of the NUO by the selection list; another choice is a row of its own. */
export const nuoTerms: readonly RetentionTerm[] = [
  {
    kind: 'placement',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: true,
    startEvent: 'het einde van de laatste plaatsing',
    source: `Selectielijst gemeenten 2020, 16.1 (overeenkomst) en 17.1 (personeelsdossier); ${proposal}`,
  },
  {
    kind: 'contact-moment',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: true,
    startEvent: 'het contact',
    source: `Selectielijst gemeenten 2020, geen eigen resultaat; P5Y naar 20.5; ${proposal}`,
  },
  {
    kind: 'contact-person',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: false,
    startEvent: 'het laatste vastgelegde contact',
    source: `AVG art. 5 lid 1 onder e; gelijk met de contactmomenten; ${proposal}`,
  },
];
