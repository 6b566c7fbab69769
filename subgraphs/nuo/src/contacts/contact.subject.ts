import type { SubjectTable, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Task } from '../tasks/task.entity.ts';
import { ContactMoment, ContactMomentParticipant } from './contact.entity.ts';

/** Removes our participants, and lets a correction or a task stand on its own when its contact goes. */
const detach = async ({ em }: WriteTx, ids: readonly string[]): Promise<void> => {
  await em.delete(ContactMomentParticipant, { contactMomentId: In([...ids]) });
  await em.update(Task, { contactMomentId: In([...ids]) }, { contactMomentId: null });
  await em.update(ContactMoment, { correctionOfId: In([...ids]) }, { correctionOfId: null });
};

export const contactSubject: SubjectTable = {
  entity: ContactMoment,
  kind: 'contact-moment',
  title: 'Contactmomenten',
  subject: 't.contactPersonId',
  // A correction goes after all that it corrected, or the mistake would be shown again.
  starts: 'CASE WHEN t.correctionOfId IS NULL THEN t.occurredAt ELSE t.recordedAt END',
  startsAt: 'instant',
  before: detach,
  // The contact is a fact of the employer and of our work: it stays, without the person. Its free text is to be read by someone.
  erasure: { detach: ['contactPersonId'] },
  labels: {
    id: 'Nummer',
    occurredAt: 'Wanneer',
    channel: 'Hoe',
    direction: 'Richting',
    subject: 'Onderwerp',
    report: 'Verslag',
    succeeded: 'Bereikt',
    organisation: 'Organisatie',
    recordedAt: 'Vastgelegd op',
    employerAliasId: 'Werkgever (nummer)',
    contactPlanId: 'Contactvoornemen (nummer)',
    correctionOfId: 'Verbetering van (nummer)',
    sourceSystem: 'Overgenomen uit',
    sourceKey: 'Nummer in dat systeem',
  },
  hidden: ['contactPersonId', 'steering'],
};
