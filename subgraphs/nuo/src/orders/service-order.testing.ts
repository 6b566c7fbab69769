import type { WriteTx } from '@werkplein/kernel';
import { demoKnowing } from '../demo-knowing.ts';
import { noCommissioner, UWV } from '../participants/commissioner.rules.ts';
import { Participant } from '../participants/participant.entity.ts';
import { newPersons } from '../persons/person.store.ts';
import { command } from '../testing/colleagues.ts';
import { testId, type TestNuo } from '../testing/index.ts';
import { stateOrders } from './service-order.facts.ts';
import { ServiceOrder } from './service-order.entity.ts';
import { isActiveOrder } from './service-order.rules.ts';

export const regie = 'almelo.klantregisseur';
export const otherRegie = 'wierden.klantregisseur';
export const coach = 'nuo.jobcoach';
export const coordinator = 'nuo.coordinator';
export const UWV_OIN = '00000099000000001000';

const show = `... on ServiceOrderPlaced { serviceOrder { id status version respondBy } } ... on ServiceOrderSaved { serviceOrder { id status version respondBy goal } }
  ... on ServiceOrderChanged { serviceOrder { id status version endsOn result reason advice evaluation } } ... on ServiceOrderEnded { calledOffIds serviceOrder { id status version noticeOn endsOn } }
  ... on ServiceOrderActive { serviceOrder { id } } ... on ServiceOrderVersionConflict { currentVersion } ... on ServiceOrderWorkOpen { openIds }
  ... on StepRefused { step from allowedFrom allowedSteps by text } ... on NuoParameterMissing { code day }`;
const fieldsOf = (name: string): string => {
  const shown: Record<string, string[]> = {
    saveServiceOrder: ['Saved', 'StepRefused', 'VersionConflict', 'NuoParameterMissing'],
    placeServiceOrder: ['Placed', 'Active', 'StepRefused', 'VersionConflict', 'NuoParameterMissing'],
    endServiceOrder: ['Ended', 'StepRefused', 'VersionConflict'],
    handBackServiceOrder: ['Changed', 'WorkOpen', 'StepRefused', 'VersionConflict'],
    completeServiceOrder: ['Changed', 'WorkOpen', 'StepRefused', 'VersionConflict'],
  };
  const kinds = shown[name] ?? ['Changed', 'StepRefused', 'VersionConflict'];
  return show
    .split('... on ')
    .filter((part) => kinds.some((kind) => part.startsWith(`ServiceOrder${kind} `) || part.startsWith(`${kind} `)))
    .map((part) => `... on ${part}`)
    .join(' ');
};

/** Sends one command of service orders and gives its answer with what it shows. */
export const order = (nuo: TestNuo, user: string, name: string, input: object) => command(nuo, user, name, input, fieldsOf(name));

export const facts = { service: 'MEDIATION', goal: 'Werk bij een werkgever in de buurt', startsOn: '2026-08-10' };
/** What each step asks beside the order and its version. */
export const stepInput: Record<string, object> = {
  refuse: { reason: 'Geen plek' },
  withdraw: { reason: 'Toch niet', reference: 'B-1' },
  handBack: { reason: 'Lukt niet', advice: 'Eerst een training' },
  complete: { result: 'Baan van 24 uur' },
  end: { reason: 'Verhuisd', endsOn: '2026-08-31', reference: 'B-2' },
  evaluate: { evaluation: 'Goed gegaan', reference: 'B-3' },
};
export const commandOf = (step: string): string => `${step}ServiceOrder`;

export const take = (nuo: TestNuo, user: string, step: string, orderId: string, expectedVersion: number, more: object = {}) =>
  order(nuo, user, commandOf(step), { orderId, expectedVersion, ...stepInput[step], ...more });

export const place = (nuo: TestNuo, user: string, more: object) => order(nuo, user, 'placeServiceOrder', { ...facts, ...more });

/** Participant `n` of kind 40, of a third party or of a municipality. */
export const participantRow = (n: number, more: Partial<Participant> = {}): Participant => ({
  ...noCommissioner,
  id: testId(40, n),
  personId: testId(40, n),
  clientId: testId(7, 1000 + n, more.municipality ?? '0141'),
  municipality: '0141',
  name: null,
  registeredOn: '2026-01-01',
  version: 1,
  sourceSystem: null,
  sourceKey: null,
  ...more,
});
export const ofUwv = (n: number): Participant =>
  participantRow(n, { clientId: null, municipality: UWV, commissionerKind: 'UWV', commissionerCode: UWV_OIN, commissionerReference: `UWV-${n}` });

export const orderRow = (n: number, person: Participant, more: Partial<ServiceOrder> = {}): ServiceOrder => {
  const status = more.status ?? 'OFFERED';
  return {
    id: testId(41, n),
    participantId: person.id,
    clientId: person.clientId,
    municipality: person.municipality,
    commissionerKind: person.commissionerKind ?? 'MUNICIPALITY',
    commissionerCode: person.commissionerCode ?? person.municipality,
    disclosureId: null,
    service: 'MEDIATION',
    goal: 'Werk',
    budgetCents: null,
    startsOn: '2026-08-01',
    respondBy: '2026-08-10',
    offeredOn: status === 'CONCEPT' ? null : '2026-07-27',
    noticeOn: null,
    endsOn: isActiveOrder(status) || status === 'CONCEPT' ? null : '2026-08-02',
    status,
    result: null,
    reason: null,
    advice: null,
    evaluation: null,
    activeFor: isActiveOrder(status) ? person.id : null,
    version: 1,
    ...more,
  };
};

/** Rows of tests: persons with their participants, and orders. */
export const insertPeople = async (tx: WriteTx, ...people: Participant[]): Promise<void> => {
  await newPersons(
    tx,
    people.map(({ id }) => id),
  );
  for (const person of people) await tx.em.insert(Participant, person);
};
export const insertOrders = (nuo: TestNuo, ...orders: ServiceOrder[]): Promise<unknown> =>
  nuo.db.write(async (tx) => {
    await tx.em.insert(ServiceOrder, orders);
    await stateOrders(tx, demoKnowing, orders);
  });
