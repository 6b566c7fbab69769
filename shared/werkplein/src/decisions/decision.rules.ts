import { addDays, addMonthsClipped, addYears, lastDayOfTerm, machine, periodsOverlap } from '@werkplein/kernel';
import { type LawParameter, valueOnDay } from '../law-parameters/law-parameter.rules.ts';

/** A besluit is published as it is written. It never changes: a correction is another that takes its place. */
export const decisionMachine = machine({
  name: 'decision',
  title: 'Besluit',
  source: 'Participatiewet art. 7 lid 4; Awb art. 1:3 en art. 3:41',
  states: { IN_FORCE: 'Bekendgemaakt', REVISED: 'Herzien' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    publish: { from: [], to: 'IN_FORCE', by: ['REGIE'], text: 'Bekendmaken' },
    revise: { from: ['IN_FORCE'], to: 'REVISED', by: ['REGIE'], text: 'Herzien met een nieuw besluit' },
  },
});

/** What a municipality decides about a client. */
export const decisionKinds = [
  'DOELGROEP_LKS',
  'LOONWAARDE',
  'LKS',
  'BESCHUT_WERK',
  'PROEFPLAATSING',
  'PROEFPLAATSING_VERLENGING',
  'PARTICIPATIEPLAATS',
  'VOORZIENING',
  'ONTHEFFING',
  'JOBCOACH',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionOutcomes = ['GRANTED', 'REFUSED', 'WITHDRAWN', 'NOT_CONSIDERED'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What the rules look at. */
export interface DecisionFacts {
  kind: DecisionKind;
  outcome: DecisionOutcome;
  appliedOn: string | null;
  decidedOn: string;
  startsOn: string | null;
  endsOn: string | null;
  loonwaardeId: string | null;
  extendsId: string | null;
  forfait: boolean;
}

export interface Precedents {
  parameters: readonly LawParameter[];
  /** Decisions of this client that no other has revised; not the one that is about to be. */
  inForce: readonly (DecisionFacts & { id: string })[];
  /** Periods in which the client works under the Wsw (axis B). */
  wsw: readonly { validFrom: string; validUntil: string | null }[];
  /** Established loonwaarden of this client. */
  establishedIds: ReadonlySet<string>;
  birthDate: string;
}

/** The first decision of what one belongs to: before all that it corrects or extends. */
export const chainOf = (decisions: readonly { id: string; extendsId: string | null; revisesId: string | null }[], id: string): string => {
  const decision = decisions.find((each) => each.id === id);
  const before = decision?.revisesId ?? decision?.extendsId ?? null;
  return before === null ? id : chainOf(decisions, before);
};

export const decisionRules = {
  APPLIED_TOO_SOON: 'Sinds de vorige aanvraag voor de doelgroep loonkostensubsidie is de wachttijd niet voorbij (Participatiewet art. 10c).',
  TRIAL_TOO_LONG: 'Zo lang mag een proefplaatsing niet duren (Participatiewet art. 8a).',
  EXTENDS_NO_TRIAL: 'Een verlenging sluit aan op een toegekende proefplaatsing van dezelfde cliënt: noem die, en begin op de dag na het einde.',
  TOO_YOUNG: 'Zo jong kan de cliënt nog geen participatieplaats hebben (Participatiewet art. 10a).',
  PLACE_TOO_LONG: 'Zo lang mag een participatieplaats niet duren (Participatiewet art. 10a).',
  EXTENDS_NO_PLACE: 'Een verlenging sluit aan op een toegekende participatieplaats van dezelfde cliënt: noem die, en begin op de dag na het einde.',
  LKS_FOR_WSW: 'Bij een Wsw-dienstbetrekking hoort geen loonkostensubsidie uit de Participatiewet (art. 10d).',
  LKS_WITHOUT_LOONWAARDE: 'Loonkostensubsidie volgt uit een vastgestelde loonwaarde van deze cliënt, of is het forfait (Participatiewet art. 10d).',
  FORFAIT_TOO_LONG: 'Zo lang mag het forfait niet duren (Participatiewet art. 10d).',
} as const;
export type DecisionRule = keyof typeof decisionRules;

/** The rule that is broken, and the day that would do: the first possible or the last allowed; null when no day helps. */
export interface RuleBroken {
  rule: DecisionRule;
  nearestDay: string | null;
}

type Guard = (wanted: DecisionFacts, precedents: Precedents) => RuleBroken | null;

const onMerits = ({ outcome }: DecisionFacts): boolean => outcome === 'GRANTED' || outcome === 'REFUSED';

/** An application that comes too soon can be left unconsidered; only those judged on their merits count. */
const interval: Guard = ({ appliedOn, ...wanted }, { parameters, inForce }) => {
  if (appliedOn === null || !onMerits({ appliedOn, ...wanted })) return null;
  const months = valueOnDay(parameters, 'DOELGROEP_LKS_INTERVAL', appliedOn);
  const others = inForce.filter((other) => other.kind === 'DOELGROEP_LKS' && onMerits(other)).flatMap((other) => other.appliedOn ?? []);
  const near = others.filter((other) => appliedOn < addMonthsClipped(other, months) && other < addMonthsClipped(appliedOn, months));
  const last = near.toSorted().at(-1);
  return last === undefined ? null : { rule: 'APPLIED_TOO_SOON', nearestDay: addMonthsClipped(last, months) };
};

const withinTerm = (rule: DecisionRule, endsOn: string | null, lastDay: string): RuleBroken | null =>
  endsOn === null || endsOn > lastDay ? { rule, nearestDay: lastDay } : null;

const trial: Guard = ({ startsOn, endsOn }, { parameters }) =>
  startsOn === null ? null : withinTerm('TRIAL_TOO_LONG', endsOn, lastDayOfTerm(startsOn, valueOnDay(parameters, 'PROEFPLAATSING_TERM', startsOn)));

/** The granted decision that another extends: its first day, and the day after the end of its last extension. */
const extended = (kind: DecisionKind, extendsId: string | null, inForce: Precedents['inForce']): { startsOn: string; next: string } | null => {
  const granted = inForce.filter(({ outcome }) => outcome === 'GRANTED');
  const first = granted.find((each) => each.id === extendsId && each.kind === kind);
  if (!first?.startsOn || !first.endsOn) return null;
  const ends = granted.filter((each) => each.extendsId === first.id).flatMap((each) => each.endsOn ?? []);
  return { startsOn: first.startsOn, next: addDays([first.endsOn, ...ends].toSorted().at(-1) as string, 1) };
};

const extension: Guard = ({ startsOn, endsOn, extendsId }, { parameters, inForce }) => {
  const first = extended('PROEFPLAATSING', extendsId, inForce);
  if (startsOn === null || startsOn !== first?.next) return { rule: 'EXTENDS_NO_TRIAL', nearestDay: first?.next ?? null };
  const months = valueOnDay(parameters, 'PROEFPLAATSING_TOTAL_TERM', first.startsOn);
  return withinTerm('TRIAL_TOO_LONG', endsOn, lastDayOfTerm(first.startsOn, months));
};

/** I6, and the terms of Participatiewet art. 10a: a first time, then some times longer up to a total, each by the law of its own begin. */
const place: Guard = ({ startsOn, endsOn, extendsId }, { parameters, inForce, birthDate }) => {
  if (startsOn === null) return null;
  const oldEnough = addYears(birthDate, valueOnDay(parameters, 'PARTICIPATIEPLAATS_MIN_AGE', startsOn));
  if (startsOn < oldEnough) return { rule: 'TOO_YOUNG', nearestDay: oldEnough };
  const lastDay = (from: string, term: 'PARTICIPATIEPLAATS_TERM' | 'PARTICIPATIEPLAATS_EXTENSION' | 'PARTICIPATIEPLAATS_TOTAL_TERM') =>
    lastDayOfTerm(from, valueOnDay(parameters, term, startsOn));
  if (extendsId === null) return withinTerm('PLACE_TOO_LONG', endsOn, lastDay(startsOn, 'PARTICIPATIEPLAATS_TERM'));
  const first = extended('PARTICIPATIEPLAATS', extendsId, inForce);
  if (startsOn !== first?.next) return { rule: 'EXTENDS_NO_PLACE', nearestDay: first?.next ?? null };
  const own = lastDay(startsOn, 'PARTICIPATIEPLAATS_EXTENSION');
  const total = lastDay(first.startsOn, 'PARTICIPATIEPLAATS_TOTAL_TERM');
  return withinTerm('PLACE_TOO_LONG', endsOn, own < total ? own : total);
};

const subsidy: Guard = ({ startsOn, endsOn, loonwaardeId, forfait }, { parameters, wsw, establishedIds }) => {
  if (startsOn === null) return null;
  const period = { from: startsOn, to: endsOn };
  if (wsw.some(({ validFrom, validUntil }) => periodsOverlap({ from: validFrom, to: validUntil }, period))) return { rule: 'LKS_FOR_WSW', nearestDay: null };
  if (forfait) return withinTerm('FORFAIT_TOO_LONG', endsOn, lastDayOfTerm(startsOn, valueOnDay(parameters, 'LKS_FORFAIT_TERM', startsOn)));
  return loonwaardeId === null || !establishedIds.has(loonwaardeId) ? { rule: 'LKS_WITHOUT_LOONWAARDE', nearestDay: null } : null;
};

/** Guards of what is granted; who is refused gets nothing that could be too long. */
const ofGranted: Partial<Record<DecisionKind, Guard>> = {
  PROEFPLAATSING: trial,
  PROEFPLAATSING_VERLENGING: extension,
  PARTICIPATIEPLAATS: place,
  LKS: subsidy,
};

/** The rule that this decision would break, or null. */
export const ruleBroken = (wanted: DecisionFacts, precedents: Precedents): RuleBroken | null => {
  if (wanted.kind === 'DOELGROEP_LKS') return interval(wanted, precedents);
  return wanted.outcome === 'GRANTED' ? (ofGranted[wanted.kind]?.(wanted, precedents) ?? null) : null;
};

/** The day of the law by which a decision is judged: of the application, of the trial that it extends, or of its own start. */
export const judgedOn = (wanted: DecisionFacts, { inForce }: Pick<Precedents, 'inForce'>): string => {
  const first = wanted.kind === 'PROEFPLAATSING_VERLENGING' ? inForce.find(({ id }) => id === wanted.extendsId) : undefined;
  const day = wanted.kind === 'DOELGROEP_LKS' ? wanted.appliedOn : (first ?? wanted).startsOn;
  return day ?? wanted.decidedOn;
};

/** Whether a decision came, or is still to come, after the last day of its term. */
export const isOverdue = (decideBy: string | null, day: string): boolean => decideBy !== null && day > decideBy;
