import { addDays, type Knowing, localDay, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { groupBy } from '../reads.ts';
import { HAND_OVER } from '../responsibility/hand-over.facts.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import type { ServiceOrderStep } from './service-order.rules.ts';

/** An order from the day on which it was offered to its last; `code`: the service, `municipality`: who directs it now. */
export const ORDER = 'ORDER';
/** The days on which an order was without an answer after the last day for one, as that day was stored when it was offered. */
export const ORDER_LATE = 'ORDER_LATE';

const answers: readonly ServiceOrderStep[] = ['accept', 'refuse', 'withdraw'];
const dayOf = (steps: readonly ServiceOrderEvent[], wanted: readonly ServiceOrderStep[]): string | null => {
  const step = steps.find((each) => wanted.includes(each.step));
  return step ? localDay(step.at) : null;
};

/** What figures count of an order; `steps` in their order. A concept is nobody's fact but its writer's. */
export const orderFacts = (order: ServiceOrder, steps: readonly ServiceOrderEvent[]): StatedFact[] => {
  const { offeredOn, endsOn, respondBy, status, service, participantId, clientId, municipality } = order;
  if (offeredOn === null) return [];
  const same = { municipality, subject: participantId };
  // Of an answer without a step nobody knows the day: then it is not called late.
  const answeredOn = dayOf(steps, answers) ?? (status === 'OFFERED' ? null : offeredOn);
  const late = { from: addDays(respondBy, 1), until: answeredOn === null ? null : addDays(answeredOn, -1) };
  const handedBackOn = dayOf(steps, ['handBack']);
  return [
    { ...same, kind: ORDER, validFrom: offeredOn, validUntil: endsOn, code: service },
    ...(late.until === null || late.from <= late.until ? [{ ...same, kind: ORDER_LATE, validFrom: late.from, validUntil: late.until }] : []),
    ...(handedBackOn === null
      ? []
      : [
          {
            ...same,
            kind: HAND_OVER,
            validFrom: handedBackOn,
            validUntil: handedBackOn,
            code: 'ORGANISATION',
            facet: clientId === null ? null : 'CLIENT',
          },
        ]),
  ];
};

/** States what is now known of these orders, which were written with their steps. */
export const stateOrders = async (
  tx: WriteTx,
  knowing: Knowing,
  orders: readonly ServiceOrder[],
  recordedAt?: (order: ServiceOrder) => Date,
): Promise<void> => {
  if (orders.length === 0) return;
  const steps = groupBy(
    await tx.em.find(ServiceOrderEvent, { where: { orderId: In(orders.map(({ id }) => id)) }, order: { version: 'ASC' } }),
    ({ orderId }) => orderId,
  );
  const stated = orders.map((order) => {
    const facts = orderFacts(order, steps.get(order.id) ?? []);
    return [order.id, recordedAt ? facts.map((fact) => ({ ...fact, recordedAt: recordedAt(order) })) : facts] as const;
  });
  await stateAllFacts(tx, knowing, [ORDER, ORDER_LATE, HAND_OVER], new Map(stated));
};
