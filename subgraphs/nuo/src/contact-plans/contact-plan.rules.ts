import { addDays, daysBetween, dayText, organisationName, periodsOverlap } from '@werkplein/kernel';

// The conflict classes K1-K6 (domain.md §6.4): facts in, obstacles out. One set of rules for the claim and for `mayApproach`.

export interface Colleague {
  employeeId: string;
  name: string;
  organisation: string;
}
export const sameColleague = (a: Omit<Colleague, 'name'>, b: Omit<Colleague, 'name'>): boolean =>
  a.employeeId === b.employeeId && a.organisation === b.organisation;

/** Both days included. */
export interface Window {
  from: string;
  until: string;
}
export const WINDOW_DAYS = 30;
export const windowDays = ({ from, until }: Window): number => daysBetween(from, until) + 1;

/** What someone wants to do. */
export interface Approach {
  owner: Colleague;
  window: Window;
  /** The day of the contact when it is known, else the first day of the window. */
  firstDay: string;
  contactPersonId: string | null;
  purpose: string;
  steering: string;
  channel: string;
  candidateIds: readonly string[];
}

export interface LivePlan {
  id: string;
  owner: Colleague;
  window: Window;
  contactPersonId: string | null;
  purpose: string;
}

export interface AccountTeam {
  /** Null when nobody owns it on that day. */
  owner: Colleague | null;
  team: readonly Omit<Colleague, 'name'>[];
  /** Nobody outside the team approaches this employer. */
  closed: boolean;
}

export interface ApproachFacts {
  employer: { status: string; keyAccount: boolean; indNonMailing: boolean; coolDownDays: number };
  personDoNotContact: boolean;
  /** Live plans of everyone at this employer. */
  plans: readonly LivePlan[];
  /** Outgoing contacts that took place, each with everyone's organisation who took part. */
  outgoing: readonly { day: string; organisations: readonly string[] }[];
  /** Someone of the asker's organisation works there, so that aftercare is theirs to give. */
  ownPlacement: boolean;
  accountTeam: AccountTeam | null;
  /** Of the candidates of this approach, those already proposed here in an open state. */
  proposedCandidates: number;
}

export type ObstacleKind = 'PLAN_CLASH' | 'COOL_DOWN' | 'ACCOUNT_OWNER' | 'DO_NOT_APPROACH' | 'CANDIDATE_PROPOSED' | 'OWN_PLAN';

/** One thing between an approach and the employer, as it is kept and shown. */
export interface Obstacle {
  kind: ObstacleKind;
  /** A warning: with a reason it may be done all the same. */
  overrulable: boolean;
  message: string;
  /** Who holds the employer here: the owner of the plan or of the account. */
  holder: Colleague | null;
  organisations: string[];
  window: Window | null;
  contactPlanId: string | null;
  /** First day on which this obstacle is gone; null when no day makes it go. */
  freeFrom: string | null;
}

const obstacle = (kind: ObstacleKind, message: string, more: Partial<Obstacle> = {}): Obstacle => ({
  kind,
  message,
  overrulable: false,
  holder: null,
  organisations: more.holder ? [more.holder.organisation] : [],
  window: null,
  contactPlanId: null,
  freeFrom: null,
  ...more,
});

type Aim = Pick<LivePlan, 'contactPersonId' | 'purpose'>;
// Two plans that name no person both go to the employer as such.
const sameAim = (a: Aim, b: Aim): boolean => a.contactPersonId === b.contactPersonId || a.purpose === b.purpose;
const meet = (a: Window, b: Window): boolean => periodsOverlap({ from: a.from, to: a.until }, { from: b.from, to: b.until });
export const clashes = (a: Aim & { window: Window }, b: Aim & { window: Window }): boolean => meet(a.window, b.window) && sameAim(a, b);

const byWindow = (a: LivePlan, b: LivePlan): number => (a.window.from + a.id < b.window.from + b.id ? -1 : 1);

/** K1 and K6: the same person or the same purpose in overlapping windows. */
const planObstacles = (wanted: Approach, { plans }: ApproachFacts): Obstacle[] =>
  plans
    .filter((plan) => clashes(wanted, plan))
    .sort(byWindow)
    .map((plan) => {
      const own = sameColleague(plan.owner, wanted.owner);
      const message = own
        ? 'U hebt dit contact al gepland.'
        : `${plan.owner.name} (${organisationName(plan.owner.organisation)}) heeft hier al een contact gepland van ${dayText(plan.window.from)} tot en met ${dayText(plan.window.until)}.`;
      const { owner: holder, window, id: contactPlanId } = plan;
      return obstacle(own ? 'OWN_PLAN' : 'PLAN_CLASH', message, { holder, window, contactPlanId, freeFrom: addDays(window.until, 1) });
    });

const askedFor = ({ purpose, steering }: Approach): boolean => purpose === 'VACANCY' && steering === 'VRAAGGESTUURD';

/** K2: rest after another organisation approached it. Whoever took part is not held by it; an incoming contact starts none. */
const coolDown = (wanted: Approach, facts: ApproachFacts): Obstacle[] => {
  if (askedFor(wanted) || (wanted.purpose === 'AFTERCARE' && facts.ownPlacement)) return [];
  const last = facts.outgoing
    .filter(({ organisations }) => !organisations.includes(wanted.owner.organisation))
    .reduce<(typeof facts.outgoing)[number] | null>((latest, one) => (latest === null || one.day > latest.day ? one : latest), null);
  if (last === null) return [];
  const freeFrom = addDays(last.day, facts.employer.coolDownDays);
  if (wanted.firstDay >= freeFrom) return [];
  const who = last.organisations.map(organisationName).join(' en ');
  return [
    obstacle('COOL_DOWN', `${who} benaderde deze werkgever op ${dayText(last.day)}; de eerste vrije dag is ${dayText(freeFrom)}.`, {
      overrulable: true,
      organisations: [...last.organisations],
      freeFrom,
    }),
  ];
};

/** K3: a key account is approached by its owner or team. */
const accountOwner = (wanted: Approach, { employer, accountTeam }: ApproachFacts): Obstacle[] => {
  if (!employer.keyAccount || accountTeam === null) return [];
  const { owner: holder, team, closed } = accountTeam;
  if (holder === null && !closed) return [];
  if ([...(holder ? [holder] : []), ...team].some((one) => sameColleague(one, wanted.owner))) return [];
  const of = holder ? ` van ${holder.name} (${organisationName(holder.organisation)})` : '';
  const message = closed ? `Deze werkgever is een gesloten account${of}: alleen het accountteam benadert hem.` : `Deze werkgever is een account${of}.`;
  return [obstacle('ACCOUNT_OWNER', message, { overrulable: !closed, holder })];
};

/** K4: who asked not to be approached, or may not be. */
const doNotApproach = (wanted: Approach, { employer, personDoNotContact }: ApproachFacts): Obstacle[] => [
  ...(employer.status === 'BLOCKED' ? [obstacle('DO_NOT_APPROACH', 'Deze werkgever is geblokkeerd.')] : []),
  ...(personDoNotContact ? [obstacle('DO_NOT_APPROACH', 'Deze contactpersoon wil niet benaderd worden.')] : []),
  ...(employer.indNonMailing && wanted.channel === 'LETTER' && wanted.steering === 'AANBODGESTUURD'
    ? [obstacle('DO_NOT_APPROACH', 'Deze werkgever wil geen ongevraagde post (KvK).')]
    : []),
];

/** K5: a second proposal of one candidate. Other contact about a proposed candidate is no second proposal. */
const candidateProposed = (wanted: Approach, { proposedCandidates }: ApproachFacts): Obstacle[] =>
  wanted.purpose === 'PROPOSAL' && proposedCandidates > 0
    ? [obstacle('CANDIDATE_PROPOSED', 'Deze cliënt is hier al voorgedragen; die voordracht staat nog open.')]
    : [];

const rules = [doNotApproach, planObstacles, candidateProposed, accountOwner, coolDown];
export const obstaclesOf = (wanted: Approach, facts: ApproachFacts): Obstacle[] => rules.flatMap((rule) => rule(wanted, facts));

export type Verdict =
  | { kind: 'FREE'; overruled: Obstacle[] }
  | { kind: 'OWN'; obstacle: Obstacle }
  | { kind: 'CLASH'; obstacles: Obstacle[] }
  | { kind: 'CLOSED'; obstacles: Obstacle[] }
  | { kind: 'NEEDS_REASON'; obstacles: Obstacle[] };

/** What closes the employer comes before what is in the way; one's own plan answers before another's. */
export const verdictOf = (obstacles: readonly Obstacle[], mayOverrule: boolean): Verdict => {
  const of = (...kinds: ObstacleKind[]): Obstacle[] => obstacles.filter(({ kind, overrulable }) => !overrulable && kinds.includes(kind));
  const closed = of('DO_NOT_APPROACH', 'CANDIDATE_PROPOSED', 'ACCOUNT_OWNER');
  const [own] = of('OWN_PLAN');
  const clash = of('PLAN_CLASH');
  const warnings = obstacles.filter(({ overrulable }) => overrulable);
  if (of('DO_NOT_APPROACH').length > 0) return { kind: 'CLOSED', obstacles: closed };
  if (own) return { kind: 'OWN', obstacle: own };
  if (clash.length > 0) return { kind: 'CLASH', obstacles: clash };
  if (closed.length > 0) return { kind: 'CLOSED', obstacles: closed };
  return warnings.length > 0 && !mayOverrule ? { kind: 'NEEDS_REASON', obstacles: warnings } : { kind: 'FREE', overruled: warnings };
};

/** The account owner decides about the own account; a coordinator about all. */
export const mayOverruleHere = (me: Colleague, coordinator: boolean, { accountTeam }: ApproachFacts): boolean =>
  coordinator || (accountTeam?.owner != null && sameColleague(accountTeam.owner, me));

/** First day from which a window of the same length meets no plan of another and no cool-down. */
export const firstFreeDay = (wanted: Approach, facts: ApproachFacts): string => {
  const length = windowDays(wanted.window) - 1;
  let { from } = wanted.window;
  for (const { freeFrom } of coolDown(wanted, facts)) if (freeFrom !== null && freeFrom > from) from = freeFrom;
  for (const plan of facts.plans.filter((one) => sameAim(wanted, one) && !sameColleague(one.owner, wanted.owner)).sort(byWindow))
    if (meet({ from, until: addDays(from, length) }, plan.window)) from = addDays(plan.window.until, 1);
  return from;
};
