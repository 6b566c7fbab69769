import { OutboxEvent, placeEvents } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { MoreThan } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { DuplicateSignal } from '../duplicates/duplicate.entity.ts';
import { Timesheet } from '../hours/hours.entity.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { TransferredOrder } from '../regie-changes/regie-change.entity.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { SecondmentRate } from '../secondments/secondment.entity.ts';
import { command, commandsOf, people, refTo } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, type TestNuo, testId } from '../testing/index.ts';
import { lend, lentPlacement } from '../testing/lending.ts';
import { shelteredStory } from '../testing/sheltered-story.ts';
import { eventCatalogue } from './event.catalogue.ts';

// Whoever adds a command adds a step here, with what it publishes; or a line there, with why it publishes nothing.

const silent: Record<string, string> = {
  sendLetterAgain: 'what the letter tells was told before, to its addressee alone',
  setLetterAside: 'nothing happened to an employer or a participant',
  registerColleague: 'our own people are no news of an employer',
  changeColleague: 'our own people are no news of an employer',
  createTeam: 'our own people are no news of an employer',
  changeTeam: 'our own people are no news of an employer',
  createCalendarFeed: 'an address of the caller alone',
  revokeCalendarFeed: 'an address of the caller alone',
  changeTask: 'what is still to be done stays so; whoever holds it sees it at myTasks',
  takeTask: 'what is still to be done stays so; whoever holds it sees it at myTasks',
  saveServiceOrder: 'a concept is nobody’s news: the NUO does not know of it before it is offered',
  settleAgreements: 'an agreement of which the term had passed counted before; its news is told when it is written down',
  recordTimesheet: 'hours become news when their month is closed',
  correctTimesheet: 'hours become news when their month is closed',
  writeLearningNote: 'what uitvoering writes for itself is news to nobody',
  expireContactPlans: 'a reservation whose time had come counted as expired before',
  eraseContactPerson: 'that somebody asked to be forgotten is told to nobody',
  eraseParticipant: 'that somebody asked to be forgotten is told to nobody',
  runRetention: 'what was kept long enough goes, and nothing happened to an employer',
};

const [ann, bob, boss, coach] = ['nuo.accountmanager', 'wierden.accountmanager', 'nuo.coordinator', 'nuo.jobcoach'] as const;
const [regie, theirRegie] = ['almelo.klantregisseur', 'wierden.klantregisseur'];
const [a, b, c] = [idOf('employer', 0), idOf('employer', 1), idOf('employer', 2)];
const window = { from: '2026-08-10', until: '2026-08-14' };
const contact = { channel: 'VISIT', direction: 'OUTGOING', steering: 'AANBODGESTUURD', subject: 'Kennismaking', report: '' };
const planned = { employerId: a, purpose: 'VACANCY', channel: 'VISIT', steering: 'AANBODGESTUURD', window };
const vacancy = { title: 'Inpakker', occupation: 'Inpakker', places: 1 };
const place = { street: 'Dorpsstraat', houseNumber: '1', postcode: '7607AB', city: 'Almelo', municipality: '0141' };
const texts = { goal: 'Meer plaatsingen', agreements: '', opportunities: '' };
const onDay = '2026-08-20';

/* oxlint-disable typescript/no-explicit-any -- an answer of any command */
const sender = (nuo: TestNuo) => {
  const published = new Map<string, string[]>();
  let seen = 0;
  const send = async (user: string, name: string, input: object): Promise<any> => {
    const answer = await command(nuo, user, name, input);
    expect([name, answer.code, answer.paths]).toEqual([name, undefined, undefined]);
    const events = await nuo.db.read.em.find(OutboxEvent, { where: { entry: MoreThan(seen) }, order: { entry: 'ASC' } });
    seen = events.at(-1)?.entry ?? seen;
    published.set(name, [...(published.get(name) ?? []), ...events.map(({ type }) => type)]);
    const requests = await nuo.db.read.em.query<{ requestId: string; answer: string }[]>('SELECT requestId, answer FROM command_request');
    const number = ({ requestId }: { requestId: string }): number => Number(requestId.slice('request-'.length));
    return JSON.parse(requests.toSorted((one, other) => number(other) - number(one))[0]?.answer ?? '{}');
  };
  return { send, published };
};
type Send = ReturnType<typeof sender>['send'];

const employers = async (send: Send, nuo: TestNuo): Promise<void> => {
  const bakery = { legalName: 'Bakkerij Hoek', registrationReason: 'fictief', postcode: '7607AB' };
  await send(boss, 'registerEmployer', bakery);
  const { signalIds } = await send(boss, 'registerEmployer', { ...bakery, createAnyway: true });
  await send(boss, 'decideDuplicate', { signalId: signalIds[0], decision: 'NOT_DUPLICATE', expectedVersion: 1 });
  await send(boss, 'changeEmployer', { employerId: a, employees: 11, expectedVersion: 1 });
  const { branchId } = await send(boss, 'addBranch', { employerId: a, name: 'Bijkantoor', ...place });
  await send(boss, 'changeBranch', { branchId, name: 'Kantoor', expectedVersion: 1 });
  const { contactPersonId } = await send(boss, 'addContactPerson', { employerId: a, name: 'Jan Jansen' });
  await send(boss, 'changeContactPerson', { contactPersonId, jobTitle: 'Planner', expectedVersion: 1 });
  // Registering raised what there is; a scan finds what came before signals were.
  await nuo.db.write(({ em }) => em.createQueryBuilder().delete().from(DuplicateSignal).execute());
  await send(boss, 'scanDuplicates', {});
  const { mergeId } = await send(boss, 'mergeEmployers', { survivorId: b, vanishingId: c, survivorVersion: 1, vanishingVersion: 1 });
  await send(boss, 'undoMerge', { mergeId });
};

const contacts = async (send: Send): Promise<void> => {
  const { contactMomentId } = await send(ann, 'recordContactMoment', { employerId: c, occurredAt: '2026-08-01T09:00:00Z', ...contact });
  await send(ann, 'correctContactMoment', { contactMomentId, occurredAt: '2026-08-02T09:00:00Z', ...contact });
  const { contactPlanId } = await send(ann, 'planContact', planned);
  await send(bob, 'joinContactPlan', { contactPlanId });
  await send(bob, 'askContactPlanHandOver', { contactPlanId });
  await send(ann, 'rescheduleContactPlan', { contactPlanId, window, plannedAt: '2026-08-11T09:00:00Z', expectedVersion: 1 });
  const offer = { contactPlanId, name: 'Bob', ...refTo(bob) };
  await send(ann, 'offerContactPlanHandOver', { ...offer, expectedVersion: 2 });
  await send(bob, 'refuseContactPlanHandOver', { contactPlanId });
  await send(ann, 'offerContactPlanHandOver', { ...offer, expectedVersion: 4 });
  const taken = await send(bob, 'acceptContactPlanHandOver', { contactPlanId });
  const done = { contactPlanId: taken.contactPlanId, occurredAt: '2026-08-03T09:00:00Z', expectedVersion: 1 };
  await send(bob, 'carryOutContactPlan', { ...done, ...contact });
  const other = await send(bob, 'planContact', planned);
  await send(bob, 'cancelContactPlan', { contactPlanId: other.contactPlanId, expectedVersion: 1 });
};

const accounts = async (send: Send): Promise<void> => {
  const { accountId } = await send(boss, 'assignAccountOwner', { employerId: a, owner: refTo(ann) });
  await send(ann, 'changeAccount', { accountId, ...texts, team: [], expectedVersion: 1 });
  for (const [i, closed] of [true, false].entries()) await send(boss, 'closeAccount', { accountId, closed, expectedVersion: 2 + i });
  const offered = async () => ({ handOverId: (await send(ann, 'offerAccount', { accountId, to: refTo(bob) })).handOverId as string });
  await send(ann, 'withdrawHandOver', await offered());
  await send(bob, 'refuseHandOver', await offered());
  await send(bob, 'acceptHandOver', await offered());
  await send(boss, 'handOverEverything', { from: refTo(bob), to: refTo(ann), onDay });
};

const work = async (send: Send): Promise<void> => {
  const task = { employerId: a, title: 'Bel Jan', dueOn: onDay };
  for (const end of ['completeTask', 'cancelTask']) await send(ann, end, { taskId: (await send(ann, 'createTask', task)).taskId, expectedVersion: 1 });
  const { vacancyId } = await send(ann, 'registerVacancy', { employerId: a, ...vacancy });
  await send(ann, 'changeVacancy', { vacancyId, ...vacancy, title: 'Inpakster', expectedVersion: 1 });
  const candidateId = testId(9, 1, '0141');
  const { proposalId } = await send(ann, 'proposeCandidate', { vacancyId, candidateId });
  await send(ann, 'changeProposal', { proposalId, to: 'INTERVIEW', expectedVersion: 1 });
  await send(ann, 'changeProposal', { proposalId, to: 'PLACED', expectedVersion: 2 });
  const next = await send(ann, 'registerVacancy', { employerId: a, ...vacancy });
  await send(ann, 'changeVacancyStatus', { vacancyId: next.vacancyId, to: 'WITHDRAWN', expectedVersion: 1 });
  await send(coach, 'registerParticipant', { clientId: idOf('client', 99, '0141'), municipality: '0141' });
  await send(coach, 'correctParticipant', { participantId: idOf('participant', 1), name: 'Jansen', expectedVersion: 1 });
  await send(coach, 'endPlacement', { placementId: idOf('placement', 0), endedOn: '2026-08-01', result: 'CONTRACT', expectedVersion: 1 });
};

/** Each step of a placement, of a Wsw worker and of a client of whom an order is in progress. */
const placements = async (send: Send): Promise<void> => {
  const { participantId } = await send(coach, 'registerParticipant', { municipality: '0189', name: 'Wsw' });
  const facts = { employerId: b, kind: 'BEGELEID_WERKEN', startsOn: '2026-08-03', expectedEndOn: '2026-08-31', hoursPerWeek: 24 };
  const { placementId } = await send(coach, 'proposePlacement', { participantId, ...facts });
  const at = (expectedVersion: number) => ({ placementId, expectedVersion });
  await send(coach, 'planPlacement', { ...at(1), agreementReference: 'C-1' });
  await send(coach, 'startPlacement', at(2));
  await send(coach, 'interruptPlacement', { ...at(3), from: '2026-08-03', reason: 'SEASON' });
  await send(theirRegie, 'requestPlacementEnd', { ...at(4), reason: 'Jan verhuist', endsOn: onDay });
  await send(coach, 'declinePlacementEnd', { ...at(5), reason: 'Jan blijft' });
  await send(coach, 'correctPlacement', { ...at(6), reason: 'Jan werkt korter', hoursPerWeek: 16 });
  await send(coach, 'extendPlacement', { ...at(7), expectedEndOn: '2026-09-30' });
  const later = await send(coach, 'proposePlacement', { participantId, ...facts, startsOn: '2026-11-01', expectedEndOn: null });
  await send(coach, 'planPlacement', { placementId: later.placementId, expectedVersion: 1, agreementReference: 'C-2' });
  await send(coach, 'cancelPlacement', { placementId: later.placementId, expectedVersion: 2, reason: 'Jan wil niet' });
  await send(coach, 'resumePlacement', { ...at(8), from: '2026-08-03' });
  const client = idOf('client', 301, '0141');
  const { orderId } = await send(regie, 'placeServiceOrder', { goal: 'Werk', startsOn: '2026-08-10', service: 'MEDIATION', clientId: client });
  for (const [i, step] of ['accept', 'start'].entries()) await send(coach, `${step}ServiceOrder`, { orderId, expectedVersion: 1 + i });
  const known = await send(coach, 'registerParticipant', { clientId: client, municipality: '0141' });
  const wanted = { participantId: known.participantId, serviceOrderId: orderId, ...facts, kind: 'REGULAR' };
  for (const [step, more] of [
    ['agree', {}],
    ['reject', { reason: 'Te ver' }],
  ] as const) {
    const proposed = await send(coach, 'proposePlacement', wanted);
    await send(regie, `${step}Placement`, { placementId: proposed.placementId, expectedVersion: 1, ...more });
  }
};

/** What a letter tells, and no command. */
const byLetter = ['DoublePlacementFound', 'ParticipantRegieChanged'];

/** Orders; `cameAlong` makes one as a letter leaves it of a client who moved here. */
const ordersOf = async (send: Send, cameAlong: (orderId: string) => Promise<unknown>): Promise<void> => {
  const facts = { goal: 'Werk', startsOn: '2026-08-10' };
  let client = 200;
  /** An order of a next client as far as these steps, with what the last one is to be sent with. */
  const offered = async (...steps: string[]) => {
    client += 1;
    const { orderId } = await send(regie, 'placeServiceOrder', { ...facts, service: 'TRAINING', clientId: idOf('client', client, '0141') });
    for (const [i, step] of steps.entries()) await send(coach, `${step}ServiceOrder`, { orderId, expectedVersion: 1 + i });
    return { orderId, expectedVersion: 1 + steps.length };
  };
  const { orderId } = await send(regie, 'saveServiceOrder', { ...facts, service: 'MEDIATION', clientId: idOf('client', 0, '0141') });
  await send(regie, 'placeServiceOrder', { ...facts, service: 'MEDIATION', orderId, expectedVersion: 1 });
  await send(coach, 'refuseServiceOrder', { ...(await offered()), reason: 'Jan past niet' });
  await send(regie, 'withdrawServiceOrder', { ...(await offered()), reason: 'Toch niet' });
  await send(regie, 'endServiceOrder', { ...(await offered('accept')), reason: 'Verhuisd', endsOn: onDay });
  await send(coach, 'handBackServiceOrder', { ...(await offered('accept', 'start')), reason: 'Lukt niet', advice: 'Cursus' });
  const done = await offered('accept', 'start');
  await send(coach, 'completeServiceOrder', { ...done, result: 'Werk' });
  await send(regie, 'evaluateServiceOrder', { orderId: done.orderId, expectedVersion: 4, evaluation: 'Goed' });
  const moved = await offered('accept');
  await cameAlong(moved.orderId);
  await send(regie, 'continueServiceOrder', { orderId: moved.orderId });
  const { participantId } = await send(coach, 'registerParticipant', { municipality: '0189', name: 'Wsw' });
  const { responsibilityId } = await send(coach, 'assignResponsible', { participantId, role: 'JOBCOACH', colleague: refTo(coach) });
  await send(coach, 'planStandIn', { responsibilityId, colleague: refTo(boss), from: onDay, until: onDay });
  await send(coach, 'endResponsibility', { responsibilityId, endsOn: onDay });
  await send(coach, 'exitParticipant', { participantId, expectedVersion: 1, reason: 'Verhuisd' });
};

const lending = async (send: Send, nuo: TestNuo): Promise<void> => {
  const agreed = { employerId: a, kind: 'GROUP', title: 'Inpakken', startsOn: '2026-08-01', noticeMonths: 0, centsPerHour: 1000 };
  const { secondmentId } = await send(boss, 'drawUpSecondment', agreed);
  const { employerId: _, centsPerHour: __, ...facts } = agreed;
  const [rate] = await nuo.db.read.em.findBy(SecondmentRate, { secondmentId });
  let version = 0;
  const step = (name: string, more: object = {}, user: string = boss) => send(user, name, { secondmentId, expectedVersion: (version += 1), ...more });
  await step('changeSecondment', facts);
  await nuo.db.write(({ em }) => em.update(SecondmentRate, { id: rate?.id as string }, { recordedById: 'somebody else' }));
  await step('approveSecondmentRate', { rateId: rate?.id, reason: 'Geen ander' });
  await step('recordSecondmentRate', { validFrom: '2026-08-01', centsPerHour: 1500 });
  await step('signSecondment', { signedOn: '2026-08-01' });
  const lent = { secondmentId: null, startsOn: '2026-08-01', employerAliasId: a };
  await lend(nuo.db, { placements: [3, 4, 5].map((n) => lentPlacement(n, lent)) });
  for (const n of [3, 4, 5]) await step('addSecondmentMember', { placementId: testId(60, n) });
  await step('startSecondment');
  await step('removeSecondmentMember', { placementId: testId(60, 5) });
  await send(boss, 'indexSecondments', { from: '2026-08-15' });
  version += 1;
  await step('giveSecondmentNotice', { noticeOn: '2026-08-03', by: 'NUO' });
  const hours = { workedHours: 8, billableHours: 8, directCostCents: 0 };
  const keeper = 'nuo.werkleider';
  const { timesheetId } = await send(keeper, 'recordTimesheet', { placementId: testId(60, 3), month: '2026-08', ...hours });
  await send(keeper, 'correctTimesheet', { timesheetId, ...hours, workedHours: 7 });
  await nuo.db.write(({ em }) => em.update(Timesheet, { placementId: testId(60, 3) }, { month: '2026-07' }));
  await send(boss, 'closeMonth', { month: '2026-07', acceptGaps: true, reason: 'Proef' });
  await nuo.db.write(({ em }) => em.update(Placement, { id: testId(60, 4) }, { startsOn: '2026-07-01' }));
  await send(keeper, 'correctClosedMonth', { placementId: testId(60, 4), concernsMonth: '2026-07', ...hours, revenueCents: 1, reason: 'Vergeten' });
  await step('endSecondment', { endedOn: '2026-08-03', reason: 'Klaar', mutualConsent: true });
};

const learning = async (send: Send): Promise<void> => {
  const line = { goal: 'Leren inpakken', startsOn: '2026-08-01' };
  const { learningLineId } = await send(coach, 'startLearningLine', { participantId: idOf('participant', 2), ...line });
  await send(coach, 'changeLearningLine', { learningLineId, goal: 'Leren', expectedVersion: 1 });
  const facts = { module: 'Orders', workKind: 'Magazijn', goal: 'Zelf' };
  const { stepId } = await send(coach, 'planLearningStep', { learningLineId, ...facts });
  await send(coach, 'changeLearningStep', { stepId, ...facts, expectedVersion: 1 });
  await send(coach, 'startLearningStep', { stepId, on: '2026-08-01', expectedVersion: 2 });
  await send(coach, 'achieveLearningStep', { stepId, on: '2026-08-02', expectedVersion: 3 });
  await send(coach, 'recordPracticeCertificate', { stepId, number: 'PV', issuedOn: '2026-08-02', issuer: 'Leerbedrijf', expectedVersion: 4 });
  const other = await send(coach, 'planLearningStep', { learningLineId, ...facts });
  await send(coach, 'stopLearningStep', { stepId: other.stepId, on: '2026-08-02', reason: 'Ander werk', expectedVersion: 1 });
  await send(coach, 'writeLearningNote', { learningLineId, text: 'Gaat goed' });
  await send(coach, 'endLearningLine', { learningLineId, endedOn: '2026-08-03', reason: 'Klaar', expectedVersion: 2 });
};

const steering = async (send: Send): Promise<void> => {
  const terms = { target: 0, direction: 'HIGHER', amberBeyond: 1, redBeyond: 2, source: 'BUDGET' };
  const regieOfficer = 'wierden.kwaliteitsmedewerker';
  const wanted = { year: 2025, municipality: '0189', indicator: 'EXPLOITATIERESULTAAT', terms };
  const { agreementId } = await send(boss, 'proposePerformanceAgreement', wanted);
  await send(boss, 'changePerformanceAgreement', { agreementId, expectedVersion: 1, terms });
  await send(regieOfficer, 'withdrawPerformanceAgreement', { agreementId, number: 2 });
  await send(boss, 'changePerformanceAgreement', { agreementId, expectedVersion: 3, terms });
  for (const user of [boss, regieOfficer]) await send(user, 'acceptPerformanceAgreement', { agreementId, number: 3 });
  await send(boss, 'adjustPerformanceAgreement', { agreementId, expectedVersion: 6, terms, reason: 'Anders' });
  await send(regieOfficer, 'withdrawAgreementAdjustment', { agreementId, number: 4 });
  await send(boss, 'adjustPerformanceAgreement', { agreementId, expectedVersion: 8, terms, reason: 'Anders' });
  await send(regieOfficer, 'acceptAgreementAdjustment', { agreementId, number: 5 });
  await send(boss, 'acceptAgreementAdjustment', { agreementId, number: 5 });
  await send(boss, 'recordManualValue', { agreementId, expectedVersion: 11, measuredOn: '2025-12-31', value: 1, reason: 'Jaarcijfers' });
  const made = { measuredOn: '2025-12-31', knownAt: '2026-02-01T09:00:00Z', missingSources: [], lines: 1, document: '{}', reporterDocument: '{}' };
  const { reportId } = await send(boss, 'storeQuarterReport', { municipality: '0189', year: 2025, quarter: 4, acceptMissing: false, replace: false, made });
  await send(regieOfficer, 'settlePerformanceAgreement', { agreementId, expectedVersion: 12, reportId });
};

describe.each(dialects)('on %s', (dialect) => {
  it('every command tells what it did, in ids, or says why it tells nothing', { timeout: 180_000 }, async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(3), colleagues: people(ann, bob, boss) });
    await nuo.db.write(({ em }) => em.update(Participant, { id: idOf('participant', 1) }, { clientId: null, name: 'Wsw' }));
    const { send, published } = sender(nuo);
    const orders = (): Promise<void> =>
      ordersOf(send, (orderId) =>
        nuo.db.write(async ({ em }) => {
          const { participantId } = await em.findOneByOrFail(ServiceOrder, { id: orderId });
          const came = { id: testId(9, 2), transferId: testId(9, 3, '0189'), orderId, participantId, municipality: '0141', fromMunicipality: '0189' };
          await em.insert(TransferredOrder, { ...came, decidedAt: null, decision: null, decidedById: null });
        }),
      );
    await employers(send, nuo);
    for (const part of [contacts, accounts, work, orders, placements, learning, shelteredStory, steering]) await part(send);
    await lending(send, nuo);
    const told = [...published].filter(([, types]) => types.length > 0).map(([name]) => name);
    const names = commandsOf().map(({ name }) => name);
    expect([...told, ...Object.keys(silent)].toSorted()).toEqual(names.toSorted());
    expect(new Set([...[...published.values()].flat(), ...byLetter])).toEqual(new Set(Object.keys(eventCatalogue)));
    const stored = JSON.stringify(await nuo.db.read.em.find(OutboxEvent));
    expect(stored).not.toMatch(/Jan|Bel|Hoek|Inpak|Bedrijf|"(0141|1700|0183|0189):/);
  });

  it('a change of a vacancy by a proposal, and a merge, lead to their records', async () => {
    const nuo = await nuoForTest(dialect, { ...testDemo(3), colleagues: people(ann, bob, boss) });
    const { send } = sender(nuo);
    await contacts(send);
    await work(send);
    await employers(send, nuo);
    await placeEvents(nuo.db);
    const document = `{ activity(first: 200) { nodes { type employer { id } contactPlan { purpose } contactMoment { subject } vacancy { title } task { title } merge { vanished { id } } } } }`;
    const items = async (user: string) => (await nuo.ask(user, document)).data.activity.nodes as { type: string }[];
    const of = (all: { type: string }[], type: string): unknown => all.find((item) => item.type === type);
    const seen = await items(boss);
    expect(of(seen, 'ContactPlanCarriedOut')).toMatchObject({
      employer: { id: a },
      contactPlan: { purpose: 'VACANCY' },
      contactMoment: { subject: 'Kennismaking' },
    });
    expect(of(seen, 'ProposalChanged')).toMatchObject({ employer: { id: a }, vacancy: { title: 'Inpakster' } });
    expect(of(seen, 'TaskCompleted')).toMatchObject({ task: { title: 'Bel Jan' } });
    expect(of(seen, 'EmployersMerged')).toMatchObject({ merge: { vanished: { id: c } } });
    const others = await items(bob);
    expect(of(others, 'EmployersMerged')).toMatchObject({ employer: { id: b }, merge: null });
    expect(of(others, 'DuplicateSignalRaised')).toBeUndefined();
    expect(of(seen, 'DuplicateSignalRaised')).toBeDefined();
  });
});
