import { localDay, municipalities, NUO, organisationName, type ReadTx, type Recipient, type SubjectTable, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { ContactPlan } from '../contact-plans/contact-plan.entity.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { indexEmployers } from '../duplicates/match.store.ts';
import { EmployerMergeStep } from '../merging/merge.entity.ts';
import { ContactPerson } from './employer.entity.ts';
import { lockEmployer } from './employer.store.ts';

const lastMoment = 'COALESCE((SELECT MAX(m.recordedAt) FROM contact_moment m WHERE m.contactPersonId = t.id), t.registeredAt)';
const lastPlan = '(SELECT MAX(p.startsAt) FROM contact_plan p WHERE p.contactPersonId = t.id)';

/** A merge of employers makes one person of two rows: the ids of all rows of this person. */
export const idsOfContactPerson = async ({ em }: ReadTx, id: string): Promise<string[]> => {
  const ids = new Set<string>();
  for (let level = [id]; level.length > 0; ) {
    for (const each of level) ids.add(each);
    const rows = await em.find(ContactPerson, { where: [{ mergedIntoId: In(level) }, { id: In(level) }] });
    level = rows.flatMap((row) => [row.id, row.mergedIntoId ?? row.id]).filter((each) => !ids.has(each));
  }
  return [...ids];
};

/** Takes away every trace of persons that are about to go: references, what a merge remembers of them, and the keys by which their employer is found. */
const detach = async (tx: WriteTx, ids: readonly string[]): Promise<void> => {
  const { em } = tx;
  const persons = await em.findBy(ContactPerson, { id: In([...ids]) });
  const employerIds = [...new Set(persons.map(({ employerId }) => employerId))].sort();
  // Whoever makes the keys again at this moment would put the person's back.
  for (const employerId of employerIds) await lockEmployer(tx, employerId);
  await em.delete(EmployerMergeStep, { tableName: 'contact_person', rowId: In([...ids]) });
  for (const entity of [ContactMoment, ContactPlan]) await em.update(entity, { contactPersonId: In([...ids]) }, { contactPersonId: null });
  await em.update(ContactPerson, { mergedIntoId: In([...ids]) }, { mergedIntoId: null });
  await indexEmployers(tx, employerIds, new Set(ids));
};

export const contactPersonSubject: SubjectTable = {
  entity: ContactPerson,
  kind: 'contact-person',
  title: 'Contactpersoon',
  subject: 't.id',
  starts: `CASE WHEN ${lastPlan} > ${lastMoment} THEN ${lastPlan} ELSE ${lastMoment} END`,
  startsAt: 'instant',
  before: detach,
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    name: 'Naam',
    jobTitle: 'Functie',
    email: 'E-mailadres',
    phone: 'Telefoonnummer',
    registeredAt: 'Vastgelegd op',
    employerId: 'Werkgever (nummer)',
    branchId: 'Vestiging (nummer)',
    doNotContact: 'Wil niet benaderd worden',
    preferredChannel: 'Voorkeur',
    preferenceNote: 'Toelichting op de voorkeur',
    verifiedOn: 'Gecontroleerd op',
    active: 'Werkt daar nog',
    mergedIntoId: 'Zelfde persoon als (nummer)',
    changedAt: 'Gewijzigd op',
  },
  hidden: ['changedBy', 'version'],
};

/** All five organisations share the employer view. */
export const contactPersonRecipients = async ({ em }: ReadTx, id: string): Promise<Recipient[]> => {
  const person = await em.findOneBy(ContactPerson, { id });
  if (!person) return [];
  const from = localDay(person.registeredAt);
  return municipalities.map(({ code }) => ({
    organisation: organisationName(code),
    what: 'naam, functie en zakelijke contactgegevens',
    purpose: `Gezamenlijke werkgeversdienstverlening met de ${organisationName(NUO)}`,
    from,
    until: null,
  }));
};
