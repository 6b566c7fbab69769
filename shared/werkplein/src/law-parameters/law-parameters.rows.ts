import { type LawParameter, type LawParameterCode, lawUnits } from './law-parameter.rules.ts';

// Data, not code: what was known when this set was made. Later values come in by import, as a set of their own.

const SET = '2026-07';
/** From here on the text of the law was read; what held before is not known here. */
const PW_READ_FROM = '2025-02-04';
/** Figures look back as far as the law goes. */
const PW_IN_FORCE = '2015-01-01';
const PW = 'Participatiewet (BWBR0015703)';
const LKS_RULE = 'Regeling loonkostensubsidie Participatiewet 2021 (BWBR0044901)';

type Known = [code: LawParameterCode, value: number, validFrom: string, source: string, unconfirmed?: string];

const known: Known[] = [
  ['WML_HOURLY', 1499, '2026-07-01', 'Wet minimumloon en minimumvakantiebijslag, bedrag per uur vanaf 1 juli 2026'],
  ['FULL_WEEK_HOURS', 36, PW_READ_FROM, `${PW} art. 10d`, 'Aanname: de normale volledige werkweek hangt af van de cao.'],
  ['FULL_MONTH_HOURS', 156, PW_READ_FROM, `${PW} art. 10d`, 'Aanname: 36 uur per week, 52 weken gedeeld door 12 maanden.'],
  ['HOLIDAY_ALLOWANCE', 8, PW_READ_FROM, 'Wet minimumloon en minimumvakantiebijslag art. 15', 'Gebruikelijk percentage; nog te bevestigen.'],
  ['LKS_MAX', 70, PW_READ_FROM, `${PW} art. 10d lid 4`],
  ['LKS_EMPLOYER_COST', 23.5, PW_READ_FROM, LKS_RULE, 'Bedrag van 2021; of het later is gewijzigd, is niet nagegaan.'],
  ['LKS_FORFAIT', 50, PW_READ_FROM, `${PW} art. 10d`],
  ['LKS_FORFAIT_TERM', 6, PW_READ_FROM, `${PW} art. 10d`],
  ['LKS_DECISION_TERM', 5, PW_READ_FROM, `${PW} art. 10d`],
  ['DOELGROEP_LKS_INTERVAL', 12, PW_READ_FROM, `${PW} art. 10c`],
  ['PROEFPLAATSING_TERM', 2, PW_READ_FROM, `${PW} art. 8a lid 2 onder d`],
  ['PROEFPLAATSING_TOTAL_TERM', 6, PW_READ_FROM, `${PW} art. 8a lid 2 onder d`],
  ['LOONWAARDE_TASKS_MAX', 5, PW_READ_FROM, `${LKS_RULE}, model van het rapport`],
  ['PARTICIPATIEPLAATS_MIN_AGE', 27, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_TERM', 24, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_EXTENSION', 12, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_TOTAL_TERM', 48, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_TRAINING', 6, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_PREMIUM', 6, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_REVIEW', 9, PW_READ_FROM, `${PW} art. 10a`],
  ['PARTICIPATIEPLAATS_STOP', 12, PW_READ_FROM, `${PW} art. 10a`],
  ['ONTHEFFING_PARENT_TOTAL', 60, PW_READ_FROM, `${PW} art. 9a`],
  ['ONTHEFFING_PARENT_CHILD_AGE', 5, PW_READ_FROM, `${PW} art. 9a`],
  ['ONTHEFFING_PARENT_REVIEW', 6, PW_READ_FROM, `${PW} art. 9a`],
  [
    'SUSTAINED_WORK_TERM',
    26,
    PW_IN_FORCE,
    'Definitie van het cijfer Duurzame uitstroom en van de laatste stap van het verloop',
    'De termijn van één verordening; door de gemeenten te bevestigen.',
  ],
  ['STAND_IN_DAYS_MAX', 14, PW_IN_FORCE, 'Definitie van het cijfer Overdrachten per cliënt', 'Ontwerp: zoals bij de NUO; door de gemeenten te bevestigen.'],
];

export const lawParameterRows: readonly LawParameter[] = known.map(([code, value, validFrom, source, unconfirmed]) => ({
  code,
  value,
  unit: lawUnits[code],
  validFrom,
  validUntil: null,
  confirmed: unconfirmed === undefined,
  source,
  note: unconfirmed ?? null,
  version: SET,
}));
