import { type RequestContext, runCommand } from '@werkplein/kernel';
import { LessThanOrEqual } from 'typeorm';
import { ContactPlan } from './contact-plan.entity.ts';
import type { ExpireContactPlansInput } from './contact-plan.inputs.ts';
import type { ContactPlansExpired } from './contact-plan.results.ts';
import { storeExpired } from './contact-plan.store.ts';

const AT_ONCE = 500;

/** Only cleans up: a reservation whose time has come counts as expired everywhere, cleaned or not. */
export const expireContactPlans = (ctx: RequestContext, input: ExpireContactPlansInput): Promise<ContactPlansExpired> =>
  runCommand(ctx, 'ContactPlansExpire', input, async (tx) => {
    const now = ctx.clock();
    const due = await tx.em.find(ContactPlan, { where: { status: 'RESERVED', expiresAt: LessThanOrEqual(now) }, order: { expiresAt: 'ASC' }, take: AT_ONCE });
    const count = await storeExpired(tx, due, now);
    return { answer: { __typename: 'ContactPlansExpired' as const, count }, subjectIds: due.map(({ id }) => id) };
  });
