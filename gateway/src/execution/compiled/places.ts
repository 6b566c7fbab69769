import { isRow, type Row } from './merge.ts';

export type Path = readonly (string | number)[];

/** The rows at a path of the data (`@` is each element of a list), as they stand. */
export const rowsAt = (data: Row, path: Path): Row[] => {
  let level: unknown[] = [data];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of level) {
      if (value === null || value === undefined) continue;
      if (step === '@') for (const each of value as unknown[]) next.push(each);
      else next.push((value as Row)[step]);
    }
    level = next;
  }
  return level.filter(isRow);
};

/** Where each of those rows is, in the same order. */
export const placesOf = (data: Row, path: Path): Path[] => {
  const found: Path[] = [];
  const walk = (value: unknown, index: number, walked: Path): void => {
    if (value === null || value === undefined) return;
    const step = path[index];
    if (step === undefined) {
      if (isRow(value)) found.push(walked);
    } else if (step === '@') {
      for (const [place, each] of (value as unknown[]).entries()) walk(each, index + 1, [...walked, place]);
    } else walk((value as Row)[step], index + 1, [...walked, step]);
  };
  walk(data, 0, []);
  return found;
};
