import { badInput, type Rectification } from '@werkplein/kernel';
import { ContactMoment } from './contacts/contact.entity.ts';
import { newestCorrection } from './contacts/contact.store.ts';
import { contactSubject } from './contacts/contact.subject.ts';
import type { CorrectContactMomentInput } from './contacts/contact.types.ts';
import { correctContactMoment } from './contacts/correct-contact-moment.ts';
import { changeContactPerson } from './employers/change-contact-person.ts';
import { contactPersonRecipients, contactPersonSubject, idsOfContactPerson } from './employers/contact-person.subject.ts';
import { ContactPerson } from './employers/employer.entity.ts';
import { correctParticipant } from './participants/correct-participant.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantRecipients, participantSubject } from './participants/participant.subject.ts';
import { placementSubject } from './placements/placement.subject.ts';

const participant: Rectification = {
  name: 'participant',
  input: 'CorrectParticipantInput',
  idField: 'participantId',
  asIs: async ({ em }, id) => {
    const row = await em.findOneBy(Participant, { id });
    return row && { expectedVersion: row.version };
  },
  correct: correctParticipant,
  corrected: 'ParticipantCorrected',
  shows: async (_tx, id) => ({ tables: [participantSubject, placementSubject], ids: [id] }),
  recipients: participantRecipients,
};

/** Of persons that a merge made one, the row that stayed: that one is corrected. */
const standing = async (tx: Parameters<Rectification['asIs']>[0], id: string): Promise<ContactPerson | null> => {
  const row = await tx.em.findOneBy(ContactPerson, { id });
  return row === null || row.mergedIntoId === null ? row : standing(tx, row.mergedIntoId);
};

const contactPerson: Rectification = {
  name: 'contact-person',
  input: 'ChangeContactPersonInput',
  idField: 'contactPersonId',
  asIs: async (tx, id) => {
    const row = await standing(tx, id);
    return row && { expectedVersion: row.version };
  },
  correct: changeContactPerson,
  corrected: 'ContactPersonChanged',
  shows: async (tx, id) => ({ tables: [contactPersonSubject], ids: await idsOfContactPerson(tx, id) }),
  recipients: contactPersonRecipients,
};

/** All that a contact moment says, also what is not the contact person's. */
const momentTable = {
  ...contactSubject,
  subject: 't.id',
  hidden: [],
  labels: { ...contactSubject.labels, contactPersonId: 'Contactpersoon (nummer)', steering: 'Sturing' },
};

/** An operator was not there: who was stays as it is. */
const correctAsOperator: Rectification['correct'] = (ctx, input: CorrectContactMomentInput) => {
  if (input.others) throw badInput([{ path: ['input', 'others'], message: 'Wie erbij was, blijft hier zoals het is.' }]);
  return correctContactMoment(ctx, input, 'as before');
};

const contactMoment: Rectification = {
  name: 'contact-moment',
  input: 'CorrectContactMomentInput',
  idField: 'contactMomentId',
  asIs: async ({ em }, id) => {
    const row = await em.findOneBy(ContactMoment, { id });
    if (!row) return null;
    const { contactPersonId, occurredAt, channel, direction, steering, subject, report, succeeded } = row;
    return { contactPersonId, occurredAt: occurredAt.toISOString(), channel, direction, steering, subject, report, succeeded };
  },
  correct: correctAsOperator,
  corrected: 'ContactMomentCorrected',
  shows: async (tx, id) => ({ tables: [momentTable], ids: [await newestCorrection(tx, id)] }),
  recipients: async (tx, id) => {
    const { contactPersonId } = await tx.em.findOneByOrFail(ContactMoment, { id });
    return contactPersonId === null ? [] : contactPersonRecipients(tx, contactPersonId);
  },
};

/** Rectifications at the command line. */
export const nuoRectifications: readonly Rectification[] = [participant, contactPerson, contactMoment];
