import { type ReadTx, type RequestContext, type StepRefused, stepRefused } from '@werkplein/kernel';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { DisclosureRow } from './disclosure.entity.ts';
import { disclosureMachine, type DisclosurePart, disclosureStateOn, type DisclosureStep } from './disclosure.rules.ts';

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

/** The disclosure of a client that runs today or begins later, within a transaction that has locked the client. */
export const openDisclosure = (tx: ReadTx, clientId: string, today: string): Promise<DisclosureRow | null> =>
  tx.em.findOne(DisclosureRow, { where: { clientId, validUntil: MoreThanOrEqual(today), withdrawnAt: IsNull() }, order: { validFrom: 'ASC', id: 'ASC' } });

/** What is and was shared of a client, newest first. */
export const disclosuresOf = async (ctx: RequestContext, clientId: string): Promise<DisclosureRow[]> => {
  const found = await ctx.load('disclosures', clientId, async (ids) => {
    const order = { validFrom: 'DESC', version: 'DESC', id: 'DESC' } as const;
    const rows = await ctx.db.read.em.find(DisclosureRow, { where: { clientId: In([...ids]) }, order });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

export type NotSharedAnswer = { __typename: 'NotShared'; clientId: string } | StepRefused;

/** The refusal of a step when nothing is shared: of the disclosure that was the last, or that there never was one. */
export const notShared = async (tx: ReadTx, clientId: string, step: DisclosureStep, today: string): Promise<NotSharedAnswer> => {
  const last = await tx.em.findOne(DisclosureRow, { where: { clientId, changedInto: IsNull() }, order: { validFrom: 'DESC', id: 'DESC' } });
  return (last && stepRefused(disclosureMachine, disclosureStateOn(last, today), step, () => true)) ?? { __typename: 'NotShared', clientId };
};
