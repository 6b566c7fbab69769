import { badInput, type Outcome, parseEmail, parsePhone, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingContactPerson } from '../activities.ts';
import { indexEmployers } from '../duplicates/match.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { unknownEmployer } from './add-branch.ts';
import { personReachedBy } from './contact-person.store.ts';
import { Branch, ContactPerson } from './employer.entity.ts';
import { lockEmployer } from './employer.store.ts';
import type { AddContactPersonInput, ContactPersonAdded } from './employer.types.ts';
import { freshContactPerson } from './fresh.ts';

const check = (input: AddContactPersonInput) => {
  const checking = checkInput();
  const checked = {
    name: checking.required('name', input.name, (text) => parseText(text, { max: 120 })),
    jobTitle: checking.optional('jobTitle', input.jobTitle, (text) => parseText(text, { max: 120 })),
    email: checking.optional('email', input.email, parseEmail),
    phone: checking.optional('phone', input.phone, parsePhone),
    branchId: input.branchId ?? null,
  };
  checking.done();
  return checked;
};

export const demandBranch = async (tx: WriteTx, branchId: string | null | undefined, employerId: string): Promise<void> => {
  if (!branchId || (await tx.em.existsBy(Branch, { id: branchId, employerId }))) return;
  throw badInput([{ path: ['input', 'branchId'], message: 'Deze vestiging is niet van deze werkgever.' }]);
};

/** One e-mail address or phone number is one person at an employer: who is there already is the answer. */
export const addContactPerson = async (ctx: RequestContext, input: AddContactPersonInput): Promise<ContactPersonAdded> => {
  const checked = check(input);
  const effect = async (tx: WriteTx): Promise<Outcome<ContactPersonAdded>> => {
    const employer = await lockEmployer(tx, input.employerId);
    if (!employer) throw unknownEmployer();
    const answer = (contactPersonId: string, alreadyKnown: boolean) => ({
      answer: { __typename: 'ContactPersonAdded' as const, contactPersonId, alreadyKnown },
      subjectIds: [employer.id, contactPersonId],
      persons: [contactPersonId],
    });
    const known = await personReachedBy(tx, employer.id, checked);
    if (known) return answer(known.id, true);
    await demandBranch(tx, checked.branchId, employer.id);
    const id = ctx.newId();
    await tx.em.insert(ContactPerson, { ...freshContactPerson, ...checked, id, employerId: employer.id, registeredAt: ctx.clock() });
    await indexEmployers(tx, [employer.id]);
    await publish(tx, ctx, 'ContactPersonAdded', id, employer.id);
    return answer(id, false);
  };
  return runCommand(ctx, 'ContactPersonAdd', input, effect, keepingContactPerson);
};
