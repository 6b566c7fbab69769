export type Row = Record<string, unknown>;

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts what a fetch brought into what is there already: objects and lists of one length are merged, everything else replaces. */
export const merge = (target: Row, source: Row): void => {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const there = target[key];
    if (there === undefined || there === null) target[key] = value;
    // Entities of one reference share what was brought for it.
    else if (there === value) continue;
    else if (isRow(there) && isRow(value)) merge(there, value);
    else if (Array.isArray(there) && Array.isArray(value) && there.length === value.length) mergeLists(there, value);
    else target[key] = value;
  }
};

const mergeLists = (target: unknown[], source: readonly unknown[]): void => {
  for (const [index, value] of source.entries()) {
    const there = target[index];
    if (isRow(there) && isRow(value)) merge(there, value);
    else target[index] = value;
  }
};
