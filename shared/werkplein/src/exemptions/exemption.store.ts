import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { In } from 'typeorm';
import { CarriedExemptionRow, ExemptionRow } from './exemption.entity.ts';
import { type ExemptionGround, exemptionGroundCodes, type UsedTime, usedUntil } from './exemption.rules.ts';

/** The exemptions of a client, newest first. */
export const exemptionsOf = async (ctx: RequestContext, clientId: string): Promise<ExemptionRow[]> => {
  const found = await ctx.load('exemptions', clientId, async (ids) => {
    const rows = await ctx.db.read.em.find(ExemptionRow, { where: { clientId: In([...ids]) }, order: { startsOn: 'DESC', id: 'DESC' } });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

export const carriedOf = async (ctx: RequestContext, clientId: string): Promise<CarriedExemptionRow[]> => {
  const found = await ctx.load('carriedExemptions', clientId, async (ids) => {
    const rows = await ctx.db.read.em.find(CarriedExemptionRow, { where: { clientId: In([...ids]) }, order: { municipality: 'ASC', ground: 'ASC' } });
    return Map.groupBy(rows, (row) => row.clientId);
  });
  return found ?? [];
};

export const carriedMonths = (rows: readonly Pick<CarriedExemptionRow, 'ground' | 'months'>[], ground: ExemptionGround): number =>
  rows.filter((row) => row.ground === ground).reduce((sum, { months }) => sum + months, 0);

/** What a client used of each ground until a day, here and elsewhere: what goes along with who moves. */
export const exemptionTimes = async ({ em }: ReadTx, clientId: string, day: string): Promise<{ ground: ExemptionGround; used: UsedTime }[]> => {
  const periods = await em.findBy(ExemptionRow, { clientId });
  const carried = await em.findBy(CarriedExemptionRow, { clientId });
  return exemptionGroundCodes.map((ground) => ({ ground, used: usedUntil(periods, ground, carriedMonths(carried, ground), day) }));
};
