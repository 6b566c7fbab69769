import { type Action, type Principal, scopeOf } from '@werkplein/kernel';
import { viewAgreements, viewReports } from '@werkplein/indicators';
import { coordinateEmployers, viewEmployers } from '../employers/employer.policy.ts';
import { viewIndications } from '../indications/indication.policy.ts';
import { viewMonths, viewTimesheets } from '../hours/hours.policy.ts';
import { viewLearning } from '../learning/learning.policy.ts';
import { viewServiceOrders } from '../orders/service-order.policy.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { viewPlacementsOfClients } from '../placements/placement.policy.ts';
import { countProposals } from '../proposals/proposal.policy.ts';
import { viewEmployments } from '../sheltered-work/employment.policy.ts';
import { viewSecondments } from '../secondments/secondment.policy.ts';
import { workOnTasks } from '../tasks/task.policy.ts';
import { viewVacancies } from '../vacancies/vacancy.policy.ts';
import { viewClaims } from '../workplaces/fallback-claim.policy.ts';
import { viewWorkplaces } from '../workplaces/workplace.policy.ts';
import { deliverWsw } from '../wsw-statistics/wsw-statistics.policy.ts';
import { viewWswWorkers } from '../wsw-workers/wsw-worker.policy.ts';

/** One type of event. `docs/events.md` is generated from the catalogue. */
export interface EventKind {
  /** Of what kind the id is that the event is of. */
  kind: string;
  /** What happened, in Dutch. */
  text: string;
  /** Who may see it: who may do this with all rows. */
  view: Action;
  /** Of what kind the related ids are. */
  related: string | null;
}

const event = (kind: string, text: string, view: Action = viewEmployers, related: string | null = null): EventKind => ({ kind, text, view, related });

/** Everything that the NUO publishes: a new event is a line here and a `publish` in its command. */
export const eventCatalogue = {
  EmployerRegistered: event('Employer', 'Een werkgever is ingeschreven.'),
  EmployerChanged: event('Employer', 'De gegevens van een werkgever zijn gewijzigd.'),
  BranchAdded: event('Branch', 'Een vestiging is toegevoegd.'),
  BranchChanged: event('Branch', 'De gegevens van een vestiging zijn gewijzigd.'),
  ContactPersonAdded: event('ContactPerson', 'Een contactpersoon is toegevoegd.'),
  ContactPersonChanged: event('ContactPerson', 'De gegevens van een contactpersoon zijn gewijzigd.'),
  EmployersMerged: event('EmployerMerge', 'Een andere werkgever is met deze samengevoegd.', viewEmployers, 'Employer'),
  MergeUndone: event('EmployerMerge', 'Een samenvoeging met deze werkgever is ongedaan gemaakt.', viewEmployers, 'Employer'),
  DuplicateSignalRaised: event('DuplicateSignal', 'Deze werkgever en een andere zijn misschien dezelfde.', coordinateEmployers, 'Employer'),
  DuplicateDecided: event('DuplicateSignal', 'Over een mogelijke dubbeling is besloten.', coordinateEmployers, 'Employer'),
  ContactPlanned: event('ContactPlan', 'Een contact met de werkgever is gepland.'),
  ContactPlanJoined: event('ContactPlan', 'Een collega sluit aan bij een gepland contact.'),
  ContactPlanRescheduled: event('ContactPlan', 'Een gepland contact is verzet of heeft een tijdstip gekregen.'),
  ContactPlanCancelled: event('ContactPlan', 'Een gepland contact is geannuleerd.'),
  ContactPlanHandOverAsked: event('ContactPlan', 'Een collega vraagt een gepland contact over te nemen.'),
  ContactPlanHandOverOffered: event('ContactPlan', 'Een gepland contact is aan een collega aangeboden.'),
  ContactPlanHandOverRefused: event('ContactPlan', 'Een collega neemt een gepland contact niet over.'),
  ContactPlanTakenOver: event('ContactPlan', 'Een collega heeft een gepland contact overgenomen.', viewEmployers, 'ContactPlan'),
  ContactPlanCarriedOut: event('ContactPlan', 'Een gepland contact heeft plaatsgevonden.', viewEmployers, 'ContactMoment'),
  ContactMomentRecorded: event('ContactMoment', 'Een contact met de werkgever is vastgelegd.'),
  ContactMomentCorrected: event('ContactMoment', 'Een vastgelegd contact is verbeterd.'),
  PlacementProposed: event('Placement', 'Een plaatsing bij de werkgever is voorgesteld.'),
  PlacementAgreed: event('Placement', 'Het Werkplein is akkoord met een plaatsing.'),
  PlacementRejected: event('Placement', 'Een voorgestelde plaatsing gaat niet door.'),
  PlacementPlanned: event('Placement', 'Een plaatsing bij de werkgever is gepland.'),
  PlacementStarted: event('Placement', 'Een plaatsing bij de werkgever is begonnen.'),
  PlacementExtended: event('Placement', 'Een plaatsing bij de werkgever is verlengd.'),
  PlacementEnded: event('Placement', 'Een plaatsing bij de werkgever is beëindigd.'),
  PlacementCancelled: event('Placement', 'Een geplande plaatsing bij de werkgever gaat niet door.'),
  PlacementInterrupted: event('Placement', 'Een plaatsing staat stil.', viewPlacementsOfClients),
  PlacementResumed: event('Placement', 'Een plaatsing gaat verder.', viewPlacementsOfClients),
  PlacementEndRequested: event('Placement', 'Een Werkplein vraagt een plaatsing te beëindigen.', viewPlacementsOfClients),
  PlacementEndDeclined: event('Placement', 'Een plaatsing wordt niet op verzoek beëindigd.', viewPlacementsOfClients),
  PlacementCorrected: event('Placement', 'De gegevens van een plaatsing zijn verbeterd.', viewPlacementsOfClients),
  DoublePlacementFound: event('Placement', 'Iemand heeft naast deze plaatsing een andere die er niet naast kan.', viewPlacementsOfClients),
  AccountOwnerAssigned: event('Account', 'De accounthouder is aangewezen, of er is er geen meer.'),
  AccountChanged: event('Account', 'Het plan of het team van een account is gewijzigd.'),
  AccountClosed: event('Account', 'Alleen het accountteam benadert deze werkgever.'),
  AccountOpened: event('Account', 'Een gesloten account is weer open voor iedereen.'),
  AccountHandOverOffered: event('Account', 'Een account is aan een volgende accounthouder aangeboden.'),
  AccountHandOverAccepted: event('Account', 'Een account heeft een andere accounthouder gekregen.'),
  AccountHandOverRefused: event('Account', 'Een aangeboden account is niet aangenomen.'),
  AccountHandOverWithdrawn: event('Account', 'Het aanbod van een account is ingetrokken.'),
  TaskCreated: event('Task', 'Er is een taak bij de werkgever gemaakt.', workOnTasks),
  TaskCompleted: event('Task', 'Een taak bij de werkgever is gedaan.', workOnTasks),
  TaskCancelled: event('Task', 'Een taak bij de werkgever is vervallen.', workOnTasks),
  VacancyRegistered: event('Vacancy', 'Een vacature is vastgelegd.', viewVacancies),
  VacancyChanged: event('Vacancy', 'Een vacature is gewijzigd, geopend of gepauzeerd.', viewVacancies),
  VacancyFilled: event('Vacancy', 'Alle plaatsen van een vacature zijn vervuld.', viewVacancies),
  VacancyWithdrawn: event('Vacancy', 'Een vacature is ingetrokken.', viewVacancies),
  // Of the employer and the vacancy only: the id of a proposal leads to its candidate.
  CandidateProposed: event('Employer', 'Bij de werkgever is een kandidaat voorgedragen.', countProposals, 'Vacancy'),
  ProposalChanged: event('Employer', 'Een voordracht bij de werkgever is een stap verder of ingetrokken.', countProposals, 'Vacancy'),
  ParticipantRegistered: event('Participant', 'Een deelnemer is ingeschreven.', viewParticipants),
  WswWorkerRegistered: event('Participant', 'Een Wsw-medewerker is ingeschreven.', viewWswWorkers),
  WswWorkerCorrected: event('Participant', 'De Wsw-gegevens van een medewerker zijn verbeterd.', viewWswWorkers),
  ResidenceRecorded: event('Participant', 'Vastgelegd is in welke gemeente een medewerker woont.', viewWswWorkers),
  IndicationRecorded: event('Participant', 'Een indicatiebesluit over een Wsw-medewerker is vastgelegd.', viewIndications),
  IndicationCorrected: event('Participant', 'Een vastgelegd indicatiebesluit is verbeterd.', viewIndications),
  ReindicationRequested: event('Participant', 'Een herindicatie van een Wsw-medewerker is aangevraagd.', viewIndications),
  EmploymentRegistered: event('ShelteredEmployment', 'Een dienstverband is vastgelegd; beschut werk wacht op de gemeente.', viewEmployments),
  EmploymentAgreed: event('ShelteredEmployment', 'De gemeente geeft akkoord op beschut werk.', viewEmployments),
  EmploymentRefused: event('ShelteredEmployment', 'De gemeente geeft geen akkoord op beschut werk.', viewEmployments),
  EmploymentWithdrawn: event('ShelteredEmployment', 'Een voorstel voor beschut werk is ingetrokken.', viewEmployments),
  EmploymentTermsChanged: event('ShelteredEmployment', 'De afspraken van een dienstverband zijn gewijzigd.', viewEmployments),
  WorkFormSwitched: event('ShelteredEmployment', 'Een Wsw-medewerker wisselt van werkvorm; dat is geen uitstroom.', viewEmployments),
  EmploymentEnded: event('ShelteredEmployment', 'Een dienstverband is beëindigd.', viewEmployments),
  EmploymentEndCorrected: event('ShelteredEmployment', 'Het einde van een dienstverband is verbeterd.', viewEmployments),
  ParticipantExited: event('Participant', 'Een deelnemer is uitgestroomd.', viewParticipants),
  ResponsibleAssigned: event('Participant', 'Een deelnemer heeft een andere of eerste begeleider.', viewParticipants),
  ResponsibilityEnded: event('Participant', 'Een begeleider is niet meer verantwoordelijk voor een deelnemer.', viewParticipants),
  StandInPlanned: event('Participant', 'Een collega vervangt de begeleider van een deelnemer.', viewParticipants),
  ServiceOrderOffered: event('ServiceOrder', 'Een opdracht is aangeboden.', viewServiceOrders),
  ServiceOrderAccepted: event('ServiceOrder', 'Een opdracht is geaccepteerd.', viewServiceOrders),
  ServiceOrderRefused: event('ServiceOrder', 'Een opdracht is geweigerd.', viewServiceOrders),
  ServiceOrderWithdrawn: event('ServiceOrder', 'Een aangeboden opdracht is ingetrokken.', viewServiceOrders),
  ServiceOrderStarted: event('ServiceOrder', 'De uitvoering van een opdracht is begonnen.', viewServiceOrders),
  ServiceOrderHandedBack: event('ServiceOrder', 'Een opdracht is teruggelegd.', viewServiceOrders),
  ServiceOrderCompleted: event('ServiceOrder', 'Een opdracht is voltooid.', viewServiceOrders),
  ServiceOrderEnded: event('ServiceOrder', 'Een opdracht is opgezegd.', viewServiceOrders),
  ServiceOrderEvaluated: event('ServiceOrder', 'Een opdracht is geëvalueerd.', viewServiceOrders),
  WorkplaceAssigned: event('Placement', 'Een plaatsing heeft een werkplek gekregen, of geen meer.', viewWorkplaces, null),
  WorkGroupSaved: event('WorkGroup', 'Een groep op locatie of in het groen is vastgelegd of gewijzigd.', viewWorkplaces),
  WorkplaceSaved: event('Workplace', 'Een werkplek is vastgelegd of gewijzigd.', viewWorkplaces),
  FallbackClaimOpened: event('FallbackClaim', 'Wie is gedetacheerd houdt recht op een beschutte plek.', viewClaims),
  FallbackReserved: event('FallbackClaim', 'Voor wie terugkomt is een werkplek gereserveerd.', viewClaims),
  FallbackShortage: event('FallbackClaim', 'Voor wie terugkomt is er geen werkplek.', viewClaims),
  FallbackLapsed: event('FallbackClaim', 'Een recht op een beschutte plek is vervallen.', viewClaims),
  ParticipantRegieChanged: event('Participant', 'De regie over een deelnemer is naar een andere gemeente gegaan.', viewParticipants),
  ServiceOrderContinued: event('ServiceOrder', 'De nieuwe regie laat een opdracht doorgaan na een verhuizing.', viewServiceOrders),
  WswStatisticsDelivered: event('WswDelivery', 'De Wsw-statistiek over een half jaar is geleverd.', deliverWsw),
  ParticipantCorrected: event('Participant', 'De gegevens van een deelnemer zijn verbeterd.', viewParticipants),
  SecondmentDrawnUp: event('Secondment', 'Er is een detacheringsovereenkomst opgesteld.', viewSecondments),
  SecondmentChanged: event('Secondment', 'Een detacheringsovereenkomst of haar tarief is gewijzigd.', viewSecondments),
  SecondmentSigned: event('Secondment', 'Een detacheringsovereenkomst is getekend.', viewSecondments),
  SecondmentMembersChanged: event('Secondment', 'Iemand is aan een detachering toegevoegd of ervan afgehaald.', viewSecondments, 'Placement'),
  SecondmentStarted: event('Secondment', 'Een detachering is ingegaan.', viewSecondments),
  SecondmentNoticeGiven: event('Secondment', 'Een detachering is opgezegd.', viewSecondments),
  SecondmentEnded: event('Secondment', 'Een detachering is afgelopen.', viewSecondments, 'Placement'),
  LearningLineStarted: event('LearningLine', 'Een leerwerklijn is begonnen.', viewLearning),
  LearningLineChanged: event('LearningLine', 'Het doel of het verwachte einde van een leerwerklijn is gewijzigd.', viewLearning),
  LearningLineEnded: event('LearningLine', 'Een leerwerklijn is beëindigd.', viewLearning),
  LearningStepPlanned: event('LearningLine', 'Een stap van een leerwerklijn is gepland.', viewLearning, 'LearningStep'),
  LearningStepChanged: event('LearningLine', 'Een stap van een leerwerklijn is gewijzigd.', viewLearning, 'LearningStep'),
  LearningStepStarted: event('LearningLine', 'Een stap van een leerwerklijn is begonnen.', viewLearning, 'LearningStep'),
  LearningStepAchieved: event('LearningLine', 'Een stap van een leerwerklijn is behaald.', viewLearning, 'LearningStep'),
  LearningStepStopped: event('LearningLine', 'Een stap van een leerwerklijn is gestopt.', viewLearning, 'LearningStep'),
  PracticeCertificateRecorded: event('LearningLine', 'Er is een praktijkverklaring afgegeven.', viewLearning, 'LearningStep'),
  MonthClosed: event('ClosedMonth', 'Een maand is afgesloten.', viewMonths),
  ClosedMonthCorrected: event('Placement', 'Van een afgesloten maand is iets verbeterd, in een open maand.', viewTimesheets),
  PerformanceAgreementProposed: event('PerformanceAgreement', 'Een prestatieafspraak is voorgesteld, of het voorstel is gewijzigd.', viewAgreements),
  PerformanceAgreementWithdrawn: event('PerformanceAgreement', 'Het voorstel voor een prestatieafspraak is vervallen.', viewAgreements),
  PerformanceAgreementAccepted: event('PerformanceAgreement', 'Eén kant heeft een prestatieafspraak of haar bijstelling aangenomen.', viewAgreements),
  PerformanceAgreementEstablished: event(
    'PerformanceAgreement',
    'Een prestatieafspraak of haar bijstelling geldt: beide kanten hebben haar aangenomen.',
    viewAgreements,
  ),
  AgreementAdjustmentProposed: event('PerformanceAgreement', 'Een bijstelling van een prestatieafspraak is voorgesteld.', viewAgreements),
  AgreementAdjustmentWithdrawn: event('PerformanceAgreement', 'Een voorgestelde bijstelling is vervallen.', viewAgreements),
  ManualValueRecorded: event('PerformanceAgreement', 'Met de hand is vastgelegd wat er is gerealiseerd.', viewAgreements),
  PerformanceAgreementSettled: event('PerformanceAgreement', 'Een prestatieafspraak is afgerekend.', viewAgreements),
  QuarterReportFrozen: event('QuarterReport', 'Een kwartaalrapportage is vastgelegd.', viewReports),
} as const satisfies Record<string, EventKind>;

export type EventType = keyof typeof eventCatalogue;

/** Types that this principal may see. An event knows no municipality, so who may see only the rows of their own does not see it. */
export const visibleEvents = (principal: Principal): ReadonlySet<string> =>
  new Set(Object.entries(eventCatalogue).flatMap(([type, { view }]) => (scopeOf(principal, view) === 'all' ? [type] : [])));
