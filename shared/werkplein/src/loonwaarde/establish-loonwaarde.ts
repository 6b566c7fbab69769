import { localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { inputReader } from '../clients/input.ts';
import { valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';
import { changeLoonwaarde, type ChangeFields, type ChangeLoonwaardeAnswer } from './change-loonwaarde.ts';
import { lastDayOfWeeks } from './loonwaarde.rules.ts';

export interface EstablishLoonwaardeFields extends ChangeFields {
  validFrom: string;
  reviewOn: string;
}

/** The municipality takes over what the expert found; from today runs the term for the decision on loonkostensubsidie. */
export const establishLoonwaarde = async (ctx: RequestContext, input: EstablishLoonwaardeFields): Promise<ChangeLoonwaardeAnswer> => {
  const reader = inputReader(['input']);
  const validFrom = reader.read(['validFrom'], () => parseDay(input.validFrom));
  const reviewOn = reader.read(['reviewOn'], () => parseDay(input.reviewOn));
  if (validFrom && reviewOn && reviewOn <= validFrom) reader.add(['reviewOn'], 'De herziening is na de dag waarop de loonwaarde ingaat.');
  reader.refuse();
  const establishedOn = localDay(ctx.clock());
  return changeLoonwaarde(ctx, 'establishLoonwaarde', 'establish', input, async (tx) => {
    const weeks = valueOnDay(await allLawParameters(tx), 'LKS_DECISION_TERM', establishedOn);
    return { establishedOn, validFrom, reviewOn, lksDecideBy: lastDayOfWeeks(establishedOn, weeks) };
  });
};
