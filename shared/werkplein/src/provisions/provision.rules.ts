import { addDays, addMonthsClipped, addYears, machine, periodsOverlap, type StateOf, type StepOf } from '@werkplein/kernel';
import type { DecisionKind } from '../decisions/decision.rules.ts';
import { type LawParameter, valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { factsOf, type MilestoneKind, type ProvisionKind } from './provision.kinds.ts';

/** A voorziening from its first day of use to its last (Participatiewet art. 7; SRG: as long as it is really used). */
export const provisionMachine = machine({
  name: 'provision',
  title: 'Voorziening',
  source: 'Participatiewet art. 7 lid 1 onder a en lid 4; CBS, Richtlijnen SRG: de periode is die van het werkelijke gebruik',
  states: { RUNNING: 'In gebruik', INTERRUPTED: 'Onderbroken', ENDED: 'Beëindigd' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    start: { from: [], to: 'RUNNING', by: ['REGIE'], text: 'Starten' },
    interrupt: { from: ['RUNNING'], to: 'INTERRUPTED', by: ['REGIE'], text: 'Onderbreken' },
    resume: { from: ['INTERRUPTED'], to: 'RUNNING', by: ['REGIE'], text: 'Hervatten' },
    end: { from: ['RUNNING', 'INTERRUPTED'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
    correct: { from: ['RUNNING', 'INTERRUPTED', 'ENDED'], to: 'SAME', by: ['REGIE'], text: 'Verbeteren' },
  },
});
export type ProvisionState = StateOf<typeof provisionMachine>;
export type ProvisionStep = Exclude<StepOf<typeof provisionMachine>, 'start'>;

export const provisionExecutors = ['NUO', 'EXTERNAL', 'OWN'] as const;
export type ProvisionExecutor = (typeof provisionExecutors)[number];

/** Why a provision ended. */
export const provisionEndReasons = {
  COMPLETED: 'Afgerond zoals gepland',
  WORK_FOUND: 'Werk gevonden',
  NO_PROGRESS: 'Geen vooruitgang',
  STOPPED_BY_CLIENT: 'Gestopt door de cliënt',
  STOPPED_BY_PROVIDER: 'Gestopt door de uitvoerder of de werkgever',
  ILLNESS: 'Ziekte',
  MOVED: 'Verhuisd',
  TERM_OVER: 'De termijn is voorbij',
  NEVER_USED: 'Nooit gebruikt: een vergissing',
  OTHER: 'Andere reden',
} as const;
export type ProvisionEndReason = keyof typeof provisionEndReasons;

/** Days on which it was used; both belong to it, and without a last one it goes on. */
export interface UsePeriod {
  startsOn: string;
  endsOn: string | null;
}

export interface ProvisionFacts {
  kind: ProvisionKind;
  uses: readonly UsePeriod[];
  /** The last day that a review left it. */
  stopBy: string | null;
}

/** What the rules look at beside the provision. */
export interface ProvisionContext {
  today: string;
  birthDate: string;
  parameters: readonly LawParameter[];
  /** Granted decisions in force of the chain that the provision names. */
  granted: readonly { kind: DecisionKind; startsOn: string | null; endsOn: string | null }[];
  /** The client's other provisions. */
  others: readonly (ProvisionFacts & { id: string })[];
}

export const provisionRules = {
  DECISION_NEEDED: 'Voor deze voorziening is een toegekend besluit nodig dat op elke dag van het gebruik geldt. Noem dat besluit.',
  OVERLAPS: 'Op deze dagen is er een andere voorziening in gebruik waarmee dit niet samengaat.',
  TOO_YOUNG: 'Zo jong kan de cliënt deze voorziening nog niet hebben.',
  MUST_STOP: 'Na de beoordeling mag deze voorziening niet langer in gebruik zijn dan tot deze dag.',
} as const;
export type ProvisionRule = keyof typeof provisionRules;

/** The rule, the first and last day on which it is broken, and the provision in the way when there is one. */
export interface BrokenProvisionRule {
  rule: ProvisionRule;
  firstDay: string;
  lastDay: string | null;
  provisionId: string | null;
}

const lastOf = ({ endsOn }: UsePeriod, today: string): string => endsOn ?? today;

/** The first day of a use that no granted decision covers, or null. */
const uncovered = (use: UsePeriod, { granted, today }: ProvisionContext): string | null => {
  const until = lastOf(use, today);
  let day = use.startsOn;
  for (;;) {
    if (day > until) return null;
    const covering = granted.find(({ startsOn, endsOn }) => startsOn !== null && startsOn <= day && (endsOn === null || endsOn >= day));
    if (!covering) return day;
    if (covering.endsOn === null) return null;
    day = addDays(covering.endsOn, 1);
  }
};

/** Whether two kinds cannot be used on one day. */
const excludes = (one: ProvisionKind, other: ProvisionKind): boolean => {
  const [a, b] = [factsOf(one), factsOf(other)];
  const unpaidWithSubsidy = (place: typeof a, subsidy: ProvisionKind): boolean => place.place === 'UNPAID' && subsidy === 'LOONKOSTENSUBSIDIE';
  if (one === other) return !a.several;
  return (a.place !== null && b.place !== null) || unpaidWithSubsidy(a, other) || unpaidWithSubsidy(b, one);
};

const overlap = ({ kind, uses }: ProvisionFacts, others: ProvisionContext['others']): BrokenProvisionRule | null => {
  for (const use of uses) {
    for (const other of others.filter((each) => excludes(kind, each.kind))) {
      const clash = other.uses.find((each) => periodsOverlap({ from: use.startsOn, to: use.endsOn }, { from: each.startsOn, to: each.endsOn }));
      if (!clash) continue;
      const ends = [use.endsOn, clash.endsOn].filter((day) => day !== null).toSorted();
      return { rule: 'OVERLAPS', firstDay: use.startsOn > clash.startsOn ? use.startsOn : clash.startsOn, lastDay: ends[0] ?? null, provisionId: other.id };
    }
  }
  return null;
};

/** The rule that these days of use break, or null. */
export const brokenProvisionRule = (facts: ProvisionFacts, context: ProvisionContext): BrokenProvisionRule | null => {
  const { decisions, minAge } = factsOf(facts.kind);
  const [first] = facts.uses;
  if (!first) return null;
  if (minAge) {
    const oldEnough = addYears(context.birthDate, valueOnDay(context.parameters, minAge, first.startsOn));
    if (first.startsOn < oldEnough) return { rule: 'TOO_YOUNG', firstDay: first.startsOn, lastDay: addDays(oldEnough, -1), provisionId: null };
  }
  if (decisions.length > 0) {
    for (const use of facts.uses) {
      const day = uncovered(use, { ...context, granted: context.granted.filter(({ kind }) => decisions.includes(kind)) });
      if (day !== null) return { rule: 'DECISION_NEEDED', firstDay: day, lastDay: use.endsOn, provisionId: null };
    }
  }
  const { stopBy } = facts;
  const late = stopBy === null ? undefined : facts.uses.find((use) => lastOf(use, context.today) > stopBy);
  if (stopBy !== null && late) return { rule: 'MUST_STOP', firstDay: addDays(stopBy, 1), lastDay: late.endsOn, provisionId: null };
  return overlap(facts, context.others);
};

/** What the law asks during a provision of this kind that begins on this day. */
export const milestonesFrom = (kind: ProvisionKind, start: string, parameters: readonly LawParameter[]): { kind: MilestoneKind; dueOn: string }[] =>
  factsOf(kind).milestones.map((each) => ({ kind: each.kind, dueOn: addMonthsClipped(start, valueOnDay(parameters, each.after, start)) }));
