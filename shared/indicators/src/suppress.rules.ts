/**
 * Small numbers point at persons: for who may see aggregates only, 1 to 4 is not shown (domain.md §8, D6), and enough of the cells around it
 * that it cannot be found by subtracting. Cells are shown or not, without a word on which were small: that word would tell.
 */
export const SMALLEST_SHOWN = 5;

export const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_SHOWN;

/**
 * A table of counts with its sums: `cells[row][column]`, the last row and the last column are the sums. Where rows do not add up (a state on
 * several days) `rowsAdd` is false and the last column is like the others.
 */
export interface CountTable {
  cells: readonly (readonly number[])[];
  rowsAdd: boolean;
}

type Cell = readonly [row: number, column: number];
const keyOf = ([row, column]: Cell): string => `${row} ${column}`;

/**
 * Whether a hidden cell can have another value with everything that is shown the same: then a closed walk of hidden cells, in turn along a row
 * and along a column, can be changed by one up and down. A sum changes the other way round. Cells stay at or above zero.
 */
const canVary = (start: Cell, hidden: ReadonlyMap<string, Cell>, { cells, rowsAdd }: CountTable): boolean => {
  const lastRow = cells.length - 1;
  const lastColumn = (cells[0]?.length ?? 0) - 1;
  const signAt = ([row, column]: Cell): number => (row === lastRow ? -1 : 1) * (rowsAdd && column === lastColumn ? -1 : 1);
  const valueAt = ([row, column]: Cell): number => cells[row]?.[column] ?? 0;
  const all = [...hidden.values()];
  const walk = (at: Cell, change: number, alongRow: boolean, seen: readonly string[]): boolean => {
    // Where rows do not add up a row balances by itself, so a walk may end there.
    if (alongRow && !rowsAdd) return seen.length > 1 && at[1] === start[1];
    for (const next of all) {
      if (alongRow ? next[0] !== at[0] : next[1] !== at[1]) continue;
      if (keyOf(next) === keyOf(start) && seen.length > 2 && alongRow) return true;
      if (seen.includes(keyOf(next))) continue;
      // Along one line the signed changes add up to nothing.
      const nextChange = (-change * signAt(at)) / signAt(next);
      if (valueAt(next) + nextChange < 0) continue;
      if (walk(next, nextChange, !alongRow, [...seen, keyOf(next)])) return true;
    }
    return false;
  };
  return [1, -1].some((change) => valueAt(start) + change >= 0 && walk(start, change, false, [keyOf(start)]));
};

/** Which cells are hidden: every small one, and the fewest others (smallest first) without which a small one could be found. */
export const hiddenCells = (table: CountTable): Set<string> => {
  const every = table.cells.flatMap((columns, row) => columns.map((value, column) => ({ cell: [row, column] as const, value })));
  const hidden = new Map<string, Cell>(every.filter(({ value }) => isSmall(value)).map(({ cell }) => [keyOf(cell), cell]));
  const small = [...hidden.values()];
  const found = (): Cell | undefined => small.find((cell) => !canVary(cell, hidden, table));
  for (let cell = found(); cell !== undefined; cell = found()) {
    const target = cell;
    const closing = closings(target, table, hidden).find((cells) => {
      const wider = new Map([...hidden, ...cells.map((each) => [keyOf(each), each] as const)]);
      return canVary(target, wider, table);
    });
    // Without a way to close a walk everything is hidden: rather nothing than somebody.
    for (const each of closing ?? every.map(({ cell: one }) => one)) hidden.set(keyOf(each), each);
    if (!closing) break;
  }
  return new Set(hidden.keys());
};

/** Sets of cells that close a walk through this one, the least to lose first. */
const closings = ([row, column]: Cell, { cells, rowsAdd }: CountTable, hidden: ReadonlyMap<string, Cell>): Cell[][] => {
  const rows = cells.map((_, at) => at).filter((at) => at !== row);
  const columns = (cells[0] ?? []).map((_, at) => at).filter((at) => at !== column);
  const sets: Cell[][] = rowsAdd
    ? rows.flatMap((otherRow) =>
        columns.map((otherColumn): Cell[] => [
          [row, otherColumn],
          [otherRow, column],
          [otherRow, otherColumn],
        ]),
      )
    : rows.map((otherRow): Cell[] => [[otherRow, column]]);
  const cost = (set: readonly Cell[]): number =>
    set.filter((each) => !hidden.has(keyOf(each))).reduce((total, [at, of]) => total + 1 + (cells[at]?.[of] ?? 0), 0);
  return sets.toSorted((a, b) => cost(a) - cost(b));
};
