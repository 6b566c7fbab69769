import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { LawParameterRow } from './law-parameter.entity.ts';
import type { LawParameterCode } from './law-parameter.rules.ts';

/** Every row: some dozens, for the rules to choose from by day. */
export const allLawParameters = ({ em }: ReadTx): Promise<LawParameterRow[]> => em.find(LawParameterRow);

/** The rows of one code alone: every step of a dossier reads some, and public holidays are some hundred. */
export const parametersOf = ({ em }: ReadTx, code: LawParameterCode): Promise<LawParameterRow[]> => em.findBy(LawParameterRow, { code });

/** What is known of public holidays. */
export const holidayParameters = (tx: ReadTx): Promise<LawParameterRow[]> => parametersOf(tx, 'PUBLIC_HOLIDAY');

export const lawParameters = async (ctx: RequestContext): Promise<LawParameterRow[]> =>
  (await ctx.load('lawParameters', 'all', async () => new Map([['all', await allLawParameters(ctx.db.read)]]))) ?? [];
