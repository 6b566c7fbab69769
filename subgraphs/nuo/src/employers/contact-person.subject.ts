import { municipalities, NUO, organisationName, type Recipient, type ReadTx, localDay, type SubjectTable } from '@werkplein/kernel';
import { ContactPerson } from './employer.entity.ts';

export const contactPersonSubject: SubjectTable = {
  entity: ContactPerson,
  kind: 'contact-person',
  title: 'Contactpersoon',
  subject: 't.id',
  starts: 'COALESCE((SELECT MAX(m.recordedAt) FROM contact_moment m WHERE m.contactPersonId = t.id), t.registeredAt)',
  startsAt: 'instant',
  erasure: 'delete',
  labels: {
    id: 'Nummer',
    name: 'Naam',
    jobTitle: 'Functie',
    email: 'E-mailadres',
    phone: 'Telefoonnummer',
    registeredAt: 'Vastgelegd op',
    employerId: 'Werkgever (nummer)',
  },
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
