import { badInput, localDay, type Problem, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { Branch, ContactPerson, type Employer } from '../employers/employer.entity.ts';
import { recordAttempt } from './contact-attempt.store.ts';
import type { ContactPlan } from './contact-plan.entity.ts';
import { loadFacts, type Target } from './contact-plan.facts.ts';
import { callerOf, coordinates } from './contact-plan.policy.ts';
import { ContactOptionKind, type ContactOption, type Refusal } from './contact-plan.results.ts';
import {
  type Approach,
  type ApproachFacts,
  type Colleague,
  firstFreeDay,
  mayOverruleHere,
  type Obstacle,
  obstaclesOf,
  verdictOf,
} from './contact-plan.rules.ts';
import { openPlansOf, storeExpired, windowOf } from './contact-plan.store.ts';

/** The person and branch of an input must be the employer's; a person whose record was merged is the one that stayed. */
export const demandTarget = async (tx: WriteTx, employer: Employer, ids: { contactPersonId?: string | null; branchId?: string | null }): Promise<Target> => {
  const problems: Problem[] = [];
  const named = ids.contactPersonId ? await tx.em.findOneBy(ContactPerson, { id: ids.contactPersonId }) : null;
  const person = named?.mergedIntoId ? await tx.em.findOneBy(ContactPerson, { id: named.mergedIntoId }) : named;
  if (ids.contactPersonId && person?.employerId !== employer.id)
    problems.push({ path: ['input', 'contactPersonId'], message: 'Deze contactpersoon is niet van deze werkgever.' });
  if (ids.branchId && !(await tx.em.existsBy(Branch, { id: ids.branchId, employerId: employer.id })))
    problems.push({ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' });
  if (problems.length > 0) throw badInput(problems);
  return { employer, person };
};

/** What the owner of a plan sets out to do. */
export const approachOf = (plan: ContactPlan, { person }: Target, owner: Colleague, candidateIds: readonly string[]): Approach => ({
  owner,
  window: windowOf(plan),
  firstDay: plan.plannedAt ? localDay(plan.plannedAt) : plan.windowFrom,
  contactPersonId: person?.id ?? null,
  purpose: plan.purpose,
  steering: plan.steering,
  channel: plan.channel,
  candidateIds,
});

export interface Weighing {
  target: Target;
  wanted: Approach;
  confirm: boolean;
  /** The plan that is moved or handed over is not in its own way. */
  exceptPlanId?: string;
}
export type Weighed = { kind: 'REFUSED'; answer: Refusal } | { kind: 'OWN'; contactPlanId: string } | { kind: 'FREE'; overruled: Obstacle[] };

export const optionsOf = (wanted: Approach, facts: ApproachFacts): ContactOption[] => [
  { kind: ContactOptionKind.JOIN, day: null },
  { kind: ContactOptionKind.ASK_HANDOVER, day: null },
  { kind: ContactOptionKind.WAIT_UNTIL, day: firstFreeDay(wanted, facts) },
];

/** Whether an approach may be claimed now. Only under the employer's lock is the answer worth anything. */
export const weighApproach = async (tx: WriteTx, ctx: RequestContext, { target, wanted, confirm, exceptPlanId }: Weighing): Promise<Weighed> => {
  const now = ctx.clock();
  const open = await openPlansOf(tx, target.employer.id, wanted.window.from);
  await storeExpired(
    tx,
    open.map(({ plan }) => plan),
    now,
  );
  const others = open.filter(({ plan }) => plan.id !== exceptPlanId);
  const facts = await loadFacts(tx, target, wanted, others, now);
  const found = obstaclesOf(wanted, facts);
  // Moving or taking over a plan beside an own one is no second approach.
  const obstacles = exceptPlanId === undefined ? found : found.filter(({ kind }) => kind !== 'OWN_PLAN');
  const verdict = verdictOf(obstacles, confirm || mayOverruleHere(callerOf(ctx), coordinates(ctx), facts));
  const refuse = async (answer: Refusal, outcome: 'REFUSED' | 'WARNED', because: Obstacle[]): Promise<Weighed> => {
    await recordAttempt(tx, ctx, { employerId: target.employer.id, by: wanted.owner, obstacles: because, outcome, contactPlanId: null });
    return { kind: 'REFUSED', answer };
  };
  switch (verdict.kind) {
    case 'OWN':
      return { kind: 'OWN', contactPlanId: verdict.obstacle.contactPlanId as string };
    case 'CLOSED':
      return refuse({ __typename: 'EmployerClosed', obstacles: verdict.obstacles }, 'REFUSED', verdict.obstacles);
    case 'CLASH': {
      const [{ contactPlanId, holder, window }] = verdict.obstacles as [
        Obstacle & { contactPlanId: string; holder: Approach['owner']; window: Approach['window'] },
      ];
      return refuse({ __typename: 'ContactConflict', contactPlanId, holder, window, options: optionsOf(wanted, facts) }, 'REFUSED', verdict.obstacles);
    }
    case 'NEEDS_REASON':
      return refuse({ __typename: 'ContactNeedsReason', obstacles: verdict.obstacles, firstFreeDay: firstFreeDay(wanted, facts) }, 'WARNED', verdict.obstacles);
    default:
      return { kind: 'FREE', overruled: verdict.overruled };
  }
};
