import type { DatedParameter } from '../parameters/parameter.rules.ts';

/** Numbers in code, without those in comments and texts. */
const numbersOf = (source: string): number[] => {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g, "''");
  return [...code.matchAll(/(?<![\w.])[0-9][0-9_]*(?:\.[0-9]+)?(?=n?\b)/g)].map(([text]) => Number(text.replaceAll('_', '')));
};

/** The numbers in a source file that are the value of one of these parameters, a percentage also as a fraction. */
export const constantsOfLaw = (source: string, rows: readonly Pick<DatedParameter, 'value' | 'unit'>[]): number[] => {
  const values = new Set(rows.flatMap(({ value, unit }) => (unit === 'PERCENT' ? [value, value / 100, Number((1 + value / 100).toFixed(4))] : [value])));
  return numbersOf(source).filter((number) => values.has(number));
};
