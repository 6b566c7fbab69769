// Versions are of the calendar (docs/decisions/0107): year, month, and the how-manieth of that month from 0.

const shape = /^(\d{4})\.(\d{1,2})\.(\d+)$/;

const parts = (version: string): [number, number, number] | null => {
  const [, year, month, count] = shape.exec(version) ?? [];
  const found: [number, number, number] = [Number(year), Number(month), Number(count)];
  // As written: 2026.07 is no version of npm.
  return month !== undefined && found.join('.') === version && found[1] >= 1 && found[1] <= 12 ? found : null;
};

/** `day` is `yyyy-mm-dd`; `last` the version of the last release, null before the first. */
export const nextVersion = (last: string | null, day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const [lastYear, lastMonth, count] = (last === null ? null : parts(last)) ?? [0, 0, 0];
  return `${year}.${month}.${lastYear === year && lastMonth === month ? count + 1 : 0}`;
};

/** Null when this version may follow the last one on this day. */
export const versionProblem = (version: string, last: string | null, day: string): string | null => {
  const next = nextVersion(last, day);
  return version === next ? null : `package.json says ${version}, and after ${last ?? 'none'} comes ${next}: npm version ${next} --no-git-tag-version`;
};
