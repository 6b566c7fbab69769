import type { Problem } from '../../graph/problems.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { instantOf, localInput } from '../../ui/dates.ts';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import type { RecordContactMomentInput } from './record.generated.ts';

const { contact } = desk;

export type ContactValues = {
  occurredAt: string;
  channel: string;
  direction: string;
  steering: string;
  contactPersonId: string;
  subject: string;
  report: string;
  notReached: boolean;
};

/** A contact of a moment ago, as it was planned. */
export const newContact = (plan: PlanCardFragment | null): ContactValues => ({
  occurredAt: localInput(new Date()),
  channel: plan?.channel ?? 'VISIT',
  direction: 'OUTGOING',
  steering: plan?.steering ?? 'VRAAGGESTUURD',
  contactPersonId: plan?.contactPerson?.id ?? '',
  subject: '',
  report: '',
  notReached: false,
});

type Facts = Omit<RecordContactMomentInput, 'employerId' | 'requestId' | 'others'>;

export const factsOf = ({ notReached, contactPersonId, occurredAt, ...rest }: ContactValues): Facts =>
  ({ ...rest, occurredAt: instantOf(occurredAt), contactPersonId: contactPersonId === '' ? null : contactPersonId, succeeded: !notReached }) as Facts;

/** What was typed, from what was kept to be sent. */
export const valuesOf = (input: Record<string, unknown>): ContactValues => {
  const { occurredAt, succeeded, contactPersonId, ...rest } = input as unknown as Facts;
  return {
    channel: rest.channel,
    direction: rest.direction,
    steering: rest.steering,
    subject: rest.subject,
    report: rest.report,
    occurredAt: localInput(occurredAt),
    contactPersonId: String(contactPersonId ?? ''),
    notReached: succeeded === false,
  };
};

/** What the graph would refuse and can be known here: without a connection nobody else says it in time. */
export const problemOf = ({ occurredAt, subject }: ContactValues): Problem | null => {
  const fields = [
    ...(occurredAt === '' ? [{ field: 'occurredAt', message: contact.needTime }] : []),
    ...(occurredAt !== '' && new Date(instantOf(occurredAt)) > new Date() ? [{ field: 'occurredAt', message: contact.future }] : []),
    ...(subject.trim() === '' ? [{ field: 'subject', message: contact.needSubject }] : []),
  ];
  return fields.length === 0 ? null : { message: texts.problem.badInput, code: 'BAD_INPUT', fields };
};
