import { badInput, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { unknownEmployer } from '../employers/add-branch.ts';
import { ContactPerson } from '../employers/employer.entity.ts';
import { employerByAlias } from '../employers/employer.store.ts';
import { checkContact } from './check-contact.ts';
import { insertContactMoment } from './contact.store.ts';
import type { ContactMomentRecorded, RecordContactMomentInput } from './contact.types.ts';

export const demandContactPerson = async (tx: WriteTx, contactPersonId: string | null, employerId: string): Promise<void> => {
  if (contactPersonId === null || (await tx.em.existsBy(ContactPerson, { id: contactPersonId, employerId }))) return;
  throw badInput([{ path: ['input', 'contactPersonId'], message: 'Deze contactpersoon is niet van deze werkgever.' }]);
};

export const recordContactMoment = async (ctx: RequestContext, input: RecordContactMomentInput): Promise<ContactMomentRecorded> => {
  const { facts, participants } = checkContact(ctx, input);
  return runCommand(ctx, 'ContactMomentRecord', input, async (tx) => {
    const employer = await employerByAlias(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    await demandContactPerson(tx, facts.contactPersonId, employer.id);
    const id = ctx.newId();
    const { organisation } = ctx.principal;
    const moment = {
      ...facts,
      id,
      employerAliasId: input.employerId,
      organisation,
      correctionOfId: null,
      recordedAt: ctx.clock(),
      sourceSystem: null,
      sourceKey: null,
    };
    await insertContactMoment(tx, moment, participants);
    return { answer: { __typename: 'ContactMomentRecorded' as const, contactMomentId: id }, subjectIds: [employer.id, id] };
  });
};
