import { badInput, fault, type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import type { Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { ContactPlan, ContactPlanParticipant } from './contact-plan.entity.ts';
import { callerOf, coordinates } from './contact-plan.policy.ts';
import type { ContactPlanEnded, ContactPlanVersionConflict } from './contact-plan.results.ts';
import type { Colleague } from './contact-plan.rules.ts';
import { ownerOf, updatePlan } from './contact-plan.store.ts';
import { isLive, mayTake, type StoredStatus, type TransitionName, transitions } from './plan-status.rules.ts';

/** A live plan whose employer is locked until the transaction ends. */
export interface PlanAtHand {
  tx: WriteTx;
  me: Colleague;
  employer: Employer;
  plan: ContactPlan;
  participants: readonly ContactPlanParticipant[];
}

interface PlanInput {
  requestId: string;
  contactPlanId: string;
  expectedVersion?: number;
}

/** Read under the lock; which employer it belongs to never changes, so that may be read before. */
export const openPlan = async (tx: WriteTx, id: string): Promise<Omit<PlanAtHand, 'me'>> => {
  const seen = await tx.em.findOneBy(ContactPlan, { id });
  if (!seen) throw badInput([{ path: ['input', 'contactPlanId'], message: 'Dit contactvoornemen bestaat niet.' }]);
  const employer = (await lockEmployer(tx, seen.employerAliasId)) as Employer;
  // Its row too: the cleaner of expired plans goes by rows, not by employer.
  const lock = tx.dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const plan = await tx.em.findOneOrFail(ContactPlan, { where: { id }, ...lock });
  return { tx, employer, plan, participants: await tx.em.findBy(ContactPlanParticipant, { contactPlanId: id }) };
};

const stale = <N extends 'ContactPlanEnded' | 'ContactPlanVersionConflict'>(typename: N, id: string) => ({
  answer: { __typename: typename, contactPlanId: id },
  subjectIds: [id],
});

/** One command on a plan: who may, whether it still can, whether the caller saw its last version; then `effect`. */
export const changePlan = <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  input: PlanInput,
  step: TransitionName,
  effect: (at: PlanAtHand) => Promise<Outcome<A>>,
): Promise<A | ContactPlanEnded | ContactPlanVersionConflict> =>
  runCommand<A | ContactPlanEnded | ContactPlanVersionConflict>(ctx, command, input, async (tx) => {
    const opened = await openPlan(tx, input.contactPlanId);
    const { plan, participants } = opened;
    const me = callerOf(ctx);
    if (!mayTake(step, me, coordinates(ctx), { owner: ownerOf(plan), participants, offeredTo: plan.offeredTo })) throw fault('FORBIDDEN');
    if (!isLive(plan, ctx.clock())) return stale('ContactPlanEnded', plan.id);
    if (input.expectedVersion !== undefined && input.expectedVersion !== plan.version) return stale('ContactPlanVersionConflict', plan.id);
    return effect({ ...opened, me });
  });

/** The step of a live plan to the status that the table names. */
export const takeStep = ({ tx, plan }: PlanAtHand, step: TransitionName, changes: Partial<ContactPlan> = {}): Promise<void> => {
  const { from, to } = transitions[step];
  if (!(from as readonly StoredStatus[]).includes(plan.status)) throw new Error(`A plan that is ${plan.status} does not ${step}.`);
  return updatePlan(tx, plan, { ...changes, ...(to !== 'SAME' && { status: to }) });
};
