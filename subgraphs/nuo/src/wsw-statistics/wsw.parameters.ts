import type { NuoParameter } from '../parameters/index.ts';

// Data, not code.
export const wswParameterRows: readonly NuoParameter[] = [
  {
    code: 'WSW_SE_ERNSTIG',
    unit: 'FACTOR',
    value: 1.25,
    validFrom: '2015-01-01',
    validUntil: null,
    confirmed: false,
    source: 'Wsw (BWBR0008903) art. 8',
    note: 'Gebruikelijk: een ernstige arbeidshandicap telt voor 1,25 standaardeenheid; door de NUO te bevestigen.',
    version: '2026-11',
  },
];
