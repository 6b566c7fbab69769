import { knownFacts, type ReadTx } from '@werkplein/kernel';
import type { NuoParameterCode } from '../parameters/nuo-parameter.rules.ts';
import { PARAMETER, TEN_THOUSANDTHS } from '../parameters/parameter.facts.ts';

/** The value of a parameter on a day as it was known, or null. */
export type ValueOn = (code: NuoParameterCode, day: string) => number | null;

/** The parameters by which figures are reckoned, as known at an instant; one statement. */
export const parametersKnown = async (tx: ReadTx, knownAt: Date): Promise<ValueOn> => {
  const rows = await knownFacts(tx, [PARAMETER], knownAt)
    .select(['f.ref AS ref', 'f.validFrom AS validFrom', 'f.validUntil AS validUntil', 'f.amount AS amount'])
    .getRawMany<{ ref: string; validFrom: string; validUntil: string | null; amount: number | string }>();
  return (code, day) => {
    const row = rows.find(({ ref, validFrom, validUntil }) => ref === code && validFrom <= day && (validUntil === null || validUntil >= day));
    return row ? Number(row.amount) / TEN_THOUSANDTHS : null;
  };
};
