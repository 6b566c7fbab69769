import type { ReadTx } from '@werkplein/kernel';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { type DisclosurePart, DisclosureRow } from './disclosure.entity.ts';

/** SQL for "the client in column `id` is disclosed on `:today`". */
export const disclosedOnDay = (idColumn: string): string =>
  `EXISTS (SELECT 1 FROM disclosure d WHERE d.clientId = ${idColumn} AND d.validFrom <= :today AND d.validUntil >= :today AND d.withdrawnAt IS NULL)`;

/** The parts that are disclosed of each client on this day. */
export const disclosedParts = async (tx: ReadTx, clientIds: readonly string[], today: string): Promise<Map<string, Set<DisclosurePart>>> => {
  const rows = await tx.em.findBy(DisclosureRow, {
    clientId: In([...clientIds]),
    validFrom: LessThanOrEqual(today),
    validUntil: MoreThanOrEqual(today),
    withdrawnAt: IsNull(),
  });
  const byClient = new Map<string, Set<DisclosurePart>>();
  for (const { clientId, parts } of rows) byClient.set(clientId, new Set([...(byClient.get(clientId) ?? []), ...parts]));
  return byClient;
};
