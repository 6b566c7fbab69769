import { type Activity, NUO, type SubjectKind, subjectRegistry, type SubjectRegistry } from '@werkplein/kernel';
import { AgreementVersion, ManualValue } from './agreements/agreement.entity.ts';
import { Account, AccountMember } from './accounts/account.entity.ts';
import { Team, TeamMember } from './colleagues/team.entity.ts';
import { ContactPlanCandidate, ContactPlanParticipant } from './contact-plans/contact-plan.entity.ts';
import { contactPlanSubject } from './contact-plans/contact-plan.subject.ts';
import { ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactSubject } from './contacts/contact.subject.ts';
import { contactPersonRecipients, contactPersonSubject, idsOfContactPerson } from './employers/contact-person.subject.ts';
import { Branch, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { EmployerMatch } from './duplicates/duplicate.entity.ts';
import { ClosedMonth, TimesheetLedger } from './hours/hours.entity.ts';
import { gapSubject, timesheetSubject } from './hours/hours.subject.ts';
import { learningSubjects } from './learning/learning.subject.ts';
import { serviceOrderEventSubject, serviceOrderSubject } from './orders/service-order.subject.ts';
import { participantRecipients, participantSubject } from './participants/participant.subject.ts';
import { nuoRectifications } from './rectifications.ts';
import { handicapSubject, indicationSubject } from './indications/indication.subject.ts';
import { participantClientSubject, transferredOrderSubject } from './regie-changes/regie-change.subject.ts';
import { NuoParameterRow } from './parameters/nuo-parameter.entity.ts';
import { Person } from './persons/person.entity.ts';
import { placementEventSubject, placementInterruptionSubject, placementSubject } from './placements/placement.subject.ts';
import { responsibilitySubject } from './responsibility/responsibility.subject.ts';
import { nuoRetained } from './retained.ts';
import { employmentSubject, employmentTermsSubject } from './sheltered-work/employment.subject.ts';
import { SecondmentRate } from './secondments/secondment.entity.ts';
import { Turn } from './turns.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';
import { VacancySource } from './vacancies/vum/vacancy-source.entity.ts';
import { fallbackClaimSubject } from './workplaces/fallback-claim.subject.ts';
import { WorkGroup, Workplace } from './workplaces/workplace.entity.ts';
import { workplaceStaySubject } from './workplaces/workplace-stay.subject.ts';
import { WswDelivery } from './wsw-statistics/wsw-delivery.entity.ts';
import { participantsByBsn, residenceSubject, wswWorkerSubject } from './wsw-workers/wsw-worker.subject.ts';

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
  tables: [
    timesheetSubject,
    gapSubject,
    ...learningSubjects,
    placementEventSubject,
    placementInterruptionSubject,
    workplaceStaySubject,
    placementSubject,
    fallbackClaimSubject,
    employmentTermsSubject,
    employmentSubject,
    handicapSubject,
    indicationSubject,
    residenceSubject,
    wswWorkerSubject,
    serviceOrderEventSubject,
    serviceOrderSubject,
    responsibilitySubject,
    transferredOrderSubject,
    participantClientSubject,
    participantSubject,
  ],
  recipients: participantRecipients,
  byBsn: participantsByBsn,
  ...rights('participant-id'),
};

export const contactPersonKind: SubjectKind = {
  name: 'contact-person',
  title: 'contactpersoon',
  tables: [contactPlanSubject, contactSubject, contactPersonSubject],
  idsOf: idsOfContactPerson,
  recipients: contactPersonRecipients,
  ...rights('contact-person-id'),
};

/** A new table gets a place here: with a person, by term, or without personal data and why. */
export const nuoRegistry: SubjectRegistry = subjectRegistry({
  subjects: [participantKind, contactPersonKind],
  rectifications: nuoRectifications,
  retained: nuoRetained,
  impersonal: new Map<Function, string>([
    [Employer, 'een organisatie; van een eenmanszaak staan de gegevens in het openbare handelsregister'],
    [EmployerAlias, 'alleen nummers van werkgevers'],
    [EmployerMatch, 'zoeksleutels van werkgevers; bij het wissen van een contactpersoon in dezelfde transactie opnieuw gemaakt'],
    [Branch, 'een vestiging van een organisatie'],
    [Vacancy, 'werk bij een organisatie; de tekst noemt geen personen'],
    [VacancySource, 'nummers van vacatures bij een andere partij'],
    [Account, 'afspraken over een werkgever'],
    [AccountMember, 'wie nu aan een account werkt; gaat weg bij vertrek uit het team, en met de collega mee'],
    [Team, 'de naam van een team'],
    [TeamMember, 'wie nu in een team zit; gaat met de collega mee'],
    [ContactMomentParticipant, 'alleen onze medewerkers; gaat met het contactmoment mee'],
    [ContactPlanParticipant, 'alleen onze medewerkers; gaat met het contactvoornemen mee'],
    [ContactPlanCandidate, 'nummers van kandidaten; gaat met het contactvoornemen mee'],
    [WorkGroup, 'een groep als geheel; van personen alleen wie haar leidt, een medewerker van ons'],
    [Workplace, 'een werkplek, door wie ook bezet; van personen alleen wie er leidt, een medewerker van ons'],
    [WswDelivery, 'aantallen van een levering; wie haar deed staat ook in de audit'],
    [Person, 'een slot voor wie meer dan eens deelnemer is; van het kenmerk heeft de NUO de sleutel niet, en de rij gaat met de laatste deelnemer mee'],
    [NuoParameterRow, 'grenzen, termijnen en feestdagen'],
    [Turn, 'een slot'],
    [SecondmentRate, 'tarieven van een overeenkomst; gaan met haar mee'],
    [AgreementVersion, 'wat is afgesproken en door welke medewerkers; gaat met de prestatieafspraak mee'],
    [ManualValue, 'een cijfer over allen samen, en welke medewerker het vastlegde; gaat met de prestatieafspraak mee'],
    [ClosedMonth, 'totalen van een maand'],
    [TimesheetLedger, 'een slot, en tot en met welke maand de boeken dicht zijn'],
  ]),
});
