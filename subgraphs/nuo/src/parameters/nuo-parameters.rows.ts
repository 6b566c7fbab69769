import { publicHolidayRows } from '@werkplein/kernel';
import { type NuoParameter, type NuoParameterCode, nuoUnits } from './nuo-parameter.rules.ts';

// Data, not code: what was known when this set was made. Later values come in by import, as a set of their own.

const SET = '2026-11';
/** The Participatiewet in the form that these rules are of. */
const PW_FROM = '2015-01-01';
const PW = 'Participatiewet (BWBR0015703)';
const WSW = 'Besluit uitvoering sociale werkvoorziening en begeleid werken (BWBR0017240)';
const AGREED = 'Werkafspraak van de vier Werkpleinen en de NUO';

type Known = [code: NuoParameterCode, value: number, source: string, unconfirmed?: string];

const known: Known[] = [
  ['WEEKLY_HOURS_MAX', 40, AGREED, 'Ontwerp: van alle plaatsingen van een persoon samen; door de NUO te bevestigen.'],
  ['WSW_FULL_WEEK', 36, 'Cao Wsw', 'Gebruikelijke volledige werkweek; nog te bevestigen.'],
  ['IMPLICIT_AGREEMENT_TERM', 3, AGREED, 'Ontwerp: na zo veel werkdagen zonder bezwaar is het Werkplein akkoord; door de Werkpleinen te bevestigen.'],
  ['ORDER_RESPONSE_TERM', 5, AGREED, 'Ontwerp: zo veel werkdagen heeft de NUO om op een opdracht te antwoorden; door de Werkpleinen en de NUO te bevestigen.'],
  ['STAND_IN_DAYS_MAX', 14, AGREED, 'Ontwerp: een vervanging van hooguit zo veel dagen telt niet als overdracht; door de NUO te bevestigen.'],
  ['PROEFPLAATSING_TERM', 2, `${PW} art. 8a lid 2 onder d`],
  ['PROEFPLAATSING_TOTAL_TERM', 6, `${PW} art. 8a lid 2 onder d`],
  ['PROEFPLAATSING_NO_PAID_WORK_BEFORE', 6, AGREED, 'Gebruik bij proefplaatsing, geen wetsartikel gevonden; nog te bevestigen.'],
  ['PARTICIPATION_PLACE_TERM', 24, `${PW} art. 10a`],
  ['PARTICIPATION_PLACE_TOTAL_TERM', 48, `${PW} art. 10a`],
  ['GROUP_SECONDMENT_MEMBERS_MIN', 2, AGREED],
  ['REINDICATION_REQUEST_TERM', 16, WSW],
  ['WSW_STATISTICS_TERM', 6, 'Regeling uitvoering sociale werkvoorziening en begeleid werken 2015 art. 11 lid 2 (BWBR0023158)'],
  ['INDICATION_TERM_MIN', 1, WSW],
  ['INDICATION_TERM_MAX', 50, WSW],
];

export const nuoParameterRows: readonly NuoParameter[] = [
  ...known.map(([code, value, source, unconfirmed]) => ({
    code,
    value,
    unit: nuoUnits[code],
    validFrom: PW_FROM,
    validUntil: null,
    confirmed: unconfirmed === undefined,
    source,
    note: unconfirmed ?? null,
    version: SET,
  })),
  ...publicHolidayRows,
];
