import { isRow, type Row } from './merge.ts';

export type Path = readonly (string | number)[];

const collect = (from: unknown, path: Path, at: number, into: Row[]): void => {
  let value = from;
  for (let index = at; ; index += 1) {
    if (value === null || value === undefined) return;
    const step = path[index];
    if (step === undefined) {
      if (isRow(value)) into.push(value);
      return;
    }
    if (step === '@') {
      for (const each of value as unknown[]) collect(each, path, index + 1, into);
      return;
    }
    value = (value as Row)[step];
  }
};

/** The rows at a path of the data (`@` is each element of a list), as they stand. */
export const rowsAt = (data: Row, path: Path): Row[] => {
  const found: Row[] = [];
  collect(data, path, 0, found);
  return found;
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
