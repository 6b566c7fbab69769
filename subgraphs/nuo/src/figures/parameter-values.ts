import { knownFacts, type ReadTx } from '@werkplein/kernel';
import type { NuoParameterCode } from '../parameters/nuo-parameter.rules.ts';
import { PARAMETER, TEN_THOUSANDTHS } from '../parameters/parameter.facts.ts';

/** The value of a parameter on a day as it was known, or null. */
export type ValueOn = (code: NuoParameterCode, day: string) => number | null;

/** The parameters by which figures are reckoned, as known at an instant; one statement. */
export const parametersKnown = async (tx: ReadTx, knownAt: Date): Promise<ValueOn> => {
  const facts = await knownFacts(tx, [PARAMETER], knownAt).getMany();
  return (code, day) => {
    const fact = facts.find(({ ref, validFrom, validUntil }) => ref === code && validFrom <= day && (validUntil === null || validUntil >= day));
    return fact ? (fact.amount as number) / TEN_THOUSANDTHS : null;
  };
};
