import type { SubjectTable, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plan.entity.ts';

/** Removes who joined and the candidates; what came of the plan stands on its own. */
const detach = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  const ofPlans = { contactPlanId: In([...ids]) };
  await em.delete(ContactPlanParticipant, ofPlans);
  await em.delete(ContactPlanCandidate, ofPlans);
  await em.update(ContactMoment, ofPlans, { contactPlanId: null });
  await em.update(ContactAttempt, ofPlans, { contactPlanId: null });
  await em.update(ContactPlan, { previousId: In([...ids]) }, { previousId: null });
};

export const contactPlanSubject: SubjectTable = {
  entity: ContactPlan,
  kind: 'contact-plan',
  title: 'Contactvoornemens',
  subject: 't.contactPersonId',
  starts: 't.windowUntil',
  startsAt: 'day',
  before: detach,
  // It says too who of us was to approach the employer when: it stays, without the person.
  erasure: { detach: ['contactPersonId'] },
  labels: {
    id: 'Nummer',
    purpose: 'Doel',
    channel: 'Hoe',
    windowFrom: 'Vanaf',
    windowUntil: 'Tot en met',
    plannedAt: 'Afspraak',
    ownerOrganisation: 'Organisatie',
    status: 'Status',
    overrideReason: 'Reden om een waarschuwing te passeren',
    createdAt: 'Vastgelegd op',
    employerAliasId: 'Werkgever (nummer)',
    branchId: 'Vestiging (nummer)',
    previousId: 'Overgenomen voornemen (nummer)',
  },
  // Of our employees the organisation is enough.
  hidden: ['contactPersonId', 'steering', 'startsAt', 'expiresAt', 'ownerId', 'ownerName', 'offeredTo', 'overrides', 'version'],
};
