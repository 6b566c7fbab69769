import { parseInstant, parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput, type InputCheck } from '../input.ts';
import type { ContactMoment } from './contact.entity.ts';
import type { Participation } from './contact.store.ts';
import type { ContactFactsInput } from './contact.types.ts';

export interface CheckedContact {
  facts: Pick<ContactMoment, 'contactPersonId' | 'occurredAt' | 'channel' | 'direction' | 'steering' | 'subject' | 'report' | 'succeeded'>;
  participants: Participation[];
}

export const organisationForm = /^([0-9]{4}|nuo)$/;

const checkOthers = (checking: InputCheck, others: ContactFactsInput['others']): Participation[] => {
  if ((others ?? []).length > 20) checking.problem('others', 'Noem hooguit 20 collega’s.');
  return (others ?? []).map((other, i) => {
    if (!organisationForm.test(other.organisation)) checking.problem(['others', i, 'organisation'], 'Verwacht: nuo of een gemeentecode van 4 cijfers.');
    return {
      employeeId: checking.required(['others', i, 'employeeId'], other.employeeId, (text) => parseText(text, { max: 64 })),
      name: checking.required(['others', i, 'name'], other.name, (text) => parseText(text, { max: 120 })),
      organisation: other.organisation,
    };
  });
};

/** What both recording and correcting ask of a contact; the caller took part. */
export const checkContact = (ctx: RequestContext, input: ContactFactsInput): CheckedContact => {
  const checking = checkInput();
  const occurredAt = checking.required('occurredAt', input.occurredAt, parseInstant);
  if (occurredAt !== undefined && occurredAt > ctx.clock()) checking.problem('occurredAt', 'Een contactmoment ligt niet in de toekomst.');
  const subject = checking.required('subject', input.subject, (text) => parseText(text, { max: 200 }));
  const report = checking.required('report', input.report, (text) => parseText(text, { max: 4000, min: 0, multiline: true }));
  const others = checkOthers(checking, input.others);
  checking.done();
  const { employeeId, displayName, organisation } = ctx.principal;
  const caller = { employeeId, name: displayName, organisation };
  const besides = others.filter((other) => other.employeeId !== employeeId || other.organisation !== organisation);
  const { channel, direction, steering } = input;
  return {
    facts: { contactPersonId: input.contactPersonId ?? null, occurredAt, channel, direction, steering, subject, report, succeeded: input.succeeded ?? null },
    participants: [caller, ...besides],
  };
};
