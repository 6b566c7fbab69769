import type { WriteTx } from '@werkplein/kernel';
import { ServiceOrder } from './service-order.entity.ts';

/** The order as it is now, held until the transaction ends: what is begun under it and what ends it wait for each other here (H7). */
export const lockOrder = ({ em, dialect }: WriteTx, id: string): Promise<ServiceOrder | null> =>
  em.findOne(ServiceOrder, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
