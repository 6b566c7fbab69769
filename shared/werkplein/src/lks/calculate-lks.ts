import { localDay, parseDay, parseHoursPerWeek, parsePercentage, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { ParameterMissing } from '../law-parameters/law-parameter.rules.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';
import { type LksIndication, lksIndication } from './lks.rules.ts';

export interface LksQuestion {
  wageValuePct?: number | null;
  hoursPerWeek: number;
  on?: string | null;
  forfait: boolean;
}

/** An indicative amount for a loonwaarde, or for the forfait while there is none. */
export const calculateLks = async (ctx: RequestContext, question: LksQuestion): Promise<LksIndication> => {
  const reader = inputReader([]);
  const hours = reader.read(['hoursPerWeek'], () => parseHoursPerWeek(question.hoursPerWeek));
  const on = reader.read(['on'], () => (question.on ? parseDay(question.on) : localDay(ctx.clock())));
  const given = question.wageValuePct ?? null;
  const wageValue = given === null ? ('FORFAIT' as const) : reader.read(['wageValuePct'], () => parsePercentage(given));
  if ((given === null) !== question.forfait) reader.add(['wageValuePct'], 'Geef een loonwaarde, of vraag het forfait; een van beide.');
  reader.refuse();
  try {
    return lksIndication(await lawParameters(ctx), wageValue, hours, on);
  } catch (error) {
    if (!(error instanceof ParameterMissing)) throw error;
    reader.add(['on'], `Van deze dag is parameter ${error.code} niet bekend. Vraag een andere dag, of laat de parameter inlezen.`);
    reader.refuse();
    throw error;
  }
};
