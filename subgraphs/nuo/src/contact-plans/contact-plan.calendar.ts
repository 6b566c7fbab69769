import type { CalendarEntriesOf } from '../calendar/calendar-entries.ts';
import { employerNames, ENTRIES_MAX } from '../calendar/employer-names.ts';
import { ContactPlan } from './contact-plan.entity.ts';
import { ownedOrJoined, windowOf } from './contact-plan.store.ts';
import { type ContactPurpose, purposeTexts } from './contact-plan.types.ts';

const MEETING_MINUTES = 60;

/** Contacts that someone planned or joined: at their time, else over their window. What took place stays; what ended otherwise goes. */
export const plannedContacts: CalendarEntriesOf = async (tx, employee, from, now) => {
  const plans = await ownedOrJoined(tx, employee)
    .andWhere('p.windowUntil >= :from', { from })
    .andWhere("(p.status IN ('SCHEDULED', 'CARRIED_OUT') OR (p.status = 'RESERVED' AND p.expiresAt > :now))", { now })
    .orderBy('p.startsAt')
    .limit(ENTRIES_MAX)
    .getMany();
  const names = await employerNames(
    tx,
    plans.map(({ employerAliasId }) => employerAliasId),
  );
  const when = (plan: ContactPlan) => (plan.plannedAt ? { at: plan.plannedAt, minutes: MEETING_MINUTES } : windowOf(plan));
  return plans.map((plan) => ({
    id: plan.id,
    employerName: names.get(plan.employerAliasId) ?? null,
    purpose: purposeTexts[plan.purpose as ContactPurpose],
    when: when(plan),
  }));
};
