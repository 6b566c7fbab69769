import type { NuoParameter } from '../parameters/index.ts';

// Data, not code. The percentage of each next year comes in by import; without it the indexation is refused, and nothing is assumed.

const row = (
  code: NuoParameter['code'],
  unit: NuoParameter['unit'],
  value: number,
  validFrom: string,
  validUntil: string | null,
  source: string,
  note: string,
): NuoParameter => ({
  code,
  unit,
  value,
  validFrom,
  validUntil,
  confirmed: false,
  source,
  note,
  version: '2026-11',
});

export const secondmentParameterRows: readonly NuoParameter[] = [
  row(
    'SECONDMENT_RATE_FLOOR',
    'EUROCENT_PER_HOUR',
    1050,
    '2015-01-01',
    null,
    'Wsw (BWBR0008903) art. 5, Participatiewet (BWBR0015703) art. 7 lid 9',
    'Ontwerp: de wet noemt geen bedrag, alleen dat het tarief de concurrentie niet onverantwoord beïnvloedt. Door de NUO te bevestigen.',
  ),
  row('SECONDMENT_INDEXATION', 'PERCENT', 2.9, '2026-01-01', '2026-12-31', 'Besluit van de NUO', 'Voorbeeld; door de NUO te bevestigen.'),
];
