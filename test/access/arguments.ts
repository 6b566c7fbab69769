import { testCompanies } from '@werkplein/demo';
import { factIdOf } from './regie-rows.ts';
import { type Caller, expertId, idIn, type World, workerOf, yearOf } from './worlds.ts';

/** Arguments by which each field answers with rows of one world, or `null` when it gives everyone the same. */
type Given = (world: World) => Record<string, unknown>;

/** A value of an enum in a document. */
export class EnumValue {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const byId =
  (kind: Parameters<typeof idIn>[1]): Given =>
  (world) => ({ id: idIn(world, kind) });

const october = { from: '2026-10', until: '2026-10' };
const year = { from: '2026-01-01', until: '2026-12-31' };
const cohort = { from: '2026-01-01', until: '2026-03-31' };
const span = { ...year, measuredOn: '2026-12-31', knownAt: '2026-12-31T23:00:00Z' };
const figurePart: Given = ({ municipality }) => ({
  asked: {
    sets: [
      {
        indicators: ['CONTACTEN', 'DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', 'LADDER_STIJGERS', 'GEM_LOONWAARDE', 'OVERDRACHTEN_PER_CLIENT', 'VERZUIM_PCT'],
        span,
      },
    ],
    municipalities: [municipality.code],
    total: false,
  },
});
const figureFacts =
  (indicator: string): Given =>
  ({ municipality }) => ({ asked: { indicator, municipality: municipality.code, side: new EnumValue('NUMERATOR'), span, first: 50 } });
const totalsOfOctober = { ...october, by: ['MONTH', 'MUNICIPALITY', 'PLACEMENT_KIND'].map((group) => new EnumValue(group)) };

/** Root fields, and fields that need an argument or would mix the worlds. A new one belongs here; without it the matrix fails and says so. */
export const fieldArguments: Readonly<Record<string, Given | null>> = {
  'Query.client': ({ clientId }) => ({ id: clientId }),
  'Query.werkplein': ({ municipality }) => ({ municipality: municipality.code }),
  'Query.werkpleinen': null,
  'Query.me': null,
  'Query.employer': byId('employer'),
  'Query.employers': ({ index }) => ({ filter: { name: `Wereld ${index}` } }),
  'Query.employerByKvkNumber': ({ index }) => ({ kvkNumber: testCompanies[index]?.kvkNumber }),
  'Query.contactMoment': byId('moment'),
  'Query.contactPlan': byId('plan'),
  'Query.vacancy': byId('vacancy'),
  'Query.vacancies': ({ index }) => ({ filter: { text: `vak${index}` } }),
  'Query.proposal': byId('proposal'),
  'Query.candidate': ({ candidateId }) => ({ id: candidateId }),
  'Query.activity': (world) => ({ employerIds: [idIn(world, 'employer')] }),
  'Query.possibleDuplicates': ({ index }) => ({ kvkNumber: testCompanies[index]?.kvkNumber }),
  'Query.openWorkOf': (world) => ({ employeeId: workerOf(world).id, organisation: workerOf(world).organisation }),
  'Query.doubleApproaches': () => ({ from: '2026-01-01', until: '2026-12-31' }),
  'Query.mayApproach': (world) => ({
    employerId: idIn(world, 'employer'),
    contactPersonId: idIn(world, 'person'),
    purpose: new EnumValue('RELATION'),
    channel: new EnumValue('PHONE'),
    steering: new EnumValue('AANBODGESTUURD'),
    window: { from: '2026-11-25', until: '2026-11-27' },
  }),
  'Query.participantSubjectAccess': byId('participant'),
  'Query.contactPersonSubjectAccess': byId('person'),
  'Query.accountsWithoutOwner': null,
  'Query.calendarFeed': null,
  'Query.colleagues': null,
  'Query.dueReminders': null,
  'Query.duplicateSignals': null,
  'Query.myAccounts': null,
  'Query.contactPlanOffers': null,
  'Query.contactPlansOfferedToMe': null,
  'Query.myContactPlans': null,
  'Query.myTasks': null,
  'Query.teams': null,
  'Employer.contactCalendar': () => ({ from: '2026-10-01', until: '2026-12-15' }),
  'Employer.tasks': () => ({ status: new EnumValue('DONE') }),
  'Query.participant': byId('participant'),
  'Query.participants': ({ municipality }) => ({ filter: { municipality: municipality.code } }),
  'Query.serviceOrder': byId('order'),
  'Query.serviceOrders': ({ municipality }) => ({ filter: { municipality: municipality.code } }),
  'Query.handOvers': (world) => ({ filter: { participantId: idIn(world, 'participant'), from: '2026-01-01', until: '2026-12-31' } }),
  'Query.placement': byId('placement'),
  'Query.secondment': byId('secondment'),
  'Query.secondments': (world) => ({ filter: { employerId: idIn(world, 'employer') } }),
  'Query.learningLine': byId('learningLine'),
  'Query.learningLines': ({ municipality }) => ({ municipality: municipality.code }),
  'Query.timesheet': byId('oldTimesheet'),
  'Query.timesheets': (world) => ({ month: '2026-10', placementId: idIn(world, 'placement') }),
  'Query.hoursTotals': (world) => ({ ...totalsOfOctober, municipality: world.municipality.code }),
  'Query.hoursGaps': ({ municipality }) => ({ month: '2026-10', municipality: municipality.code }),
  'Query.closedMonths': null,
  'Query.performanceAgreement': byId('agreement'),
  'Query.performanceAgreements': (world) => ({ year: yearOf(world), municipality: world.municipality.code }),
  'Query.quarterReport': byId('report'),
  'Query.quarterReports': (world) => ({ year: yearOf(world), municipality: world.municipality.code }),
  'PerformanceAgreement.progress': (world) => ({ measuredOn: `${yearOf(world)}-09-30` }),
  'Participant.timesheets': () => october,
  'Participant.hoursTotals': () => totalsOfOctober,
  'Secondment.hoursTotals': () => totalsOfOctober,
  'Werkplein.hoursTotals': () => totalsOfOctober,
  'Query.wswWorkerByBsn': ({ bsn }) => ({ bsn }),
  'Query.reindicationsDue': ({ municipality }) => ({ within: 366, municipality: municipality.code }),
  'Query.shelteredEmployment': byId('employment'),
  'Query.shelteredEmployments': ({ municipality }) => ({ filter: { responsibleMunicipality: municipality.code } }),
  'Query.workplace': byId('workplace'),
  'Query.workplaces': ({ municipality }) => ({ filter: { municipality: municipality.code } }),
  'Query.workplaceBoard': ({ municipality }) => ({ from: '2026-11-23', until: '2026-12-06', filter: { municipality: municipality.code } }),
  'Query.fallbackClaims': null,
  'Query.undeliveredLetters': null,
  'Query.figure': (world) => ({ indicator: 'CONTACTEN', municipality: world.municipality.code, ...year }),
  'Query.figures': (world) => ({ indicators: ['CONTACTEN', 'LADDER_STIJGERS'], municipalities: [world.municipality.code], ...year }),
  'Query.funnel': (world) => ({ municipality: world.municipality.code, ...cohort, measuredOn: '2026-09-30' }),
  'Query.nuoFunnelPart': (world) => ({ asked: { ...cohort, measuredOn: '2026-12-31', knownAt: span.knownAt, candidateIds: [world.candidateId] } }),
  'Query.‹gemeente›FunnelPart': () => ({ asked: { ...cohort, measuredOn: '2026-12-31', knownAt: span.knownAt } }),
  'Query.nuoFigureParts': figurePart,
  'Query.nuoFigureFacts': figureFacts('CONTACTEN'),
  'Query.‹gemeente›FigureParts': figurePart,
  'Query.‹gemeente›FigureFacts': figureFacts('LADDER_STIJGERS'),
  'Query.wswDeliveries': ({ municipality }) => ({ period: '20261', municipality: municipality.code }),
  'Query.placements': ({ municipality }) => ({ municipality: municipality.code }),
  'Query.placementsAwaitingAgreement': ({ municipality }) => ({ municipality: municipality.code }),
  'Query.trialPlacementsReachingTerm': ({ municipality }) => ({ municipality: municipality.code }),
  // Christmas: a public holiday is a parameter with a last day.
  'Query.nuoParameters': () => ({ on: '2026-12-25' }),
  '‹Gemeente›Werkplein.clients': ({ ownReference }) => ({ filter: { ownReference } }),
  '‹Gemeente›Werkplein.caseload': ({ ownReference }) => ({ filter: { ownReference } }),
  '‹Gemeente›Werkplein.clientOfFact': (world) => ({ factId: factIdOf(world) }),
  '‹Gemeente›Werkplein.clientAccessLog': ({ clientId }) => ({ clientId }),
  '‹Gemeente›Werkplein.subjectAccess': ({ clientId }) => ({ clientId }),
  '‹Gemeente›Werkplein.planEvaluationsDue': () => ({ within: 366 }),
  '‹Gemeente›Werkplein.deadlines': ({ municipality }) => ({ until: '2027-12-31', klantregisseurId: `demo-${municipality.field}-klantregisseur` }),
  '‹Gemeente›Werkplein.hoursTotals': () => totalsOfOctober,
  '‹Gemeente›Werkplein.lksIndication': () => ({ hoursPerWeek: 36, wageValuePct: 60 }),
};

/** What a field needs of another subgraph (`@requires`): the field of which its reader must see the value too. */
export const requiredFields: Readonly<Record<string, string>> = {
  'Vacancy.candidatesOf‹Gemeente›': 'Vacancy.demand',
  'Placement.confirmationAt‹Gemeente›': 'Placement.startsOn',
};

/** What a field demands besides its own action: the row to which it leads is read by the rule of its kind. */
export const alsoDemanded: Readonly<Record<string, string>> = { 'Query.wswWorkerByBsn': 'participants.view' };

/** What the gateway would have fetched elsewhere for the vacancy of a world, and for its candidate. */
const demandOf = ({ index }: World): Record<string, unknown> => ({
  occupation: { code: null, text: `vak${index}` },
  hoursMin: 16,
  hoursMax: 32,
  postcode4: '7607',
  workingLevelMin: 2,
  drivingLicences: ['B'],
  offersAdaptation: false,
  offersGuidance: false,
  onlyDoelgroepregister: false,
});
const supplyOf = ({ index }: World): Record<string, unknown> => ({
  occupations: [{ code: null, text: `vak${index}` }],
  hoursMin: 16,
  hoursMax: 32,
  postcode4: '7607',
  maxTravelKm: 20,
  workingLevel: 3,
  drivingLicences: ['B'],
  needsAdaptation: false,
  needsGuidance: true,
  inDoelgroepregister: false,
});

/** How `_entities` names the rows of a world, by type and the key's field. */
export const entityKeys: Readonly<Record<string, Given>> = {
  Employer: byId('employer'),
  ContactMoment: byId('moment'),
  Placement: (world) => ({ id: idIn(world, 'placement'), startsOn: '2026-02-01', municipality: world.municipality.code }),
  Participant: byId('participant'),
  ServiceOrder: byId('order'),
  ContactPlan: byId('plan'),
  Vacancy: (world) => ({ id: idIn(world, 'vacancy'), demand: demandOf(world), passedOverCandidateIds: [] }),
  Proposal: byId('proposal'),
  PerformanceAgreement: byId('agreement'),
  QuarterReport: byId('report'),
  Candidate: ({ candidateId }) => ({ id: candidateId }),
  CandidateSupply: (world) => ({ candidateId: world.candidateId, facts: supplyOf(world) }),
  '‹Gemeente›Candidate': ({ candidateId }) => ({ id: candidateId }),
  Client: ({ clientId }) => ({ id: clientId }),
  '‹Gemeente›Client': ({ clientId }) => ({ id: clientId }),
  Werkplein: ({ municipality }) => ({ municipality: municipality.code }),
  '‹Gemeente›Werkplein': ({ municipality }) => ({ municipality: municipality.code }),
};

const isWorker = ({ employeeId }: Caller, world: World): boolean => workerOf(world).id === employeeId;

/** Of the NUO only the appointed expert sees a loonwaarde. */
const isExpert = ({ organisation, employeeId }: Caller): boolean => organisation !== 'nuo' || employeeId === expertId;

const seesFigures = ({ organisation, roles }: Caller, { municipality }: World): boolean =>
  !roles.includes('privacyofficer') && (organisation === 'nuo' || organisation === municipality.code);

const isReporter = ({ roles }: Caller): boolean => roles.includes('rapporteur');

/** Lists that are the caller's own, so that another with the same right finds them empty. */
export const ownOfCaller: Readonly<Record<string, (caller: Caller, world: World) => boolean>> = {
  'Query.calendarFeed': isWorker,
  'Query.dueReminders': isWorker,
  'Query.myAccounts': isWorker,
  'Query.contactPlanOffers': isWorker,
  'Query.contactPlansOfferedToMe': isWorker,
  'Query.myContactPlans': isWorker,
  'Query.myTasks': isWorker,
  // Nobody is in the way of who holds the employer.
  'Query.mayApproach': (caller, world) => !isWorker(caller, world),
  '‹Gemeente›Client.loonwaardebepalingen': isExpert,
  // The gateway alone asks for parts, and for what the asker may see.
  'Query.nuoFigureParts': seesFigures,
  'Query.‹gemeente›FigureParts': seesFigures,
  // A reporter sees no small numbers, and is told so.
  'Figure.noValue': isReporter,
  'Figure.denominator': (caller) => !isReporter(caller),
  'Figure.rows': (caller) => !isReporter(caller),
  'FunnelStage.count': (caller) => !isReporter(caller),
  // A warning names the others.
  'EmployerWarning.organisations': ({ organisation }, world) => organisation !== workerOf(world).organisation,
  '‹Gemeente›Werkplein.caseload': ({ roles }, { disclosed }) => disclosed && roles.includes('klantregisseur'),
};

/** Lists that take no argument and hold rows of every world: what must be asked of a row to tell whether it is of this one. */
export const mixedLists: Readonly<Record<string, { mark: string; isOf: (row: unknown, world: World) => boolean }>> = {
  'Query.vacancyDuplicates': {
    mark: 'first { id }',
    // A row without its mark counts: it hides nothing.
    isOf: (row, world) => ((row as { first?: { id: string } | null }).first?.id ?? idIn(world, 'twin')) === idIn(world, 'twin'),
  },
};

/** Keys of entities of which a Werkplein keeps no row: by a reference to one it says nothing of its own. */
export const echoedKeys: ReadonlySet<string> = new Set(['Vacancy.id', 'Placement.id']);

/** Says nothing of any row, such as the term by which a list is made: whoever may ask for the list sees it. */
export const sameForAll: ReadonlySet<string> = new Set(['ReindicationDueConnection.source', 'ReindicationDueConnection.termWeeks']);

/** What no question of the matrix shows: only the answer of a command, or a test of its own. */
export const seenElsewhere: ReadonlySet<string> = new Set([
  'AccountHandOver.decidedAt',
  // Of no person, for the gateway alone, and only of months with gaps and of hand-overs: the tests of those figures see them.
  'FigureMissingPart.count',
  'FigureRowPart.greatest',
]);

/** `AlmeloWerkplein.clients` → `‹Gemeente›Werkplein.clients`, `Query.almeloFigureParts` → `Query.‹gemeente›FigureParts`. */
export const withoutMunicipality = (coordinate: string, { municipality: { name, field } }: World): string =>
  coordinate
    .replace(new RegExp(`^${name}|(?<=candidatesOf|confirmationAt)${name}$`), '‹Gemeente›')
    .replace(new RegExp(`(?<=^Query\\.)${field}(?=Figure|Funnel)`), '‹gemeente›');
