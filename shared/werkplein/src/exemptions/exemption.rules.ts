import { addDays, addMonthsClipped, addYears, daysBetween, lastDayOfTerm, machine, periodsOverlap, type StateOf, type StepOf } from '@werkplein/kernel';
import { type LawParameter, valueOnDay } from '../law-parameters/law-parameter.rules.ts';

/** An ontheffing: temporary and for one person, by a decision of the municipality. */
export const exemptionMachine = machine({
  name: 'exemption',
  title: 'Ontheffing',
  source: 'Participatiewet art. 7 lid 4, art. 9 lid 2 en art. 9a',
  states: { RUNNING: 'Geldig', ENDED: 'Beëindigd' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    start: { from: [], to: 'RUNNING', by: ['REGIE'], text: 'Verlenen' },
    review: { from: ['RUNNING'], to: 'SAME', by: ['REGIE'], text: 'Heronderzoeken' },
    end: { from: ['RUNNING'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
  },
});
export type ExemptionState = StateOf<typeof exemptionMachine>;
export type ExemptionStep = Exclude<StepOf<typeof exemptionMachine>, 'start'>;

/** Why somebody is exempt; `SINGLE_PARENT`: of a child below the age of the law, counted together wherever one lives. */
export const exemptionGrounds = {
  SINGLE_PARENT: 'Alleenstaande ouder met een jong kind (art. 9a)',
  URGENT_TEMPORARY: 'Dringende redenen van sociale of medische aard, tijdelijk (art. 9 lid 2)',
  INCAPACITATED: 'Volledig en duurzaam arbeidsongeschikt (art. 9 lid 5)',
} as const;
export type ExemptionGround = keyof typeof exemptionGrounds;
export const exemptionGroundCodes = Object.keys(exemptionGrounds) as ExemptionGround[];

/** Days of an exemption; both belong to it. One that was ended before it began has none. */
export interface ExemptionPeriod {
  ground: ExemptionGround;
  startsOn: string;
  endsOn: string | null;
}

const hasDays = ({ startsOn, endsOn }: ExemptionPeriod): boolean => endsOn === null || endsOn >= startsOn;

/** Nothing needs to happen for it to end: its last day is enough. */
export const exemptionStateOn = ({ status, endsOn }: { status: ExemptionState; endsOn: string | null }, day: string): ExemptionState =>
  status === 'RUNNING' && endsOn !== null && endsOn < day ? 'ENDED' : status;

/** Time that was used: whole months, and days beside them. */
export interface UsedTime {
  months: number;
  days: number;
}

const DAYS_OF_MONTH = 30;

/** Whole months from the first day on, and the days that are left. */
const timeOf = (startsOn: string, endsOn: string): UsedTime => {
  let months = 0;
  while (lastDayOfTerm(startsOn, months + 1) <= endsOn) months += 1;
  const days = daysBetween(addMonthsClipped(startsOn, months), endsOn) + 1;
  return { months, days };
};

const sumOf = (times: readonly UsedTime[]): UsedTime => {
  const days = times.reduce((sum, time) => sum + time.days, 0);
  const months = times.reduce((sum, time) => sum + time.months, 0);
  return { months: months + Math.floor(days / DAYS_OF_MONTH), days: days % DAYS_OF_MONTH };
};

/** What was used of a ground until a day: here and, in whole months, elsewhere. Thirty loose days are a month; fewer are none. */
export const usedUntil = (periods: readonly ExemptionPeriod[], ground: ExemptionGround, carriedMonths: number, day: string): UsedTime =>
  sumOf([
    { months: carriedMonths, days: 0 },
    ...periods
      .filter((period) => period.ground === ground && period.startsOn <= day && hasDays(period))
      .map(({ startsOn, endsOn }) => timeOf(startsOn, endsOn === null || endsOn > day ? day : endsOn)),
  ]);

export const exemptionRules = {
  DECISION_NEEDED: 'Een ontheffing heeft een toegekend besluit dat op elke dag ervan geldt. Noem dat besluit.',
  OVERLAPS: 'Op deze dagen is er al een ontheffing.',
  CHILD_TOO_OLD: 'Het jongste kind is dan te oud (Participatiewet art. 9a).',
  TERM_USED_UP: 'De tijd die de wet toestaat is dan op, samen met wat in andere gemeenten is gebruikt (Participatiewet art. 9a).',
} as const;
export type ExemptionRule = keyof typeof exemptionRules;

/** The rule that is broken, and the last day that is allowed; null when no day is. */
export interface BrokenExemptionRule {
  rule: ExemptionRule;
  lastDay: string | null;
}

export interface ExemptionContext {
  parameters: readonly LawParameter[];
  /** The granted decision in force that it names. */
  decision: { startsOn: string | null; endsOn: string | null } | null;
  /** The client's other exemptions. */
  others: readonly ExemptionPeriod[];
  carriedMonths: number;
  /** Of a single parent. */
  youngestChildBornOn: string | null;
}

const atLeast = (day: string, startsOn: string): string | null => (day < startsOn ? null : day);

/** The last day on which the rules for a single parent let it run, or null when there is none. */
const parentBroken = ({ startsOn, endsOn, ground }: ExemptionPeriod, context: ExemptionContext): BrokenExemptionRule | null => {
  const { parameters, others, carriedMonths, youngestChildBornOn } = context;
  const value = (code: 'ONTHEFFING_PARENT_CHILD_AGE' | 'ONTHEFFING_PARENT_TOTAL'): number => valueOnDay(parameters, code, startsOn);
  const young = addDays(addYears(youngestChildBornOn ?? startsOn, value('ONTHEFFING_PARENT_CHILD_AGE')), -1);
  if (endsOn === null || endsOn > young) return { rule: 'CHILD_TOO_OLD', lastDay: atLeast(young, startsOn) };
  const used = usedUntil(others, ground, carriedMonths, endsOn);
  const left = value('ONTHEFFING_PARENT_TOTAL') - used.months;
  const last = left > 0 ? addDays(lastDayOfTerm(startsOn, left), -used.days) : addDays(startsOn, -1);
  return endsOn > last ? { rule: 'TERM_USED_UP', lastDay: atLeast(last, startsOn) } : null;
};

/** The rule that an exemption would break, or null. */
export const brokenExemptionRule = (wanted: ExemptionPeriod, context: ExemptionContext): BrokenExemptionRule | null => {
  const { startsOn, endsOn } = wanted;
  const { decision, others } = context;
  if (decision?.startsOn === undefined || decision.startsOn === null || decision.startsOn > startsOn) return { rule: 'DECISION_NEEDED', lastDay: null };
  if (decision.endsOn !== null && (endsOn === null || endsOn > decision.endsOn))
    return { rule: 'DECISION_NEEDED', lastDay: atLeast(decision.endsOn, startsOn) };
  const clash = others
    .filter((other) => hasDays(other) && periodsOverlap({ from: startsOn, to: endsOn }, { from: other.startsOn, to: other.endsOn }))
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0];
  if (clash) return { rule: 'OVERLAPS', lastDay: atLeast(addDays(clash.startsOn, -1), startsOn) };
  return wanted.ground === 'SINGLE_PARENT' ? parentBroken(wanted, context) : null;
};

/** Day of the re-examination that the law asks after this day, while the exemption still runs. */
export const nextReview = ({ ground, endsOn }: ExemptionPeriod, after: string, parameters: readonly LawParameter[]): string | null => {
  if (ground !== 'SINGLE_PARENT') return null;
  const day = addMonthsClipped(after, valueOnDay(parameters, 'ONTHEFFING_PARENT_REVIEW', after));
  return endsOn !== null && day > endsOn ? null : day;
};
