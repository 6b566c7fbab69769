import { municipalities, NUO } from '@werkplein/kernel';
import { demoClient, demoClientId } from './clients.ts';
import { addDays, TODAY } from './days.ts';
import { carrierOf, type Carrier, demoEmployee } from './employees.ts';
import { demoId, derivedId } from './ids.ts';
import { fullName, personName } from './names.ts';
import { isOrdered, ORDERED_EVERY } from './placed-clients.ts';
import { demoOrderId, demoPlaced } from './placements.ts';
import { type Random, randomOf } from './random.ts';
import { demoSizes } from './sizes.ts';
import type { DemoPlacement } from './placement.types.ts';
import type { DemoOrderStep, DemoParticipant, DemoServiceOrder } from './types.ts';

type Status = DemoServiceOrder['status'];
const statuses: readonly Status[] = ['OFFERED', 'IN_PROGRESS', 'HANDED_BACK', 'ACCEPTED', 'CONCEPT', 'COMPLETED', 'REFUSED', 'EVALUATED', 'ENDED', 'WITHDRAWN'];
/** The steps that lead to each state. */
const paths: Readonly<Record<Status, readonly string[]>> = {
  CONCEPT: ['save'],
  OFFERED: ['offer'],
  ACCEPTED: ['offer', 'accept'],
  REFUSED: ['offer', 'refuse'],
  WITHDRAWN: ['offer', 'withdraw'],
  IN_PROGRESS: ['offer', 'accept', 'start'],
  HANDED_BACK: ['offer', 'accept', 'start', 'handBack'],
  COMPLETED: ['offer', 'accept', 'start', 'complete'],
  ENDED: ['offer', 'accept', 'end'],
  EVALUATED: ['offer', 'accept', 'start', 'complete', 'evaluate'],
};
const leadsTo: Readonly<Record<string, Status>> = {
  save: 'CONCEPT',
  offer: 'OFFERED',
  accept: 'ACCEPTED',
  refuse: 'REFUSED',
  withdraw: 'WITHDRAWN',
  start: 'IN_PROGRESS',
  handBack: 'HANDED_BACK',
  complete: 'COMPLETED',
  end: 'ENDED',
  evaluate: 'EVALUATED',
};
const byUitvoering: ReadonlySet<string> = new Set(['accept', 'refuse', 'start', 'handBack', 'complete']);
const texts: Readonly<Record<string, readonly string[]>> = {
  refuse: ['Geen plek in de gevraagde periode.', 'De vraag past niet bij de dienst.'],
  withdraw: ['De cliënt heeft zelf werk gevonden.', 'Het plan van aanpak is gewijzigd.'],
  handBack: ['Door omstandigheden thuis lukt werken nu niet.', 'Meer begeleiding nodig dan gevraagd.'],
  complete: ['Geplaatst bij een werkgever in de regio.', 'De training is afgerond.'],
  end: ['De cliënt verhuist.', 'De cliënt wil een ander traject.'],
  evaluate: ['Goed verlopen; de afspraken zijn nagekomen.', 'Volgende keer eerder samen om tafel.'],
};
const goals: Readonly<Record<DemoServiceOrder['service'], string>> = {
  DIAGNOSIS: 'In beeld brengen wat iemand kan en wil',
  LEARNING_LINE: 'Werkritme en vakvaardigheden opbouwen in de leerwerklijn',
  SHELTERED_PLACEMENT: 'Een beschutte werkplek die past',
  MEDIATION: 'Werk bij een gewone werkgever',
  SECONDMENT: 'Een detachering van ten minste een half jaar',
  JOB_COACHING: 'Begeleiding op de werkplek',
  TRAINING: 'Sollicitatietraining en een praktijkverklaring',
  TRIAL_PLACEMENT: 'Een proefplaatsing met uitzicht op een contract',
};
const services = ['DIAGNOSIS', 'LEARNING_LINE', 'MEDIATION', 'TRAINING', 'JOB_COACHING'] as const;
const serviceOfKind: Partial<Record<DemoPlacement['kind'], DemoServiceOrder['service']>> = {
  SHELTERED_INTERNAL: 'SHELTERED_PLACEMENT',
  SECONDMENT_INDIVIDUAL: 'SECONDMENT',
  PROEFPLAATSING: 'TRIAL_PLACEMENT',
};

const UWV_OIN = '00000099000000001000';
const DINKELLAND = '1774';
type Ordered = Omit<DemoParticipant, 'index' | 'registeredOn' | 'name'>;

const commissionerOf = ({ municipality, commissionerKind, commissionerCode }: Ordered) => ({
  commissionerKind: commissionerKind ?? ('MUNICIPALITY' as const),
  commissionerCode: commissionerCode ?? municipality,
});

/** Of a third party the coordinator records what its letter says. */
const actorOf = (person: Ordered, step: string, carrier: Carrier): Pick<DemoOrderStep, 'by' | 'organisation' | 'reference'> => {
  if (byUitvoering.has(step)) return { by: { id: carrier.id, organisation: NUO }, organisation: NUO, reference: null };
  if (person.commissionerKind)
    return {
      by: { id: 'demo-nuo-coordinator', organisation: NUO },
      organisation: person.commissionerCode as string,
      reference: `${person.commissionerReference}/${step}`,
    };
  const { id } = demoEmployee(person.municipality, 'klantregisseur', 0);
  return { by: { id, organisation: person.municipality }, organisation: person.municipality, reference: null };
};

interface Wanted {
  id: string;
  person: Ordered;
  service: DemoServiceOrder['service'];
  status: Status;
  /** Day of the first step. */
  from: string;
  /** Last day of one that has closed. */
  until: string | null;
  random: Random;
}

const demoOrder = ({ id, person, service, status, from, until, random }: Wanted): DemoServiceOrder => {
  const path = paths[status];
  const carrier = carrierOf('trajectbegeleider', random.int(0, 5));
  const closing = path.findIndex((step) => ['refuse', 'withdraw', 'handBack', 'complete', 'end'].includes(step));
  const said = Object.fromEntries(path.map((step) => [step, random.pick(texts[step] ?? [''])]));
  const dayOfStep = (i: number): string => (closing >= 0 && i >= closing ? addDays(until as string, i - closing) : addDays(from, 2 * i));
  const steps = path.map(
    (step, i): DemoOrderStep => ({
      id: derivedId(id, `step ${i}`),
      version: i + 1,
      step,
      fromStatus: step === 'save' ? null : step === 'offer' ? 'CONCEPT' : (leadsTo[path[i - 1] as string] as Status),
      toStatus: leadsTo[step] as Status,
      at: `${step === 'end' ? addDays(until as string, -30) : dayOfStep(i)}T09:00:00.000Z`,
      ...actorOf(person, step, carrier),
      text: said[step] || null,
    }),
  );
  const { clientId, municipality } = person;
  return {
    id,
    participantId: person.id,
    clientId,
    municipality,
    ...commissionerOf(person),
    service,
    goal: goals[service],
    budgetCents: random.chance(0.4) ? random.int(5, 60) * 10_000 : null,
    startsOn: addDays(from, 7),
    respondBy: addDays(from, 7),
    offeredOn: status === 'CONCEPT' ? null : from,
    noticeOn: status === 'ENDED' ? addDays(until as string, -30) : null,
    endsOn: closing < 0 ? null : until,
    status,
    result: said['complete'] ?? null,
    reason: said['refuse'] ?? said['withdraw'] ?? said['handBack'] ?? said['end'] ?? null,
    advice: status === 'HANDED_BACK' ? 'Eerst met de cliënt bespreken wat nu wel kan.' : null,
    evaluation: said['evaluate'] ?? null,
    steps,
  };
};

/** Number of the state in the row of states: every state comes by, whatever the scale. */
const anyOrder = (id: string, person: Ordered, number: number, random: Random, today: string, given?: Status): DemoServiceOrder => {
  const status: Status = given ?? (statuses[number % statuses.length] as Status);
  const open = status === 'CONCEPT' || status === 'OFFERED';
  // One in two of those that wait is past its last day; each came on another.
  const came = Math.floor(number / statuses.length) % 6;
  const from = open ? addDays(today, number % 4 < 2 ? -8 - came : -came) : addDays(TODAY, -random.int(60, 300));
  return demoOrder({
    id,
    person,
    service: services[number % services.length] as DemoServiceOrder['service'],
    status,
    from,
    until: addDays(TODAY, -random.int(1, 20)),
    random,
  });
};

const none = { commissionerKind: null, commissionerCode: null, commissionerReference: null };

interface OrderedPerson {
  person: DemoParticipant;
  order: DemoServiceOrder;
}

/** Clients in a programme who are not placed: for some of them something was ordered. */
function* orderedClients(scale: number, today: string): Generator<OrderedPerson> {
  for (const [home, { code: municipality }] of municipalities.entries()) {
    const count = demoSizes(scale).clients[municipality] ?? 0;
    let number = 3 * home;
    for (let index = 1; index < count; index += ORDERED_EVERY) {
      if (!isOrdered(index, demoClient(municipality, index).status)) continue;
      const random = randomOf(`ordered ${municipality}`, index);
      const clientId = demoClientId(municipality, index);
      const person = { id: demoId(NUO, `ordered participant ${municipality}`, index), clientId, municipality, ...none };
      const order = anyOrder(demoId(NUO, `order ${municipality}`, index), person, number, random, today);
      number += 1;
      yield { person: { ...person, index, name: null, registeredOn: order.offeredOn ?? order.respondBy }, order };
    }
  }
}

const BEGUN = 3;
/** The first few of each municipality who are placeable and have work since some days: regie has not confirmed it yet. */
function* begunClients(scale: number, today: string): Generator<OrderedPerson> {
  for (const { code: municipality } of municipalities) {
    const count = demoSizes(scale).clients[municipality] ?? 0;
    let number = 0;
    for (let index = 2; index < count && number < BEGUN; index += ORDERED_EVERY) {
      if (demoClient(municipality, index).status !== 'PLACEABLE') continue;
      const random = randomOf(`begun ${municipality}`, index);
      const person = { id: demoId(NUO, `begun participant ${municipality}`, index), clientId: demoClientId(municipality, index), municipality, ...none };
      const order = anyOrder(demoId(NUO, `begun order ${municipality}`, index), person, number, random, today, 'IN_PROGRESS');
      number += 1;
      yield { person: { ...person, index, name: null, registeredOn: order.offeredOn ?? order.respondBy }, order };
    }
  }
}

const thirdParties = (scale: number) =>
  [
    { kind: 'UWV', code: UWV_OIN, municipality: 'uwv', count: Math.max(4, Math.ceil(40 * scale)) },
    { kind: 'OTHER_MUNICIPALITY', code: DINKELLAND, municipality: DINKELLAND, count: Math.max(3, Math.ceil(15 * scale)) },
  ] as const;

function* orderedElsewhere(scale: number, today: string): Generator<OrderedPerson> {
  for (const { kind, code, municipality, count } of thirdParties(scale))
    for (let index = 0; index < count; index += 1) {
      const random = randomOf(`third ${code}`, index);
      const reference = `${kind === 'UWV' ? 'UWV' : 'DKL'}-2026-${String(index).padStart(4, '0')}`;
      const commissioner = { commissionerKind: kind, commissionerCode: code, commissionerReference: reference };
      const person = { id: demoId(NUO, `third participant ${code}`, index), clientId: null, municipality, ...commissioner };
      const order = anyOrder(demoId(NUO, `third order ${code}`, index), person, index, random, today);
      yield { person: { ...person, index, name: fullName(personName(random)), registeredOn: order.offeredOn ?? order.respondBy }, order };
    }
}

/** The order under which client placement `placement` is done. */
const orderOfPlacement = (placement: DemoPlacement, registeredOn: string): DemoServiceOrder => {
  const random = randomOf(`order of ${placement.id}`, 0);
  const closed = placement.endedOn !== null;
  return demoOrder({
    id: demoOrderId(placement.id),
    person: { id: placement.participantId, clientId: placement.clientId, municipality: placement.municipality, ...none },
    service: serviceOfKind[placement.kind] ?? 'MEDIATION',
    status: closed ? (random.chance(0.5) ? 'EVALUATED' : 'COMPLETED') : 'IN_PROGRESS',
    from: registeredOn,
    until: placement.endedOn,
    random,
  });
};

/** Participants without a placement for whom something was ordered: clients, and persons of UWV and Dinkelland. What waits, waits on `today`. */
export function* demoOrderedParticipants(scale: number, today: string = TODAY): Generator<DemoParticipant> {
  for (const { person } of orderedClients(scale, today)) yield person;
  for (const { person } of begunClients(scale, today)) yield person;
  for (const { person } of orderedElsewhere(scale, today)) yield person;
}

/** Orders for people who are not placed, in every state. */
export function* demoUnplacedOrders(scale: number, today: string): Generator<DemoServiceOrder> {
  for (const { order } of orderedClients(scale, today)) yield order;
  for (const { order } of begunClients(scale, today)) yield order;
  for (const { order } of orderedElsewhere(scale, today)) yield order;
}

/** Of each placed client the order under which they were, and orders in every state for others. What waits, waits on `today`. */
export function* demoServiceOrders(scale: number, today: string = TODAY): Generator<DemoServiceOrder> {
  for (const { participant, placement } of demoPlaced(scale, today))
    if (placement.clientId !== null) yield orderOfPlacement(placement, participant.registeredOn);
  yield* demoUnplacedOrders(scale, today);
}

/** Ids of the orders under which work has begun that regie is to confirm. */
export const demoBegunOrders = (scale: number): ReadonlySet<string> => new Set([...begunClients(scale, TODAY)].map(({ order }) => order.id));
