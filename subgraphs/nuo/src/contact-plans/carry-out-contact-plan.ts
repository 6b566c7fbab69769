import type { RequestContext } from '@werkplein/kernel';
import { checkContact } from '../contacts/check-contact.ts';
import { insertContactMoment } from '../contacts/contact.store.ts';
import { demandContactPerson } from '../contacts/record-contact-moment.ts';
import { publish } from '../events/publish.ts';
import { changePlan, takeStep } from './change-plan.ts';
import type { CarryOutContactPlanInput } from './contact-plan.inputs.ts';
import type { ContactPlanCarriedOut, Stale } from './contact-plan.results.ts';
import { sameColleague } from './contact-plan.rules.ts';
import { processedOf } from './plan-processing.ts';
import { ownerOf } from './contact-plan.store.ts';

/** The plan becomes a fact: its contact moment and its end are one transaction. */
export const carryOutContactPlan = (ctx: RequestContext, input: CarryOutContactPlanInput): Promise<ContactPlanCarriedOut | Stale> => {
  const { facts, participants } = checkContact(ctx, input);
  return changePlan<ContactPlanCarriedOut>(ctx, 'ContactPlanCarryOut', input, 'carryOut', async (at) => {
    const { tx, plan, employer, me } = at;
    await demandContactPerson(tx, facts.contactPersonId, employer.id);
    const id = ctx.newId();
    const ofPlan = [ownerOf(plan), ...at.participants].filter((one) => !sameColleague(one, me));
    const together = input.others
      ? participants
      : [...participants, ...ofPlan.map(({ employeeId, name, organisation }) => ({ employeeId, name, organisation }))];
    const contactPersonId = facts.contactPersonId ?? plan.contactPersonId;
    const { employerAliasId } = plan;
    const fresh = { correctionOfId: null, recordedAt: ctx.clock(), sourceSystem: null, sourceKey: null };
    await insertContactMoment(
      tx,
      ctx,
      { ...facts, ...fresh, id, contactPersonId, employerAliasId, organisation: me.organisation, contactPlanId: plan.id },
      together,
    );
    await takeStep(at, 'carryOut', { offeredTo: null });
    await publish(tx, ctx, 'ContactPlanCarriedOut', plan.id, employer.id, [id]);
    await publish(tx, ctx, 'ContactMomentRecorded', id, employer.id);
    return {
      answer: { __typename: 'ContactPlanCarriedOut', contactPlanId: plan.id, contactMomentId: id },
      subjectIds: [plan.id, id],
      processed: processedOf(contactPersonId),
    };
  });
};
