import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ImportError } from './import-error.ts';
import type { ImportSpec } from './spec.ts';

type Columns = ImportSpec<unknown>['columns'];

/** Our column → its place in the file; a column that the file does not have is absent. */
export type ColumnPlaces = Map<string, number>;

const plain = (name: string): string => name.trim().toLowerCase();
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A mapping file: JSON with our column → the name in the file. Throws ImportError. */
export const readMapping = async (mappingFile: string): Promise<Record<string, string>> => {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(mappingFile, 'utf8')));
  } catch (error) {
    throw new ImportError('Het mappingbestand is niet te lezen; het moet JSON zijn met {"onze kolom": "naam in het bestand"}.', { cause: error });
  }
};

const places = (header: readonly string[], names: readonly string[]): number[] => {
  const wanted = new Set(names.map(plain));
  return header.flatMap((name, place) => (wanted.has(plain(name)) ? [place] : []));
};

/** Our name of a column, for people. */
const ownName = (columns: Columns, column: string): string => columns[column]?.names[0] ?? column;

/** What a mapping file calls "our column": the column itself or our name of it. */
const ownColumn = (columns: Columns, name: string): string | undefined =>
  Object.hasOwn(columns, name) ? name : Object.keys(columns).find((column) => plain(ownName(columns, column)) === plain(name));

const mappingMistakes = (columns: Columns, header: readonly string[], mapping: Record<string, string>): string[] => {
  const seen = new Set<string>();
  return Object.entries(mapping).flatMap(([own, name]) => {
    const column = ownColumn(columns, own);
    const known = Object.keys(columns).map((one) => ownName(columns, one));
    if (column === undefined) return [`het mappingbestand noemt de kolom "${own}", die deze import niet kent (wel: ${quoted(known)})`];
    if (seen.has(column)) return [`het mappingbestand noemt de kolom "${ownName(columns, column)}" twee keer`];
    seen.add(column);
    return places(header, [name]).length === 0 ? [`het mappingbestand noemt "${name}", maar die kolom staat niet in het bestand`] : [];
  });
};

interface Found {
  column: string;
  at: number[];
  mapped: boolean;
}

const sharedPlaces = (columns: Columns, found: readonly Found[], header: readonly string[]): string[] =>
  header.flatMap((name, place) => {
    const same = found.filter(({ at }) => at[0] === place).map(({ column }) => `"${ownName(columns, column)}"`);
    return same.length > 1 ? [`de kolom "${name.trim()}" zou zowel ${same.join(' als ')} zijn`] : [];
  });

/** Finds each column in the header, or throws one ImportError with all that is wrong. */
export const placeColumns = (columns: Columns, header: readonly string[], mapping: Record<string, string>): ColumnPlaces => {
  const mappedNames = new Map(Object.entries(mapping).map(([own, name]) => [ownColumn(columns, own), name]));
  const found = Object.entries(columns).map(([column, { names }]): Found => {
    const name = mappedNames.get(column);
    return { column, at: places(header, name === undefined ? names : [name]), mapped: name !== undefined };
  });
  const missing = found.filter(({ column, at, mapped }) => at.length === 0 && !mapped && columns[column]?.required);
  const double = found.filter(({ at }) => at.length > 1);
  const mistakes = [
    ...mappingMistakes(columns, header, mapping),
    ...missing.map(({ column }) => `de verplichte kolom ${quoted(columns[column]?.names ?? [])} ontbreekt`),
    ...double.map(({ column, at }) => `de kolommen ${quoted(at.map((place) => (header[place] ?? '').trim()))} zijn allebei "${ownName(columns, column)}"`),
    ...sharedPlaces(columns, found, header),
  ];
  if (mistakes.length > 0) throw new ImportError(`De kolommen van het bestand kloppen niet: ${mistakes.join('; ')}. Er is niets opgeslagen.`);
  return new Map(found.flatMap(({ column, at: [place] }) => (place === undefined ? [] : [[column, place]])));
};
