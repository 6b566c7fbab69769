import { badInput, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingContactPerson } from '../activities.ts';
import { unknownEmployer } from '../employers/add-branch.ts';
import { ContactPerson, EmployerAlias } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkContact } from './check-contact.ts';
import { insertContactMoment } from './contact.store.ts';
import type { ContactMomentRecorded, RecordContactMomentInput } from './contact.types.ts';

export const demandContactPerson = async (tx: WriteTx, contactPersonId: string | null, employerId: string): Promise<void> => {
  if (contactPersonId === null) return;
  // One statement: a merge that moves the person and the alias at this moment is seen whole or not at all.
  const query = tx.em.createQueryBuilder(ContactPerson, 'p').innerJoin(EmployerAlias, 'a', 'a.employerId = p.employerId');
  if (await query.where('p.id = :contactPersonId AND a.id = :employerId', { contactPersonId, employerId }).getExists()) return;
  throw badInput([{ path: ['input', 'contactPersonId'], message: 'Deze contactpersoon is niet van deze werkgever.' }]);
};

/** Whose data the contact holds; our own employees are no subjects of the log. */
export const personsOf = ({ contactPersonId }: { contactPersonId: string | null }): string[] => (contactPersonId === null ? [] : [contactPersonId]);

export const recordContactMoment = async (ctx: RequestContext, input: RecordContactMomentInput): Promise<ContactMomentRecorded> => {
  const { facts, participants } = checkContact(ctx, input);
  const effect = async (tx: WriteTx) => {
    // A cool-down that starts here and a claim at this employer do not cross.
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    await demandContactPerson(tx, facts.contactPersonId, employer.id);
    const id = ctx.newId();
    const { organisation } = ctx.principal;
    const moment = {
      ...facts,
      id,
      employerAliasId: employer.id,
      organisation,
      correctionOfId: null,
      contactPlanId: null,
      recordedAt: ctx.clock(),
      sourceSystem: null,
      sourceKey: null,
    };
    await insertContactMoment(tx, ctx, moment, participants);
    await publish(tx, ctx, 'ContactMomentRecorded', id, employer.id);
    return {
      answer: { __typename: 'ContactMomentRecorded' as const, contactMomentId: id },
      subjectIds: [employer.id, id],
      persons: personsOf(facts),
    };
  };
  return runCommand(ctx, 'ContactMomentRecord', input, effect, keepingContactPerson);
};
