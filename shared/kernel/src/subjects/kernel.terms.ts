import type { RetentionTerm } from './retention-term.entity.ts';

const proposal = 'Geen wettelijke termijn; voorstel, door de verwerkingsverantwoordelijke te bevestigen';

/** Terms of what every organisation keeps beside its own subjects. */
export const kernelTerms: readonly RetentionTerm[] = [
  {
    kind: 'access-log',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: true,
    startEvent: 'de verwerking',
    source: `AVG art. 5 lid 2; zo lang als een vordering kan lopen (BW 3:310 lid 1). ${proposal}`,
  },
  {
    kind: 'audit',
    validFrom: '2020-01-01',
    term: 'P5Y',
    statutory: true,
    startEvent: 'de opdracht',
    source: `BIO2 8.15; zo lang als een vordering kan lopen (BW 3:310 lid 1). ${proposal}`,
  },
  {
    kind: 'command-request',
    validFrom: '2020-01-01',
    term: 'P7D',
    statutory: false,
    startEvent: 'de opdracht',
    source: `AVG art. 5 lid 1 onder e: alleen om een herhaling te herkennen. ${proposal}`,
  },
  {
    kind: 'erasure',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: true,
    startEvent: 'de wissing',
    source: `AVG art. 17 en 5 lid 2: zo lang een reservekopie kan worden teruggezet. ${proposal}`,
  },
];

/** Of the facts behind figures. */
export const factTerms: readonly RetentionTerm[] = [
  {
    kind: 'fact',
    validFrom: '2020-01-01',
    term: 'P10Y',
    statutory: false,
    startEvent: 'de laatste vastlegging van het feit',
    source: `Nummers en codes zonder naam; zo lang als over een prestatieafspraak verantwoording wordt gevraagd. ${proposal}`,
  },
];
