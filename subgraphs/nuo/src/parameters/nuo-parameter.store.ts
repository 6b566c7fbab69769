import { addWorkingDays, parameterOn as rowOn, type ReadTx, type RequestContext, valueOnDay } from '@werkplein/kernel';
import { NuoParameterRow } from './nuo-parameter.entity.ts';
import type { NuoParameterCode } from './nuo-parameter.rules.ts';

/** Every row: some hundred, for the rules to choose from by day. */
export const allNuoParameters = ({ em }: ReadTx): Promise<NuoParameterRow[]> => em.find(NuoParameterRow);

export const nuoParameters = async (ctx: RequestContext): Promise<NuoParameterRow[]> =>
  (await ctx.load('nuoParameters', 'all', async () => new Map([['all', await allNuoParameters(ctx.db.read)]]))) ?? [];

/** The value on this day. Throws `ParameterMissing`, which `answeringMissing` makes an answer of. */
export const parameterOn = async ({ em }: ReadTx, code: NuoParameterCode, day: string): Promise<number> =>
  valueOnDay(await em.findBy(NuoParameterRow, { code }), code, day);

/** The row of this day, for who must say where a value comes from. Throws `ParameterMissing`. */
export const parameterRowOn = async ({ em }: ReadTx, code: NuoParameterCode, day: string): Promise<NuoParameterRow> => {
  const rows = await em.findBy(NuoParameterRow, { code });
  valueOnDay(rows, code, day);
  return rowOn(rows, code, day) as NuoParameterRow;
};

/** The last day of a term in working days that starts on `day`. Throws `ParameterMissing`. */
export const lastDayOfWorkingTerm = async (tx: ReadTx, code: NuoParameterCode, day: string): Promise<string> => {
  const rows = await allNuoParameters(tx);
  return addWorkingDays(day, valueOnDay(rows, code, day), rows);
};
