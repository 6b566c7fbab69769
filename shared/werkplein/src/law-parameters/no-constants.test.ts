import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lawParameterRows } from './law-parameters.rows.ts';

// What the law sets is a dated row: a number of it in the code would go on holding after the law has changed.

const folders = ['law-parameters', 'lks', 'loonwaarde', 'decisions', 'provisions', 'exemptions', 'dossiers', 'deadlines', 'beschut', 'doelgroep'];
const isCode = (name: string): boolean => !/\.(test|rows|import|migrations|entity|types|resolver)\.ts$/.test(name);
const values = new Set(
  lawParameterRows.flatMap(({ value, unit }) => (unit === 'PERCENT' ? [value, value / 100, Number((1 + value / 100).toFixed(4))] : [value])),
);

/** Numbers in code, without those in comments and texts. */
const numbersOf = (source: string): number[] => {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g, "''");
  return [...code.matchAll(/(?<![\w.])[0-9][0-9_]*(?:\.[0-9]+)?(?=n?\b)/g)].map(([text]) => Number(text.replaceAll('_', '')));
};
// A fraction of two is how a half is rounded up, not a term of two months.
const constantsOfLaw = (source: string): number[] => numbersOf(source.replaceAll('2n', '')).filter((number) => values.has(number));

const files = folders.flatMap((folder) => globSync('*.ts', { cwd: join(import.meta.dirname, '..', folder) }).map((name) => join(folder, name))).filter(isCode);

it.each(files)('%s holds no constant of law', (file) => {
  expect(constantsOfLaw(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))).toEqual([]);
});

it('finds one where there is one', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(constantsOfLaw("const a = min(x, 0.7) * 1.235; const weeks = 5; // 12\n const b = 1_499; 'in 6 months'")).toEqual([0.7, 1.235, 5, 1499]);
});
