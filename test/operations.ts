import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { addDays, municipalities } from '@werkplein/kernel';
import { Kind, parse } from 'graphql';
import { type Subjects, subjectsOf } from './operation-subjects.ts';
import type { Stack } from './stack.ts';

// What people ask: each operation of docs/questions and each query of the screens, as somebody asks it of the demo data.

const root = resolve(import.meta.dirname, '..');

export interface Operation {
  /** `q02-line-of-services`, or `Employers`. */
  name: string;
  user: string;
  /** Stated with it, where it is asked for more than one. */
  purpose?: string | undefined;
  query: string;
  variables: Record<string, unknown>;
}

type Asked = readonly [user: string, variables?: Record<string, unknown>, purpose?: string];

const [desk, coordinator, coach, consultant] = ['nuo.accountmanager', 'nuo.coordinator', 'nuo.jobcoach', 'nuo.detacheringsconsulent'] as const;
const SUPERVISION = 'VERANTWOORDING_TOEZICHT';
const year = { from: '2026-01-01', until: '2026-12-31', measuredOn: '2026-10-31' };
const manager = { employeeId: 'demo-nuo-accountmanager', organisation: 'nuo' };

/** By the name of the file. Those that are left out change the data: their tests count the statements. */
const questions = ({ ids, today, kvkNumber, since }: Subjects): Record<string, Asked> => {
  const [almelo, client] = ['almelo.klantregisseur', { client: ids.almeloClient }];
  const until = addDays(today, 30);
  return {
    deadlines: [almelo, { until }],
    'placements-to-confirm': [almelo, { today }],
    'q01-vacancies-for-my-clients': [almelo],
    'q02-line-of-services': [almelo, client],
    'q03-orders-that-wait': [almelo],
    'q04-trials-ending': [almelo],
    'q04-trials-reaching-their-term': [almelo],
    'q05-what-waits-for-my-agreement': [almelo],
    'q06-loonwaarde-reviews': [almelo],
    'q06-plan-evaluations-due': [almelo],
    'q07-lks-overdue': [almelo],
    'q08-moved-client': [almelo, client],
    'q08-what-runs-at-the-nuo': [almelo, { ...client, on: today }],
    'q09-who-looked-at-a-client': ['almelo.privacyofficer', client, SUPERVISION],
    'q10-beschut-waiting-list': [almelo, { year: 2026 }],
    'q11-may-i-call-today': [desk, { employerId: ids.employer, today, from: addDays(today, -30), until }],
    'q12-what-the-nuo-sees': [almelo, client],
    'q13-last-and-next-contact': [desk, { kvkNumber }],
    'q14-may-i-approach': [desk, { employerId: ids.employer, window: { from: today, until: addDays(today, 7) }, purpose: 'VACANCY' }],
    'q15-ending-placements-without-contact': [desk],
    'q16-possible-duplicates': [desk, { name: 'Bakkerij Jansen' }],
    'q17-never-approached': [desk, { municipality: '0189', sections: ['C', 'G'], minEmployees: 5 }],
    'q18-open-proposals-at-an-employer': [desk, { employer: ids.employer }],
    'q19-open-work-of-a-colleague': [coordinator, manager],
    'q20-what-changed-at-my-accounts': [desk, { since }],
    'q21-vacancies-entered-twice': [coordinator],
    'q23-concern': [desk, { id: ids.employer }],
    'q24-accounts-without-owner': [coordinator],
    'q25-quarter-report': [coordinator, { municipality: '0189', year: 2026, quarter: 3 }],
    'q26-arbeidsjaren': [coordinator, { from: year.from, until: year.until }],
    'q27-beschut-against-taakstelling': [coordinator, { from: year.from, day: year.measuredOn }],
    'q27-beschut-realised': [consultant, { day: year.measuredOn }],
    'q28-double-approaches': [coordinator, { from: addDays(today, -90), until: today }],
    'q29-funnel': [coordinator, { municipality: '0189', ...year }],
    'q30-lead-times': [coordinator, { municipality: '0189', ...year }],
    'q31-added-value': [coordinator, { from: '2026-01', until: '2026-09' }],
    'q32-dashboard': [coordinator, { year: 2026, ...year }],
    'q34-facts-behind-a-figure': [coordinator, { indicator: 'PLAATSINGEN_REGULIER', municipality: '0189', ...year, side: 'NUMERATOR' }],
    'q35-hand-overs-before-and-after': [
      coordinator,
      { municipality: '0189', before: '2026-01-01', lastDayBefore: '2026-05-31', start: '2026-06-01', until: '2026-10-31' },
    ],
  };
};

/** By the name of the operation; what asks one Werkplein is asked of Wierden. */
const screens = ({ ids, today }: Subjects): Record<string, Asked> => {
  const [wierden, privacy] = ['wierden.klantregisseur', 'wierden.privacyofficer'];
  const client = { client: ids.client };
  const employer = { id: ids.employer };
  const days = { from: addDays(today, -180), until: addDays(today, 180) };
  const figure = { indicator: 'CONTACTEN', municipality: '0189', ...year };
  const quarters = Object.fromEntries(
    [1, 2, 3, 4].flatMap((n) => [
      [`from${n}`, `2026-${String(3 * n - 2).padStart(2, '0')}-01`],
      [`until${n}`, `2026-${String(3 * n).padStart(2, '0')}-28`],
      [`day${n}`, `2026-${String(3 * n).padStart(2, '0')}-28`],
      [`begun${n}`, n < 4],
    ]),
  );
  return {
    AccountsOfEmployer: [desk, employer],
    BranchesOfHirer: [consultant, employer],
    CandidatesForVacancy: [desk, { id: ids.vacancy, first: 10 }],
    CaseloadWierden: [wierden, { filter: {} }],
    ChangesAtMyAccounts: [desk],
    ClientAccessLogWierden: [privacy, client, SUPERVISION],
    ClientHeadWierden: [wierden, client],
    ClientLawWierden: [wierden, client],
    ClientOfFactWierden: [wierden, { fact: '0189:00000000-0000-4000-8000-000000000000' }],
    ClientPersonWierden: [wierden, client],
    ClientPlansWierden: [wierden, client],
    ClientSubjectAccessWierden: [privacy, { id: ids.client }],
    ClientsToLookUpWierden: [privacy, { search: 'jans' }, SUPERVISION],
    Colleagues: [desk],
    ContactPersonSubjectAccess: ['nuo.privacyofficer', { id: ids.person }],
    ContactTargets: [desk, employer],
    CurrentDisclosureWierden: [wierden, client],
    DeadlinesWierden: [wierden, { until: addDays(today, 30) }],
    DuplicateSignals: [coordinator, { status: 'OPEN' }],
    EmployerPage: [desk, employer],
    EmployerTimeline: [desk, { ...employer, ...days, today, ahead: addDays(today, 90) }],
    EmployerToEdit: [desk, employer],
    EmployerView: [desk, { ...employer, ...days }],
    EmployerWork: [desk, employer],
    Employers: [desk, { filter: {} }],
    EmployersToPlaceAt: [coach, { name: 'bakker' }],
    Employment: [consultant, { id: ids.employment }],
    Employments: [consultant, { first: 25, filter: {} }],
    FallbackClaims: [consultant, { first: 25 }],
    KlantregisseursWierden: [wierden, { search: 'a' }],
    LawOnDayWierden: [wierden, { on: today }],
    LawWaitingWierden: [wierden],
    LearningLine: [coach, { id: ids.line }],
    LearningLines: [coach, { first: 25 }],
    LksIndicationWierden: [wierden, { hoursPerWeek: 24, wageValuePct: 60, forfait: false }],
    LoonwaardeVisitsWierden: [coach],
    LoonwaardenOfExpertWierden: [coach, client],
    MayApproach: [
      desk,
      { employerId: ids.employer, window: { from: today, until: addDays(today, 7) }, purpose: 'VACANCY', steering: 'VRAAGGESTUURD', channel: 'PHONE' },
    ],
    Me: [desk],
    MergeSides: [coordinator, { first: ids.employer, second: ids.otherEmployer }],
    MergesOfEmployer: [coordinator, employer],
    Month: [coordinator, { month: '2026-10', first: 25 }],
    Months: [coordinator],
    MyCalendarFeed: [desk],
    MyPlans: [desk],
    MyTasks: [desk],
    NuoColleagues: [wierden],
    NuoExperts: [wierden],
    OfferedToMe: [desk, manager],
    OneContactPlan: [desk, { id: ids.plan }],
    OneProposal: [desk, { id: ids.proposal }],
    OneVacancy: [desk, { id: ids.vacancy }],
    OpenPlaces: [desk],
    OpenVacanciesOf: [desk, { employer: ids.employer }],
    OpenWorkOfColleague: [coordinator, manager],
    Order: [coach, { id: ids.order, placements: 10 }],
    Orders: [coach, { first: 25, filter: { active: true } }],
    OrdersOfClient: [wierden, client],
    OrdersWaiting: [wierden, { municipality: '0189' }],
    OutflowFollowUpsWierden: [wierden, client],
    Participant: [coach, { id: ids.participant }],
    ParticipantSubjectAccess: ['nuo.privacyofficer', { id: ids.participant }],
    Participants: [coach, { first: 25, filter: {} }],
    Personnel: [consultant, { id: ids.worker }],
    Placement: [coach, { id: ids.placement }],
    Placements: [coach, { first: 25, filter: { states: ['ACTIVE'] } }],
    PlacementsAtHirer: [consultant, employer],
    PlacementsOfParticipant: [coach, { id: ids.participant }],
    PlacementsToAgreeWierden: [wierden],
    PlacesOfEmployer: [coach, employer],
    PlanChangesWierden: [wierden, { ...client, from: 1, to: 1 }],
    PlansOfferedToMe: [desk],
    PossibleDuplicates: [desk, { name: 'Bakkerij Jansen', postcode: '7641' }],
    ProposalsOfClient: [wierden, client],
    QuarterReport: [coordinator, { municipality: '0189', year: 2026, quarter: 3 }],
    ReindicationsDue: [coach, { first: 25, within: 90 }],
    Secondment: [consultant, { id: ids.secondment }],
    Secondments: [consultant, { first: 25, filter: {} }],
    SecondmentsToDo: [consultant, { endsBy: addDays(today, 92) }],
    ServiceLineWierden: [wierden, client],
    Sheet: [consultant, { id: ids.sheet }],
    SheetsOfParticipant: [consultant, { id: ids.worker, from: '2026-01', until: '2026-10' }],
    SrgDeliveriesWierden: ['wierden.functioneelbeheerder'],
    StartedPlacementsWierden: [wierden, client],
    SteeringAgreement: [coordinator, { id: ids.agreement }],
    SteeringBoard: [coordinator, { year: 2026 }],
    SteeringContact: [desk, { id: ids.moment }],
    SteeringCourse: [coordinator, { indicator: 'CONTACTEN', municipality: '0189', year: 2026, agreed: true, ...quarters }],
    SteeringDashboard: [coordinator, { municipality: '0189', year: 2026 }],
    SteeringDoubles: [coordinator, { from: addDays(today, -90), until: today }],
    SteeringDoublesFigure: [coordinator, { municipality: '0189', ...year }],
    SteeringFacts: [coordinator, { ...figure, knownAt: `${today}T00:00:00.000Z`, side: 'NUMERATOR' }],
    SteeringFigure: [coordinator, figure],
    SteeringFigureThen: [coordinator, { ...figure, knownAt: `${today}T00:00:00.000Z` }],
    SteeringFigures: [coordinator, { indicators: ['CONTACTEN', 'PLAATSINGEN_REGULIER'], municipalities: ['0189'], total: true, ...year }],
    SteeringFunnel: [coordinator, { municipality: '0189', ...year }],
    SteeringHandOvers: [coordinator, { municipality: '0189', ...year, fromBefore: '2025-01-01', untilBefore: '2025-12-31' }],
    SteeringIndicators: [coordinator],
    SteeringLeadTimes: [coordinator, { municipalities: ['0189'], total: true, ...year }],
    SteeringReport: [coordinator, { id: 'nuo:00000000-0000-4000-8000-000000000000' }],
    SteeringReports: [coordinator, { municipality: '0189', year: 2026 }],
    SteeringYearReports: [coordinator, { municipality: '0189', year: 2026 }],
    TaskList: [desk, { filter: {} }],
    Teams: [desk],
    TransfersWierden: [wierden, { states: ['OFFERED', 'ACCEPTED'] }],
    UndeliveredLetters: ['nuo.functioneelbeheerder'],
    VacanciesForClientWierden: [wierden, client],
    VacanciesForMyClientsWierden: [wierden],
    WerkpleinUndeliveredLettersWierden: ['wierden.functioneelbeheerder'],
    WhatTheNuoSeesWierden: [wierden, client],
    WierdenClientAccessLog: [privacy, { clientId: ids.client }, SUPERVISION],
    Workplace: ['nuo.werkleider', { id: ids.workplace, day: today }],
    WorkplaceBoard: ['nuo.werkleider', { from: today, until: addDays(today, 27), unit: 'WEEK', filter: {}, first: 20 }],
    WorkplacesToAssign: ['nuo.werkleider', { from: today, kinds: ['GREEN', 'INSIDE', 'ON_LOCATION'] }],
    WswDeliveries: ['nuo.functioneelbeheerder', { period: '20261' }],
    WswWorkerByBsn: [consultant, { bsn: '999990019' }],
  };
};

/** The same document, made for another Werkplein. */
const isForAnother = (name: string): boolean =>
  municipalities.some(({ code, name: place }) => code !== '0189' && (name.endsWith(place) || name.startsWith(place)));

/** Questions that write, and whose tests count them: they would change what the others find. */
const WRITES = /^q(11-claim|19-hand-over|22-|33-)/;

const isQuery = (text: string): boolean =>
  parse(text).definitions.some((definition) => definition.kind === Kind.OPERATION_DEFINITION && (definition.operation as string) === 'query');

/** All of them; throws for one of which is not told here who asks it and for what. */
export const operationsOf = async (stack: Pick<Stack, 'ask'>): Promise<Operation[]> => {
  const subjects = await subjectsOf(stack);
  const texts = new Map<string, string>();
  for (const file of globSync('docs/questions/*.graphql', { cwd: root }).toSorted())
    if (!WRITES.test(basename(file))) texts.set(basename(file, '.graphql'), readFileSync(resolve(root, file), 'utf8'));
  const trusted = JSON.parse(readFileSync(resolve(root, 'schema/trusted-documents.json'), 'utf8')) as Record<string, { name: string; document: string }>;
  for (const { name, document } of Object.values(trusted)) if (isQuery(document) && !isForAnother(name)) texts.set(name, document);
  const asked = { ...questions(subjects), ...screens(subjects) };
  return [...texts].map(([name, query]) => {
    const known = asked[name];
    if (!known) throw new Error(`${name}: say in test/operations.ts who asks it, and of what`);
    const [user, variables = {}, purpose] = known;
    return { name, user, purpose, query, variables };
  });
};
