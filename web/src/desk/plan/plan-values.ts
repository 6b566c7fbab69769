import { addDays, dayOf, instantOf } from '../../ui/dates.ts';
import type { MayApproachQueryVariables } from './may-approach.generated.ts';
import type { PlanContactInput } from './plan-contact.generated.ts';

export type PlanValues = {
  purpose: string;
  channel: string;
  steering: string;
  contactPersonId: string;
  branchId: string;
  from: string;
  until: string;
  at: string;
};

const WINDOW_DAYS = 4;

/** A contact somewhere in the coming days. */
export const emptyPlan = (proposes: boolean): PlanValues => ({
  purpose: proposes ? 'PROPOSAL' : '',
  channel: 'PHONE',
  steering: 'AANBODGESTUURD',
  contactPersonId: '',
  branchId: '',
  from: dayOf(),
  until: addDays(dayOf(), WINDOW_DAYS),
  at: '',
});

const DAY_MS = 86_400_000;
/** The same number of days from another day on. */
export const movedTo = ({ from, until }: { from: string; until: string }, day: string): { from: string; until: string } => {
  const length = Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);
  return { from: day, until: addDays(day, Number.isFinite(length) ? Math.max(0, length) : WINDOW_DAYS) };
};

type Chosen = Pick<MayApproachQueryVariables, 'purpose' | 'channel' | 'steering' | 'window'>;

/** Who and when, as far as it was chosen. */
const chosen = ({ purpose, channel, steering, from, until }: PlanValues): Chosen => ({ purpose, channel, steering, window: { from, until } }) as Chosen;

export const inputOf = (values: PlanValues, employerId: string, candidateIds: string[]): Omit<PlanContactInput, 'requestId' | 'confirm'> => ({
  employerId,
  ...chosen(values),
  ...(values.contactPersonId !== '' && { contactPersonId: values.contactPersonId }),
  ...(values.branchId !== '' && { branchId: values.branchId }),
  ...(values.at !== '' && { plannedAt: instantOf(values.at) }),
  ...(candidateIds.length > 0 && { candidateIds }),
});

/** The question whether this may be; null until enough has been chosen. */
export const questionOf = (values: PlanValues, employerId: string, candidateIds: string[]): MayApproachQueryVariables | null => {
  const { purpose, channel, steering, from, until, contactPersonId } = values;
  if ([purpose, channel, steering, from, until].includes('') || until < from) return null;
  return {
    employerId,
    ...chosen(values),
    contactPersonId: contactPersonId === '' ? null : contactPersonId,
    candidateIds: purpose === 'PROPOSAL' && candidateIds.length > 0 ? candidateIds : null,
  };
};
