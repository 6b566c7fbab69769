import {
  badInput,
  localDay,
  type Outcome,
  parseDay,
  parseEmail,
  parsePhone,
  parseText,
  type RequestContext,
  runCommand,
  type WriteTx,
} from '@werkplein/kernel';
import { keepingContactPerson } from '../activities.ts';
import { indexEmployers } from '../duplicates/match.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput, mentioned } from '../input.ts';
import { demandBranch } from './add-contact-person.ts';
import type { ChangeContactPersonInput, ContactPersonChanged, ContactPersonTaken, ContactPersonVersionConflict } from './change-place.types.ts';
import { change } from './changes.ts';
import { personReachedBy } from './contact-person.store.ts';
import { ContactPerson } from './employer.entity.ts';
import { lockEmployer } from './employer.store.ts';

type Answer = ContactPersonChanged | ContactPersonTaken | ContactPersonVersionConflict;

const check = (ctx: RequestContext, input: ChangeContactPersonInput): Partial<ContactPerson> => {
  const checking = checkInput();
  const text = (max: number) => (value: string) => parseText(value, { max, multiline: max > 200 });
  const verifiedOn = checking.optional('verifiedOn', input.verifiedOn, parseDay);
  if (verifiedOn && verifiedOn > localDay(ctx.clock())) checking.problem('verifiedOn', 'Deze dag ligt in de toekomst.');
  const checked = {
    name: input.name === undefined ? '' : checking.required('name', input.name ?? '', text(120)),
    jobTitle: checking.optional('jobTitle', input.jobTitle, text(120)),
    email: checking.optional('email', input.email, parseEmail),
    phone: checking.optional('phone', input.phone, parsePhone),
    branchId: input.branchId ?? null,
    doNotContact: input.doNotContact ?? false,
    preferredChannel: input.preferredChannel ?? null,
    preferenceNote: checking.optional('preferenceNote', input.preferenceNote, text(500)),
    verifiedOn,
    active: input.active ?? false,
  };
  for (const field of ['doNotContact', 'active'] as const)
    if (input[field] === null) checking.problem(field, 'Dit veld kan niet leeg zijn; laat het weg als het blijft zoals het is.');
  checking.done();
  return mentioned(checked, input);
};

/** The person as it is while its employer is held: a merge may move both, so the employer is asked for again. */
const lockPerson = async (tx: WriteTx, id: string): Promise<ContactPerson> => {
  const seen = await tx.em.findOneBy(ContactPerson, { id });
  if (!seen) throw badInput([{ path: ['input', 'contactPersonId'], message: 'Deze contactpersoon bestaat niet.' }]);
  await lockEmployer(tx, seen.employerId);
  const now = await tx.em.findOneByOrFail(ContactPerson, { id });
  return now.mergedIntoId === null ? now : lockPerson(tx, now.mergedIntoId);
};

export const changeContactPerson = async (ctx: RequestContext, input: ChangeContactPersonInput): Promise<Answer> => {
  const facts = check(ctx, input);
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const person = await lockPerson(tx, input.contactPersonId);
    const answer = (given: Answer) => ({ answer: given, subjectIds: [person.employerId, person.id], persons: [person.id] });
    if (person.version !== input.expectedVersion)
      return answer({ __typename: 'ContactPersonVersionConflict', contactPersonId: person.id, currentVersion: person.version });
    const after = { ...person, ...facts };
    const other = after.active ? await personReachedBy(tx, person.employerId, after, person.id) : null;
    if (other) return answer({ __typename: 'ContactPersonTaken', contactPersonId: other.id });
    await demandBranch(tx, facts.branchId, person.employerId);
    await tx.em.update(ContactPerson, { id: person.id }, { ...facts, ...change(ctx, person.version) });
    await indexEmployers(tx, [person.employerId]);
    await publish(tx, ctx, 'ContactPersonChanged', person.id, person.employerId);
    return answer({ __typename: 'ContactPersonChanged', contactPersonId: person.id });
  };
  return runCommand<Answer>(ctx, 'ContactPersonChange', input, effect, keepingContactPerson);
};
