import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { LawParameterRow } from './law-parameter.entity.ts';

/** Every row: some dozens, for the rules to choose from by day. */
export const allLawParameters = ({ em }: ReadTx): Promise<LawParameterRow[]> => em.find(LawParameterRow);

/** What is known of public holidays: some hundred rows. */
export const holidayParameters = ({ em }: ReadTx): Promise<LawParameterRow[]> => em.findBy(LawParameterRow, { code: 'PUBLIC_HOLIDAY' });

export const lawParameters = async (ctx: RequestContext): Promise<LawParameterRow[]> =>
  (await ctx.load('lawParameters', 'all', async () => new Map([['all', await allLawParameters(ctx.db.read)]]))) ?? [];
