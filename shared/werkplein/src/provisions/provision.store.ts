import { insertRows, type ReadTx, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull, Not } from 'typeorm';
import { ProvisionMilestoneRow, ProvisionRow, ProvisionUseRow } from './provision.entity.ts';
import type { ProvisionFacts, UsePeriod } from './provision.rules.ts';

/** Provisions of a client that have not ended, with those that are interrupted. */
export const runningProvisions = ({ em }: ReadTx, clientId: string): Promise<ProvisionRow[]> => em.findBy(ProvisionRow, { clientId, status: Not('ENDED') });

/** The provisions of a client, newest first. */
export const provisionsOf = async (ctx: RequestContext, clientId: string): Promise<ProvisionRow[]> => {
  const found = await ctx.load('provisions', clientId, async (ids) => {
    const rows = await ctx.db.read.em.find(ProvisionRow, { where: { clientId: In([...ids]) }, order: { id: 'DESC' } });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

/** What is known now of the days of use of one provision, oldest first. */
export const usesOf = async (ctx: RequestContext, provisionId: string): Promise<ProvisionUseRow[]> => {
  const found = await ctx.load('provisionUses', provisionId, async (ids) => {
    const where = { provisionId: In([...ids]), supersededAt: IsNull() };
    const rows = await ctx.db.read.em.find(ProvisionUseRow, { where, order: { startsOn: 'ASC' } });
    return Map.groupBy(rows, (row) => row.provisionId);
  });
  return found ?? [];
};

export const milestonesOf = async (ctx: RequestContext, provisionId: string): Promise<ProvisionMilestoneRow[]> => {
  const found = await ctx.load('provisionMilestones', provisionId, async (ids) => {
    const rows = await ctx.db.read.em.find(ProvisionMilestoneRow, { where: { provisionId: In([...ids]) }, order: { dueOn: 'ASC', kind: 'ASC', id: 'ASC' } });
    return Map.groupBy(rows, (row) => row.provisionId);
  });
  return found ?? [];
};

/** The provisions of a client with their days of use, as the rules look at them; within a transaction that has locked the client. */
export const provisionFacts = async ({ em }: ReadTx, clientId: string): Promise<(ProvisionFacts & { id: string; rows: ProvisionUseRow[] })[]> => {
  const provisions = await em.findBy(ProvisionRow, { clientId });
  const uses = await em.find(ProvisionUseRow, { where: { clientId, supersededAt: IsNull() }, order: { startsOn: 'ASC' } });
  return provisions.map(({ id, kind, stopBy }) => {
    const rows = uses.filter(({ provisionId }) => provisionId === id);
    return { id, kind, stopBy, uses: rows, rows };
  });
};

const isSame = (a: UsePeriod, b: UsePeriod): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn;

/** Records what the days of use are from now on; what was recorded before stays on record. */
export const writeUses = async (
  tx: WriteTx,
  ctx: RequestContext,
  { id: provisionId, clientId }: Pick<ProvisionRow, 'id' | 'clientId'>,
  before: readonly ProvisionUseRow[],
  after: readonly UsePeriod[],
): Promise<void> => {
  const gone = before.filter((row) => !after.some((use) => isSame(row, use)));
  const fresh = after.filter((use) => !before.some((row) => isSame(row, use)));
  const now = ctx.clock();
  if (gone.length > 0) await tx.em.update(ProvisionUseRow, { id: In(gone.map(({ id }) => id)) }, { supersededAt: now });
  const recorded = { recordedById: ctx.principal.employeeId, recordedAt: now, supersededAt: null };
  await insertRows(
    tx,
    ProvisionUseRow,
    fresh.map(({ startsOn, endsOn }) => ({ id: ctx.newId(), provisionId, clientId, startsOn, endsOn, ...recorded })),
  );
};
