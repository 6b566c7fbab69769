import { InvalidValue } from '@werkplein/kernel';

/** The participatieladder, from isolated to paid work (domain.md §3.1). */
export const ladderSteps = { lowest: 1, highest: 6 } as const;

export const parseStep = (value: number): number => {
  const { lowest, highest } = ladderSteps;
  if (!Number.isInteger(value) || value < lowest || value > highest) throw new InvalidValue(`een trede van ${lowest} tot en met ${highest}`);
  return value;
};
