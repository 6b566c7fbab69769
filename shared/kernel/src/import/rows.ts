import type { Problem } from '../errors/index.ts';
import type { CsvRow } from './csv-file.ts';
import type { ColumnPlaces } from './mapping.ts';
import type { ImportSpec, Parsed } from './spec.ts';

/** A cell as it was before `rejected.ts` kept a spreadsheet from running it, so that a mended file can be imported. */
const cellText = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');

const lengthProblems = (cells: readonly string[], columns: number): Problem[] => {
  const surplus = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (cells.length >= columns && !surplus) return [];
  return [{ path: [], message: `de regel heeft ${cells.length} cellen; de eerste regel van het bestand heeft er ${columns}` }];
};

/** Reads one row with all that is wrong with it. What `parse` says of a required cell that is empty is left out: it is said already. */
export const parseRow = <T>(spec: ImportSpec<T>, places: ColumnPlaces, header: readonly string[], { cells }: CsvRow): Parsed<T> => {
  const ours = Object.fromEntries(Object.keys(spec.columns).map((column) => [column, cellText(cells[places.get(column) ?? cells.length])]));
  const wrongLength = lengthProblems(cells, header.length);
  // In a row with a cell too few or too many every cell may be in the wrong column.
  if (wrongLength.length > 0) return { problems: wrongLength };
  const empty = Object.keys(spec.columns).filter((column) => spec.columns[column]?.required && ours[column] === '');
  const parsed = spec.parse(ours);
  if (empty.length === 0) return parsed;
  const more = 'problems' in parsed ? parsed.problems.filter(({ path }) => !empty.includes(String(path[0]))) : [];
  return { problems: [...empty.map((column) => ({ path: [column], message: 'is verplicht' })), ...more] };
};

/** `postcode: Verwacht: …; naam: is verplicht`, with the names that the file itself uses. */
export const reasonText = (problems: readonly Problem[], places: ColumnPlaces, header: readonly string[]): string =>
  problems
    .map(({ path: [column, ...rest], message }) => {
      if (column === undefined) return message;
      const name = header[places.get(String(column)) ?? -1]?.trim() ?? String(column);
      return `${[name, ...rest].join('.')}: ${message}`;
    })
    .join('; ');
