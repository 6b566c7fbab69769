import type { DemoResponsibility, DemoServiceOrder } from '@werkplein/demo';
import { insertMissing, insertRows, type WriteTx } from '@werkplein/kernel';
import { demoKnowing, morningOf, notLoaded } from '../demo-knowing.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { stateHandOvers } from '../responsibility/hand-over.facts.ts';
import { Responsibility } from '../responsibility/responsibility.entity.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import { stateOrders } from './service-order.facts.ts';
import { isActiveOrder, type ServiceOrderStep } from './service-order.rules.ts';

const idOf = ({ id, organisation }: { id: string; organisation: string }): string => colleagueId({ employeeId: id, organisation });

export const writeServiceOrders = async (tx: WriteTx, demos: DemoServiceOrder[]): Promise<void> => {
  const fresh = await notLoaded(tx, ServiceOrder, demos);
  const orders = fresh.map(
    ({ steps, ...demo }): ServiceOrder => ({
      ...demo,
      disclosureId: null,
      activeFor: isActiveOrder(demo.status) ? demo.participantId : null,
      version: steps.length,
    }),
  );
  await insertRows(tx, ServiceOrder, orders);
  await insertRows(
    tx,
    ServiceOrderEvent,
    fresh.flatMap(({ id, steps }) =>
      steps.map(({ by, at, step, ...rest }) => ({ ...rest, step: step as ServiceOrderStep, orderId: id, byId: idOf(by), at: new Date(at) })),
    ),
  );
  await stateOrders(tx, demoKnowing, orders, ({ offeredOn }) => morningOf(offeredOn as string));
};

export const writeResponsibilities = async (tx: WriteTx, demos: DemoResponsibility[]): Promise<void> => {
  await insertMissing(
    tx,
    Responsibility,
    demos.map(({ employee, ...demo }) => ({ ...demo, colleagueId: idOf(employee), openFor: demo.endsOn === null ? demo.participantId : null })),
  );
  await stateHandOvers(tx, demoKnowing, [...new Set(demos.map(({ participantId }) => participantId))], morningOf);
};
