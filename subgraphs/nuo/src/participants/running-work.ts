import type { ReadTx } from '@werkplein/kernel';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { isActiveOrder } from '../orders/service-order.rules.ts';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy, rowsBy } from '../reads.ts';

/** Something of a participant that runs on a day, or is going to. */
export interface Running {
  participantId: string;
  id: string;
}

/** What a feature has running for participants; whoever lets something run for them adds a line to `runningWork`. */
export type RunningWork = (tx: ReadTx, participantIds: readonly string[], day: string) => Promise<Running[]>;

/** Active orders, and those that regie ended with a last day that is still to come. */
const orders: RunningWork = async (tx, participantIds, day) =>
  (await rowsBy(tx, ServiceOrder, 'participantId', participantIds)).filter(
    ({ status, endsOn }) => isActiveOrder(status) || (status === 'ENDED' && endsOn !== null && endsOn > day),
  );

const placements: RunningWork = async (tx, participantIds, day) =>
  (await rowsBy(tx, Placement, 'participantId', participantIds)).filter(({ status, endedOn }) => status !== 'ENDED' || (endedOn !== null && endedOn > day));

export const runningWork: readonly RunningWork[] = [orders, placements];

/** Ids of what runs, by participant; who is not in it has nothing. */
export const runningFor = async (tx: ReadTx, participantIds: readonly string[], day: string): Promise<Map<string, string[]>> => {
  const found: Running[] = [];
  for (const running of runningWork) found.push(...(await running(tx, participantIds, day)));
  return new Map([...groupBy(found, ({ participantId }) => participantId)].map(([id, some]) => [id, some.map((one) => one.id)]));
};
