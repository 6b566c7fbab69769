import { parseEmail, parsePhone, parseText, type RequestContext, runCommand } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { unknownEmployer } from './add-branch.ts';
import { ContactPerson } from './employer.entity.ts';
import { lockEmployer } from './employer.store.ts';
import type { AddContactPersonInput, ContactPersonAdded } from './employer.types.ts';

const check = (input: AddContactPersonInput) => {
  const checking = checkInput();
  const checked = {
    name: checking.required('name', input.name, (text) => parseText(text, { max: 120 })),
    jobTitle: checking.optional('jobTitle', input.jobTitle, (text) => parseText(text, { max: 120 })),
    email: checking.optional('email', input.email, parseEmail),
    phone: checking.optional('phone', input.phone, parsePhone),
  };
  checking.done();
  return checked;
};

export const addContactPerson = async (ctx: RequestContext, input: AddContactPersonInput): Promise<ContactPersonAdded> => {
  const checked = check(input);
  return runCommand(ctx, 'ContactPersonAdd', input, async (tx) => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    const id = ctx.newId();
    await tx.em.insert(ContactPerson, { ...checked, id, employerId: employer.id, registeredAt: ctx.clock() });
    await publish(tx, ctx, 'ContactPersonAdded', id, employer.id);
    return { answer: { __typename: 'ContactPersonAdded' as const, contactPersonId: id }, subjectIds: [employer.id, id] };
  });
};
