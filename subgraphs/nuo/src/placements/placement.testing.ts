import type { Clock, Dialect } from '@werkplein/kernel';
import { coach, insertOrders, insertPeople, orderRow, participantRow } from '../orders/service-order.testing.ts';
import type { ServiceOrder } from '../orders/service-order.entity.ts';
import { noCommissioner } from '../participants/commissioner.rules.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { command } from '../testing/colleagues.ts';
import { idOf, nuoForTest, testDemo, testId, type TestNuo } from '../testing/index.ts';

export { coach, coordinator, ofUwv, orderRow, otherRegie, participantRow, regie } from '../orders/service-order.testing.ts';

const placement = `placement { id status version startsOn expectedEndOn endedOn hoursPerWeek details { agreement agreedOn decisionIds termEndsOn silence { agrees on } endRequestedFor result closedOn agreementReference } }`;
const refusals = `... on StepRefused { step from allowedFrom allowedSteps by text } ... on PlacementVersionConflict { currentVersion } `;
const rules = `... on PlacementOverlaps { rule firstDay placement { id } } ... on PersonPlacedElsewhere { rule ask } ... on PlacementRuleBroken { rule text nearestDay } ... on NuoParameterMissing { code day }`;
const shown = (name: string): string => {
  if (name === 'settleAgreements') return 'count';
  const done = { proposePlacement: 'PlacementProposed', endPlacement: 'PlacementEnded' }[name] ?? 'PlacementChanged';
  return `... on ${done} { ${placement} } ${name === 'proposePlacement' ? '' : refusals} ${rules}`;
};

/** Sends one command of placements and gives its answer with what it shows. */
export const placing = (nuo: TestNuo, user: string, name: string, input: object) => command(nuo, user, name, input, shown(name));

export const employer = idOf('employer', 0);
export const facts = { kind: 'REGULAR', employerId: employer, startsOn: '2026-08-10', hoursPerWeek: 20 };
export const decisionId = testId(50, 1, '0141');

/** What each step asks beside the placement and its version. */
export const stepInput: Record<string, object> = {
  agree: {},
  reject: { reason: 'Past niet' },
  plan: { agreementReference: 'C-1' },
  start: {},
  cancel: { reason: 'Toch niet' },
  interrupt: { from: '2026-08-03', reason: 'SEASON' },
  resume: { from: '2026-08-03' },
  extend: { expectedEndOn: '2027-08-01' },
  requestEnd: { reason: 'Verhuisd', endsOn: '2026-08-31' },
  declineEnd: { reason: 'De baan loopt goed' },
  end: { endedOn: '2026-08-02', result: 'CONTRACT' },
  correct: { reason: 'Verkeerd overgenomen', hoursPerWeek: 16 },
};
const commands: Record<string, string> = { requestEnd: 'requestPlacementEnd', declineEnd: 'declinePlacementEnd' };
export const commandOf = (step: string): string => commands[step] ?? `${step}Placement`;

export const take = (nuo: TestNuo, user: string, step: string, placementId: string, expectedVersion: number, more: object = {}) =>
  placing(nuo, user, commandOf(step), { placementId, expectedVersion, ...stepInput[step], ...more });

export const propose = (nuo: TestNuo, person: Participant, order: ServiceOrder | null, more: object = {}) =>
  placing(nuo, coach, 'proposePlacement', { participantId: person.id, ...(order && { serviceOrderId: order.id }), ...facts, ...more });

export interface World {
  nuo: TestNuo;
  person: Participant;
  order: ServiceOrder;
  /** A Wsw worker of the same municipality. */
  worker: Participant;
  /** Another municipality's client, with an order. */
  other: Participant;
  otherOrder: ServiceOrder;
}

export const wsw = (n: number): Participant => participantRow(n, { ...noCommissioner, clientId: null, name: `Wsw ${n}` });

/** Two employers without placements, a client of Almelo and one of Wierden each with an order in progress, and a Wsw worker of Almelo. */
export const worldFor = async (dialect: Dialect, clock?: Clock): Promise<World> => {
  const nuo = await nuoForTest(dialect, { ...testDemo(2), participants: [], placements: [] }, undefined, clock);
  const [person, worker, other] = [participantRow(1), wsw(2), participantRow(3, { municipality: '0189' })];
  const [order, otherOrder] = [orderRow(1, person, { status: 'IN_PROGRESS' }), orderRow(3, other, { status: 'IN_PROGRESS' })];
  await nuo.db.write((tx) => insertPeople(tx, person, worker, other));
  await insertOrders(nuo, order, otherOrder);
  return { nuo, person, worker, other, order, otherOrder };
};

/** Proposes and agrees, by whoever is to agree; gives the id and version. */
export const agreed = async (world: World, more: object = {}): Promise<{ id: string; version: number }> => {
  const { placement: row } = await propose(world.nuo, world.person, world.order, more);
  const answer = await take(world.nuo, 'almelo.klantregisseur', 'agree', row.id, row.version, { decisionIds: [decisionId] });
  return answer.placement;
};

export const planned = async (world: World, more: object = {}): Promise<{ id: string; version: number }> => {
  const { id, version } = await agreed(world, more);
  return (await take(world.nuo, coach, 'plan', id, version)).placement;
};

/** Of a Wsw worker: nobody has to agree. */
export const plannedWorker = async ({ nuo, worker }: World, more: object = {}): Promise<{ id: string; version: number }> => {
  const { placement: row } = await propose(nuo, worker, null, more);
  return (await take(nuo, coach, 'plan', row.id, row.version)).placement;
};
