import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantsOfLaw } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { lawParameterRows } from './law-parameters.rows.ts';

// What the law sets is a dated row: a number of it in the code would go on holding after the law has changed.

const folders = ['law-parameters', 'lks', 'loonwaarde', 'decisions', 'provisions', 'exemptions', 'dossiers', 'deadlines', 'beschut', 'doelgroep'];
const isCode = (name: string): boolean => !/\.(test|rows|import|migrations|entity|types|resolver)\.ts$/.test(name);
// A fraction of two is how a half is rounded up, not a term of two months.
const constants = (source: string): number[] => constantsOfLaw(source.replaceAll('2n', ''), lawParameterRows);

const files = folders.flatMap((folder) => globSync('*.ts', { cwd: join(import.meta.dirname, '..', folder) }).map((name) => join(folder, name))).filter(isCode);

it.each(files)('%s holds no constant of law', (file) => {
  expect(constants(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))).toEqual([]);
});

it('finds one where there is one', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(constants("const a = min(x, 0.7) * 1.235; const weeks = 5; // 12\n const b = 1_499; 'in 6 months'")).toEqual([0.7, 1.235, 5, 1499]);
});
