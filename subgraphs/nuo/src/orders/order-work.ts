import type { RequestContext, WriteTx } from '@werkplein/kernel';
import { placementsUnderOrder } from '../placements/order-work.ts';
import type { ServiceOrder } from './service-order.entity.ts';

/** What a feature proposes or plans under an order. Called under the lock on the order, so nothing comes in between (H7). */
export interface OrderWork {
  /** Ids of what was proposed or planned under this order and has not begun. */
  waiting(tx: WriteTx, orderId: string): Promise<string[]>;
  /** Calls off what would begin after the last day of an order that is ended; answers which. */
  callOff(tx: WriteTx, ctx: RequestContext, order: ServiceOrder, lastDay: string): Promise<string[]>;
}

/** Whoever lets something begin under an order adds it here. */
const orderWork: readonly OrderWork[] = [placementsUnderOrder];

export const waitingUnder = async (tx: WriteTx, orderId: string): Promise<string[]> => {
  const ids: string[] = [];
  for (const { waiting } of orderWork) ids.push(...(await waiting(tx, orderId)));
  return ids;
};

export const callOffUnder = async (tx: WriteTx, ctx: RequestContext, order: ServiceOrder, lastDay: string): Promise<string[]> => {
  const ids: string[] = [];
  for (const { callOff } of orderWork) ids.push(...(await callOff(tx, ctx, order, lastDay)));
  return ids;
};
