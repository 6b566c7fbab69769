import { type Activity, NUO, type SubjectKind, subjectRegistry, type SubjectRegistry } from '@werkplein/kernel';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './accounts/account.entity.ts';
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { Colleague } from './colleagues/colleague.entity.ts';
import { Team, TeamMember } from './colleagues/team.entity.ts';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plans/contact-plan.entity.ts';
import { ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactSubject } from './contacts/contact.subject.ts';
import { contactPersonRecipients, contactPersonSubject } from './employers/contact-person.subject.ts';
import { Branch, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { DuplicateSignal, EmployerMatch } from './duplicates/duplicate.entity.ts';
import { EmployerMerge, EmployerMergeStep } from './merging/merge.entity.ts';
import { participantRecipients, participantSubject } from './participants/participant.subject.ts';
import { placementSubject } from './placements/placement.subject.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { Task } from './tasks/task.entity.ts';
import { Turn } from './turns.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';
import { VacancySource } from './vacancies/vum/vacancy-source.entity.ts';

const activity = (code: string, name: string, legalBasis: string, subjectIdType: string): Activity => ({
  code,
  uri: `https://register.${NUO}.invalid/verwerkingen/${code}`,
  name,
  purpose: 'RECHTEN_BETROKKENE',
  legalBasis,
  subjectIdType,
});

const rights = (subjectIdType: string): Pick<SubjectKind, 'accessing' | 'erasing'> => {
  const accessing = activity('inzage-betrokkene', 'Verstrekken van alle gegevens aan de persoon zelf', 'AVG art. 15', subjectIdType);
  const erasing = activity('wissen-betrokkene', 'Wissen van gegevens van een persoon', 'AVG art. 5 lid 1 onder e en art. 17', subjectIdType);
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
    [Vacancy, 'werk bij een organisatie'],
    [VacancySource, 'nummers van vacatures bij een andere partij'],
    [Proposal, 'alleen nummers van kandidaten; wie dat zijn, weet het Werkplein'],
    [ContactPlan, 'plannen van onze medewerkers; gaat met het contactmoment mee'],
    [ContactPlanParticipant, 'alleen onze medewerkers'],
    [ContactPlanCandidate, 'alleen nummers van kandidaten'],
    [ContactAttempt, 'alleen onze medewerkers'],
    [Turn, 'een slot'],
    [EmployerMatch, 'zoeksleutels van werkgevers, bij elke wijziging opnieuw gemaakt'],
    [DuplicateSignal, 'alleen nummers van werkgevers'],
    [EmployerMerge, 'alleen nummers van werkgevers'],
    [EmployerMergeStep, 'eerdere waarden, om een samenvoeging terug te draaien'],
    [Colleague, 'onze medewerkers'],
    [Team, 'teams van onze medewerkers'],
    [TeamMember, 'teams van onze medewerkers'],
    [Account, 'afspraken over een werkgever'],
    [AccountOwner, 'onze medewerkers'],
    [AccountMember, 'onze medewerkers'],
    [AccountHandOver, 'onze medewerkers'],
    [Task, 'werk van onze medewerkers'],
    [CalendarFeed, 'een medewerker en een gehasht geheim'],
    [ContactMomentParticipant, 'alleen onze medewerkers; gaat met het contactmoment mee'],
  ]),
});
