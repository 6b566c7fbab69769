import { badInput, fault, isUniqueViolation, type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingContactPerson } from '../activities.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkContact } from './check-contact.ts';
import { ContactMoment } from './contact.entity.ts';
import { insertContactMoment, newestCorrection, participationsOf } from './contact.store.ts';
import type { ContactMomentAlreadyCorrected, ContactMomentCorrected, CorrectContactMomentInput } from './contact.types.ts';
import { demandContactPerson, personsOf } from './record-contact-moment.ts';

/** A new fact that replaces one of the caller's own organisation; of two at once the unique index lets one through. Whoever corrects it took part, unless `present` says otherwise. */
export const correctContactMoment = async (
  ctx: RequestContext,
  input: CorrectContactMomentInput,
  present: 'the caller' | 'as before' = 'the caller',
): Promise<ContactMomentCorrected | ContactMomentAlreadyCorrected> => {
  const { facts, participants } = checkContact(ctx, input);
  const effect = async (tx: WriteTx): Promise<Outcome<ContactMomentCorrected | ContactMomentAlreadyCorrected>> => {
    const wrong = await tx.em.findOneBy(ContactMoment, { id: input.contactMomentId });
    if (!wrong) throw badInput([{ path: ['input', 'contactMomentId'], message: 'Dit contactmoment bestaat niet.' }]);
    if (wrong.organisation !== ctx.principal.organisation) throw fault('FORBIDDEN');
    const employer = await lockEmployer(tx, wrong.employerAliasId);
    if (employer) await demandContactPerson(tx, facts.contactPersonId, employer.id);
    const already = async () => {
      const newest = await newestCorrection(tx, wrong.id);
      return newest === wrong.id
        ? null
        : { answer: { __typename: 'ContactMomentAlreadyCorrected' as const, contactMomentId: newest }, subjectIds: [newest], persons: [] };
    };
    const corrected = await already();
    if (corrected) return corrected;
    const id = ctx.newId();
    const { employerAliasId, organisation, contactPlanId } = wrong;
    const moment = {
      ...facts,
      id,
      employerAliasId,
      organisation,
      contactPlanId,
      correctionOfId: wrong.id,
      recordedAt: ctx.clock(),
      sourceSystem: null,
      sourceKey: null,
    };
    try {
      await insertContactMoment(tx, ctx, moment, present === 'as before' ? await participationsOf(tx, wrong.id) : participants);
    } catch (error) {
      const other = isUniqueViolation(error) ? await already() : null;
      if (!other) throw error;
      return other;
    }
    await publish(tx, ctx, 'ContactMomentCorrected', id, employerAliasId, [wrong.id]);
    return {
      answer: { __typename: 'ContactMomentCorrected', contactMomentId: id },
      subjectIds: [wrong.id, id],
      persons: [...new Set([...personsOf(wrong), ...personsOf(facts)])],
    };
  };
  return runCommand(ctx, 'ContactMomentCorrect', input, effect, keepingContactPerson);
};
