import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constantsOfLaw } from '@werkplein/kernel/testing';
import { expect, it } from 'vitest';
import { nuoParameterRows } from './nuo-parameters.rows.ts';

// What a law or an agreement sets is a dated row: a number of it in the code would go on holding after it has changed.

/** Where the rules of placements, orders, sheltered work and hours are. A folder that is not there yet holds nothing. */
const folders = [
  'hours',
  'indications',
  'learning',
  'orders',
  'parameters',
  'persons',
  'placements',
  'responsibility',
  'secondments',
  'sheltered-work',
  'workplaces',
  'wsw-workers',
];
const isCode = (name: string): boolean => !/\.(test|testing|rows|import|migrations|entity|types|inputs|results|resolver|parameters)\.ts$/.test(name);
const source = join(import.meta.dirname, '..');
const files = folders.flatMap((folder) => globSync('*.ts', { cwd: join(source, folder) }).map((name) => join(folder, name))).filter(isCode);
/** A count of members, a holiday or one year is a small number that code has for other reasons; those rules are tested by other values. */
const terms = nuoParameterRows.filter(({ unit, value }) => unit !== 'COUNT' && value > 1);
/** What is none of these terms: two jobs beside each other, two rows of one step, a half that is rounded up, days of the week. */
const innocent = /most: 2\b|implicit \? 2 : 1|\b2n\b|SATURDAY = 5|\+ 3\) % WEEK/g;

it.each(files)('%s holds no constant of law', (file) => {
  expect(constantsOfLaw(readFileSync(join(source, file), 'utf8').replaceAll(innocent, ''), terms)).toEqual([]);
});

it('finds one where there is one', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(constantsOfLaw("const max = 40; const term = addMonths(day, 2); // 36\nconst text = 'in 6 maanden';", terms)).toEqual([40, 2]);
});
