import { addParameters, addTerms, type Entity, type Migration } from '@werkplein/kernel';
import { AgreementVersion, ManualValue, PerformanceAgreement } from './agreements/agreement.entity.ts';
import { agreementMigrations } from './agreements/agreement.migrations.ts';
import { agreementTerms } from './agreements/agreement.terms.ts';
import { ContactAttempt } from './contact-plans/contact-attempt.entity.ts';
import { ContactPlan, ContactPlanCandidate, ContactPlanParticipant } from './contact-plans/contact-plan.entity.ts';
import { contactPlanMigrations } from './contact-plans/contact-plan.migrations.ts';
import { Account, AccountHandOver, AccountMember, AccountOwner } from './accounts/account.entity.ts';
import { accountMigrations } from './accounts/account.migrations.ts';
import { Colleague } from './colleagues/colleague.entity.ts';
import { colleagueMigrations } from './colleagues/colleague.migrations.ts';
import { Team, TeamMember } from './colleagues/team.entity.ts';
import { activityMigrations } from './activity/activity.migrations.ts';
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { calendarMigrations } from './calendar/calendar-feed.migrations.ts';
import { ContactMoment, ContactMomentParticipant } from './contacts/contact.entity.ts';
import { contactMigrations } from './contacts/contact.migrations.ts';
import { DuplicateSignal, EmployerMatch } from './duplicates/duplicate.entity.ts';
import { duplicateMigrations } from './duplicates/duplicate.migrations.ts';
import { Branch, ContactPerson, Employer, EmployerAlias } from './employers/employer.entity.ts';
import { employerMigrations } from './employers/employer.migrations.ts';
import { Indication, IndicationHandicap } from './indications/indication.entity.ts';
import { indicationMigrations } from './indications/indication.migrations.ts';
import { EmployerMerge, EmployerMergeStep } from './merging/merge.entity.ts';
import { mergeMigrations } from './merging/merge.migrations.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet, TimesheetLedger } from './hours/hours.entity.ts';
import { hoursMigrations } from './hours/hours.migrations.ts';
import { LearningLine, LearningNote, LearningStep, PracticeCertificate } from './learning/learning.entity.ts';
import { learningMigrations } from './learning/learning.migrations.ts';
import { hoursTerms } from './hours/hours.terms.ts';
import { letterTerms, nuoTerms, orderTerms, workTerms } from './nuo.terms.ts';
import { ServiceOrder, ServiceOrderEvent } from './orders/service-order.entity.ts';
import { serviceOrderMigrations } from './orders/service-order.migrations.ts';
import { Participant } from './participants/participant.entity.ts';
import { participantMigrations } from './participants/participant.migrations.ts';
import { NuoParameterRow } from './parameters/nuo-parameter.entity.ts';
import { nuoParameterMigrations } from './parameters/nuo-parameter.migrations.ts';
import { nuoParameterRows } from './parameters/nuo-parameters.rows.ts';
import { addParameterFacts } from './parameters/parameter.facts.ts';
import { Person } from './persons/person.entity.ts';
import { personMigrations } from './persons/person.migrations.ts';
import { Placement, PlacementEvent, PlacementInterruption } from './placements/placement.entity.ts';
import { placementMigrations } from './placements/placement.migrations.ts';
import { Proposal } from './proposals/proposal.entity.ts';
import { proposalMigrations } from './proposals/proposal.migrations.ts';
import { EmploymentTerms, ShelteredEmployment } from './sheltered-work/employment.entity.ts';
import { employmentMigrations } from './sheltered-work/employment.migrations.ts';
import { personnelFileTerms } from './sheltered-work/personnel-file.terms.ts';
import { Secondment, SecondmentRate } from './secondments/secondment.entity.ts';
import { secondmentMigrations } from './secondments/secondment.migrations.ts';
import { secondmentParameterRows } from './secondments/secondment.parameters.ts';
import { QuarterReport } from './reports/report.entity.ts';
import { reportMigrations } from './reports/report.migrations.ts';
import { ParticipantClient, RegieChange, TransferredOrder } from './regie-changes/regie-change.entity.ts';
import { WaitingToken, waitingTokenMigrations } from './letters/waiting-token.entity.ts';
import { regieChangeMigrations } from './regie-changes/regie-change.migrations.ts';
import { Vacancy } from './vacancies/vacancy.entity.ts';
import { vacancyMigrations } from './vacancies/vacancy.migrations.ts';
import { Responsibility } from './responsibility/responsibility.entity.ts';
import { responsibilityMigrations } from './responsibility/responsibility.migrations.ts';
import { Turn, turnMigrations } from './turns.ts';
import { Task } from './tasks/task.entity.ts';
import { taskMigrations } from './tasks/task.migrations.ts';
import { VacancySource } from './vacancies/vum/vacancy-source.entity.ts';
import { vacancySourceMigrations } from './vacancies/vum/vacancy-source.migrations.ts';
import { FallbackClaim } from './workplaces/fallback-claim.entity.ts';
import { WorkGroup, Workplace } from './workplaces/workplace.entity.ts';
import { workplaceMigrations } from './workplaces/workplace.migrations.ts';
import { WorkplaceStay } from './workplaces/workplace-stay.entity.ts';
import { workplaceStayMigrations } from './workplaces/workplace-stay.migrations.ts';
import { WswDelivery } from './wsw-statistics/wsw-delivery.entity.ts';
import { wswDeliveryMigrations } from './wsw-statistics/wsw-delivery.migrations.ts';
import { wswParameterRows } from './wsw-statistics/wsw.parameters.ts';
import { Residence, WswWorker } from './wsw-workers/wsw-worker.entity.ts';
import { wswWorkerMigrations } from './wsw-workers/wsw-worker.migrations.ts';

export const nuoEntities: readonly Entity[] = [
  Employer,
  EmployerAlias,
  Branch,
  ContactPerson,
  ContactMoment,
  ContactMomentParticipant,
  NuoParameterRow,
  Person,
  Participant,
  Placement,
  PlacementEvent,
  PlacementInterruption,
  Vacancy,
  VacancySource,
  Proposal,
  Turn,
  EmployerMatch,
  DuplicateSignal,
  EmployerMerge,
  EmployerMergeStep,
  ContactPlan,
  ContactPlanParticipant,
  ContactPlanCandidate,
  ContactAttempt,
  Colleague,
  Team,
  TeamMember,
  Account,
  AccountOwner,
  AccountMember,
  AccountHandOver,
  Task,
  CalendarFeed,
  WswWorker,
  Residence,
  Indication,
  IndicationHandicap,
  ShelteredEmployment,
  EmploymentTerms,
  WorkGroup,
  Workplace,
  WorkplaceStay,
  FallbackClaim,
  WswDelivery,
  Secondment,
  SecondmentRate,
  LearningLine,
  LearningStep,
  PracticeCertificate,
  LearningNote,
  Timesheet,
  ClosedMonth,
  ClosedMonthGap,
  TimesheetLedger,
  RegieChange,
  ParticipantClient,
  TransferredOrder,
  WaitingToken,
  ServiceOrder,
  ServiceOrderEvent,
  Responsibility,
  QuarterReport,
  PerformanceAgreement,
  AgreementVersion,
  ManualValue,
];
export const nuoMigrations: readonly Migration[] = [
  ...employerMigrations,
  ...contactMigrations,
  ...nuoParameterMigrations,
  ...personMigrations,
  ...participantMigrations,
  ...placementMigrations,
  ...vacancyMigrations,
  ...vacancySourceMigrations,
  ...proposalMigrations,
  ...turnMigrations,
  ...duplicateMigrations,
  ...mergeMigrations,
  ...contactPlanMigrations,
  ...colleagueMigrations,
  ...accountMigrations,
  ...taskMigrations,
  ...activityMigrations,
  ...calendarMigrations,
  ...regieChangeMigrations,
  ...waitingTokenMigrations,
  ...serviceOrderMigrations,
  ...responsibilityMigrations,
  addTerms(1764000220001, 'nuo', nuoTerms),
  addTerms(1764001000001, 'nuo_work', workTerms),
  ...secondmentMigrations,
  ...learningMigrations,
  ...hoursMigrations,
  addTerms(1764450000031, 'nuo_hours', hoursTerms),
  addParameters(1764450000032, 'Secondment_parameters', 'nuo_parameter', secondmentParameterRows),
  addParameters(1764480000001, 'Wsw_parameters', 'nuo_parameter', wswParameterRows),
  addParameterFacts(1764480000002, [...nuoParameterRows, ...wswParameterRows]),
  ...wswWorkerMigrations,
  ...indicationMigrations,
  ...employmentMigrations,
  ...workplaceMigrations,
  ...workplaceStayMigrations,
  ...wswDeliveryMigrations,
  addTerms(1764440000091, 'personnel_file', personnelFileTerms),
  addTerms(1764460000025, 'nuo_letters', letterTerms),
  addTerms(1764420000031, 'nuo_orders', orderTerms),
  ...reportMigrations,
  ...agreementMigrations,
  addTerms(1764470000021, 'agreements', agreementTerms),
];
