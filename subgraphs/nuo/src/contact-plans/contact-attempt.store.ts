import { type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull, MoreThan } from 'typeorm';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { stateAttempts } from './contact-attempt.facts.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import type { Colleague, Obstacle } from './contact-plan.rules.ts';

/** Tries of one person at one employer within this time are one attempt (domain.md §8, VOORKOMEN_DUBBELINGEN). */
const ONE_ATTEMPT_MS = 15 * 60_000;
/** What happens later than this no longer follows from an attempt. */
const FOLLOWS_MS = 30 * 86_400_000;

export type AttemptOutcome = 'REFUSED' | 'WARNED' | 'OVERRULED';
export type FollowedBy = 'JOINED' | 'PLANNED_OTHERWISE' | 'OVERRULED' | 'TAKEN_OVER';

const aliasesOf = async (tx: WriteTx, employerId: string): Promise<string[]> => (await tx.em.findBy(EmployerAlias, { employerId })).map(({ id }) => id);

const since = (ctx: RequestContext, ms: number): Date => new Date(ctx.clock().getTime() - ms);

/** Under the employer's lock: two tries of one person at once are still one attempt. */
export const recordAttempt = async (
  tx: WriteTx,
  ctx: RequestContext,
  {
    employerId,
    by,
    obstacles,
    outcome,
    contactPlanId,
  }: { employerId: string; by: Colleague; obstacles: readonly Obstacle[]; outcome: AttemptOutcome; contactPlanId: string | null },
): Promise<void> => {
  if (obstacles.length === 0) return;
  const { employeeId, organisation } = by;
  const where = { employeeId, organisation, employerAliasId: In(await aliasesOf(tx, employerId)), at: MoreThan(since(ctx, ONE_ATTEMPT_MS)) };
  const earlier = await tx.em.findOne(ContactAttempt, { where, order: { at: 'ASC', id: 'ASC' } });
  const attemptId = earlier?.attemptId ?? ctx.newId();
  const kinds = new Map(obstacles.map((obstacle) => [obstacle.kind, obstacle]));
  await tx.em.insert(
    ContactAttempt,
    [...kinds.values()].map((obstacle) => ({
      id: ctx.newId(),
      attemptId,
      at: ctx.clock(),
      employerAliasId: employerId,
      employeeId,
      organisation,
      kind: obstacle.kind,
      outcome,
      contactPlanId: contactPlanId ?? obstacle.contactPlanId,
      followedBy: null,
    })),
  );
  await stateAttempts(tx, ctx, { employeeId, organisation }, [attemptId]);
};

/** What someone did after an attempt that was stopped, and after one that was warned. */
export const followAttempts = async (
  tx: WriteTx,
  ctx: RequestContext,
  employerId: string,
  by: Colleague,
  refused: FollowedBy,
  warned: FollowedBy = refused,
): Promise<void> => {
  const { employeeId, organisation } = by;
  const open = { employeeId, organisation, followedBy: IsNull(), at: MoreThan(since(ctx, FOLLOWS_MS)), outcome: In(['REFUSED', 'WARNED']) };
  // Most plans follow no attempt: one indexed look, and no more.
  if (!(await tx.em.existsBy(ContactAttempt, open))) return;
  const here = { ...open, employerAliasId: In(await aliasesOf(tx, employerId)) };
  const attempts = (await tx.em.findBy(ContactAttempt, here)).map(({ attemptId }) => attemptId);
  if (attempts.length === 0) return;
  await tx.em.update(ContactAttempt, { ...here, outcome: 'REFUSED' }, { followedBy: refused });
  await tx.em.update(ContactAttempt, { ...here, outcome: 'WARNED' }, { followedBy: warned });
  await stateAttempts(tx, ctx, { employeeId, organisation }, attempts);
};
