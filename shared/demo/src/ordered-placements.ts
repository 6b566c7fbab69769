import { NUO } from '@werkplein/kernel';
import { addDays, dayNumber, TODAY, workingDay } from './days.ts';
import { carrierOf, demoEmployee } from './employees.ts';
import { activeEmployer, branchCount, demoBranchId, demoEmployerId } from './employers.ts';
import { derivedId } from './ids.ts';
import { randomOf } from './random.ts';
import { demoBegunOrders, demoUnplacedOrders } from './service-orders.ts';
import { demoSizes } from './sizes.ts';
import type { DemoPlacement, DemoPlacementStep } from './placement.types.ts';
import type { DemoServiceOrder } from './types.ts';

type Status = DemoPlacement['status'];

interface Life {
  kind: DemoPlacement['kind'];
  path: readonly [step: string, to: Status][];
}
/** Of who is placeable: it runs since some days, and regie has not confirmed it yet. */
const started: Life = {
  kind: 'REGULAR',
  path: [
    ['propose', 'PROPOSED'],
    ['agree', 'AGREED'],
    ['plan', 'PLANNED'],
    ['start', 'ACTIVE'],
  ],
};
/** How a placement came to its state, and of which kind it is; each comes by in turn. */
const lives: readonly Life[] = [
  // First the one that no silence agrees to, so that the smallest demo has it.
  { kind: 'PROEFPLAATSING', path: [['propose', 'PROPOSED']] },
  { kind: 'REGULAR', path: [['propose', 'PROPOSED']] },
  {
    kind: 'REGULAR',
    path: [
      ['propose', 'PROPOSED'],
      ['agree', 'AGREED'],
    ],
  },
  {
    kind: 'PROEFPLAATSING',
    path: [
      ['propose', 'PROPOSED'],
      ['agree', 'AGREED'],
      ['plan', 'PLANNED'],
    ],
  },
  {
    kind: 'REGULAR',
    path: [
      ['propose', 'PROPOSED'],
      ['reject', 'REJECTED'],
    ],
  },
  {
    kind: 'REGULAR',
    path: [
      ['propose', 'PROPOSED'],
      ['agree', 'AGREED'],
      ['plan', 'PLANNED'],
      ['cancel', 'CANCELLED'],
    ],
  },
];
const reasons: Readonly<Record<string, string>> = { reject: 'De reistijd is te lang.', cancel: 'De werkgever heeft zich bedacht.' };
const byRegie: ReadonlySet<string> = new Set(['agree', 'reject']);

const working = (day: string): string => addDays('1970-01-01', workingDay(dayNumber(day)));

/** Of a third party the coordinator says what it says. */
const actorOf = ({ municipality, commissionerKind }: DemoServiceOrder, step: string, coach: string): DemoPlacementStep['by'] => {
  if (!byRegie.has(step)) return { id: coach, organisation: NUO };
  if (commissionerKind !== 'MUNICIPALITY') return { id: 'demo-nuo-coordinator', organisation: NUO };
  return { id: demoEmployee(municipality, 'klantregisseur', 0).id, organisation: municipality };
};

const placementUnder = (order: DemoServiceOrder, { kind, path }: Life, number: number, employers: number, today: string): DemoPlacement => {
  const random = randomOf(`placement under ${order.id}`, 0);
  const id = derivedId(order.id, 'placement');
  const employer = activeEmployer(random.int(0, employers - 1));
  const coach = carrierOf('trajectbegeleider', 0).id;
  const away = random.int(7, 28);
  const runs = path === started.path;
  const startsOn = runs ? working(addDays(today, -(1 + (away % 7)))) : addDays(today, away);
  const proposedOn = working(addDays(runs ? startsOn : today, -(path.length + 1)));
  const steps = path.map(
    ([step, toStatus], i): DemoPlacementStep => ({
      id: derivedId(id, `step ${i}`),
      version: i + 1,
      step,
      fromStatus: path[i - 1]?.[1] ?? null,
      toStatus,
      at: `${step === 'start' ? startsOn : addDays(proposedOn, i)}T10:00:00.000Z`,
      onDay: step === 'start' ? startsOn : addDays(proposedOn, i),
      by: actorOf(order, step, coach),
      reason: reasons[step] ?? null,
    }),
  );
  const did = (wanted: string): DemoPlacementStep | undefined => steps.find(({ step }) => step === wanted);
  const agreed = did('agree');
  const last = steps.at(-1) as DemoPlacementStep;
  return {
    id,
    serviceOrderId: order.id,
    participantId: order.participantId,
    clientId: order.clientId,
    municipality: order.municipality,
    employerId: demoEmployerId(employer),
    branchId: demoBranchId(employer, random.int(0, branchCount(employer) - 1)),
    kind,
    status: last.toStatus,
    startsOn,
    expectedEndOn: kind === 'PROEFPLAATSING' ? addDays(startsOn, 55) : null,
    endedOn: null,
    hoursPerWeek: random.int(48, 128) / 4,
    proposedOn,
    implicitAgreementOn: kind === 'PROEFPLAATSING' ? null : addDays(proposedOn, 5),
    agreedOn: agreed?.onDay ?? null,
    agreedBy: agreed ? `${agreed.by.organisation}:${agreed.by.id}` : null,
    decisionIds: agreed && kind === 'PROEFPLAATSING' && order.clientId !== null ? [derivedId(order.clientId, `decision for ${id}`)] : null,
    agreementReference: did('plan') ? `PL-2026-${String(number).padStart(4, '0')}` : null,
    closedOn: last.step === 'reject' || last.step === 'cancel' ? last.onDay : null,
    steps,
  };
};

/** Under orders in progress of people who are not placed: what is proposed, agreed and planned for them, what did not go on, and what has just begun, as it is on `today`. */
export function* demoOrderedPlacements(scale: number, today: string = TODAY): Generator<DemoPlacement> {
  const begun = demoBegunOrders(scale);
  const numbers = new Map<string, number>();
  for (const order of demoUnplacedOrders(scale, today)) {
    if (order.status !== 'IN_PROGRESS') continue;
    const number = numbers.get(order.municipality) ?? 0;
    const runs = begun.has(order.id);
    if (!runs) numbers.set(order.municipality, number + 1);
    yield placementUnder(order, runs ? started : (lives[number % lives.length] as Life), number, demoSizes(scale).employers, today);
  }
}
