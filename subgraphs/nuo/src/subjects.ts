import { type Activity, NUO, type SubjectKind, subjectRegistry, type SubjectRegistry } from '@werkplein/kernel';
import { ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactSubject } from './contacts/contact.subject.ts';
import { contactPersonRecipients, contactPersonSubject } from './employers/contact-person.subject.ts';
import { Branch, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { participantRecipients, participantSubject } from './participants/participant.subject.ts';
import { placementSubject } from './placements/placement.subject.ts';

const activity = (code: string, name: string, purpose: string, legalBasis: string, subjectIdType: string): Activity => ({
  code,
  uri: `https://register.${NUO}.invalid/verwerkingen/${code}`,
  name,
  purpose,
  legalBasis,
  subjectIdType,
});

const rights = (subjectIdType: string): Pick<SubjectKind, 'accessing' | 'erasing'> => {
  const accessing = activity('inzage-betrokkene', 'Verstrekken van alle gegevens aan de persoon zelf', 'Recht van inzage', 'AVG art. 15', subjectIdType);
  const erasing = activity(
    'wissen-betrokkene',
    'Wissen van gegevens van een persoon',
    'Recht op wissing en opslagbeperking',
    'AVG art. 5 lid 1 onder e en art. 17',
    subjectIdType,
  );
  return { accessing: () => accessing, erasing: () => erasing };
};

export const participantKind: SubjectKind = {
  name: 'participant',
  title: 'deelnemer',
  tables: [placementSubject, participantSubject],
  recipients: participantRecipients,
  ...rights('participant-id'),
};

export const contactPersonKind: SubjectKind = {
  name: 'contact-person',
  title: 'contactpersoon',
  tables: [contactSubject, contactPersonSubject],
  recipients: contactPersonRecipients,
  ...rights('contact-person-id'),
};

/** A new table gets a place here: with a person, by term, or without personal data and why. */
export const nuoRegistry: SubjectRegistry = subjectRegistry({
  subjects: [participantKind, contactPersonKind],
  impersonal: new Map<Function, string>([
    [Employer, 'een organisatie; van een eenmanszaak staan de gegevens in het openbare handelsregister'],
    [EmployerAlias, 'alleen nummers van werkgevers'],
    [Branch, 'een vestiging van een organisatie'],
    [ContactMomentParticipant, 'alleen onze medewerkers; gaat met het contactmoment mee'],
  ]),
});
