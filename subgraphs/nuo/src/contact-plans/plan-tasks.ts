import { dayText, organisationName, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.store.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { displayName } from '../employers/name.rules.ts';
import { insertTask } from '../tasks/insert-task.ts';
import { Task } from '../tasks/task.entity.ts';
import type { ContactPlan } from './contact-plan.entity.ts';
import type { Colleague, Obstacle } from './contact-plan.rules.ts';

const TITLE_MAX = 200;
/** Of an employer with a long name. */
const titled = (text: string): string => (text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1)}…` : text);
const who = ({ name, organisation }: Colleague): string => `${name} (${organisationName(organisation)})`;

interface About {
  employer: Employer;
  planId: string;
  by: Colleague;
  day: string;
}

/** K3: who owns the account that was passed over hears of it, in the transaction that passed it over. */
export const tellAccountOwner = async (
  tx: WriteTx,
  ctx: RequestContext,
  { employer, planId, by, day }: About,
  overruled: readonly Obstacle[],
): Promise<void> => {
  const holder = overruled.find(({ kind }) => kind === 'ACCOUNT_OWNER')?.holder;
  if (!holder) return;
  const title = titled(`${who(by)} wil op ${dayText(day)} contact met ${displayName(employer)}`);
  const about = { id: employer.id, aliasId: employer.id };
  await insertTask(tx, ctx, about, { title, dueOn: day, remindAt: ctx.clock(), contactPlanId: planId }, { colleagueId: colleagueId(holder), teamId: null });
};

const asked = ({ id }: Pick<ContactPlan, 'id'>, by: Colleague) => ({ contactPlanId: id, createdById: colleagueId(by), status: 'OPEN' });

/** Asks the holder of a plan for it, once. The plan's employer is held. */
export const askHolder = async (tx: WriteTx, ctx: RequestContext, employer: Employer, plan: ContactPlan, by: Colleague): Promise<string> => {
  const known = await tx.em.findOneBy(Task, asked(plan, by));
  if (known) return known.id;
  const title = titled(`${who(by)} vraagt uw contact met ${displayName(employer)} van ${dayText(plan.windowFrom)} over te nemen`);
  const holder = colleagueId({ employeeId: plan.ownerId, organisation: plan.ownerOrganisation });
  const facts = { title, dueOn: plan.windowFrom, remindAt: ctx.clock(), contactPlanId: plan.id };
  return (await insertTask(tx, ctx, { id: employer.id, aliasId: employer.id }, facts, { colleagueId: holder, teamId: null })).id;
};

/** Offering the plan to who asked for it answers the question. */
export const answerAsked = async (tx: WriteTx, ctx: RequestContext, plan: ContactPlan, to: Colleague): Promise<void> => {
  await tx.em.update(Task, asked(plan, to), { status: 'DONE', closedAt: ctx.clock(), version: () => 'version + 1' });
};
