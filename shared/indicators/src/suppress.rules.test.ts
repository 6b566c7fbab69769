import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountTable, hiddenCells, isSmall } from './index.ts';

/** A table with its sums. */
const tableOf = (inner: readonly (readonly number[])[], rowsAdd = true): CountTable => {
  const rows = inner.map((row) => (rowsAdd ? [...row, row.reduce((a, b) => a + b, 0)] : [...row]));
  const sums = (rows[0] ?? []).map((_, column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0));
  return { cells: [...rows, sums], rowsAdd };
};

/**
 * What somebody can find who sees the shown cells: the values that a hidden cell can have. Every table of whole numbers near the
 * true one that agrees with what is shown is tried, without any of the thoughts of the code under test.
 */
const possible = ({ cells, rowsAdd }: CountTable, hidden: ReadonlySet<string>, row: number, column: number): Set<number> => {
  const inner = cells.length - 1;
  const width = (cells[0]?.length ?? 0) - (rowsAdd ? 1 : 0);
  const found = new Set<number>();
  const values: number[][] = Array.from({ length: inner }, () => []);
  const shown = (at: number, of: number): number | null => (hidden.has(`${at} ${of}`) ? null : (cells[at]?.[of] ?? 0));
  const agrees = (at: number, of: number, value: number): boolean => shown(at, of) === null || shown(at, of) === value;
  const fill = (at: number, of: number): void => {
    if (at === inner) {
      const sums = Array.from({ length: width }, (_, col) => values.reduce((total, line) => total + (line[col] ?? 0), 0));
      const all = sums.reduce((a, b) => a + b, 0);
      if (!sums.every((value, col) => agrees(inner, col, value)) || (rowsAdd && !agrees(inner, width, all))) return;
      const rowSum = (line: number): number => (values[line] ?? []).reduce((a, b) => a + b, 0);
      const value = row === inner ? (column === width ? all : sums[column]) : column === width ? rowSum(row) : values[row]?.[column];
      found.add(value as number);
      return;
    }
    if (of === width) {
      const line = (values[at] ?? []).reduce((a, b) => a + b, 0);
      if (!rowsAdd || agrees(at, width, line)) fill(at + 1, 0);
      return;
    }
    const fixed = shown(at, of);
    const truth = cells[at]?.[of] ?? 0;
    for (let value = fixed ?? Math.max(0, truth - 2); value <= (fixed ?? truth + 2); value += 1) {
      (values[at] as number[])[of] = value;
      fill(at, of + 1);
      (values[at] as number[]).length = of;
    }
  };
  fill(0, 0);
  return found;
};

describe('small numbers', () => {
  it('are 1 to 4', () => expect([0, 1, 4, 5].map(isSmall)).toEqual([false, true, true, false]));

  it('hide nothing where there are none', () =>
    expect(
      hiddenCells(
        tableOf([
          [0, 7],
          [12, 5],
        ]),
      ).size,
    ).toBe(0));

  it('hide a second cell of the row and of the column when the sums are shown', () => {
    const hidden = hiddenCells(
      tableOf([
        [3, 20],
        [30, 40],
      ]),
    );
    expect(hidden).toEqual(new Set(['0 0', '0 1', '1 0', '1 1']));
  });

  it('hide a second municipality of a state on one day', () => {
    expect(hiddenCells(tableOf([[3], [8], [40]], false))).toEqual(new Set(['0 0', '1 0']));
  });

  const cell = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) });

  it('cannot be found from what is shown, whatever the table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 3 }), (inner) => {
        const table = tableOf(inner);
        const hidden = hiddenCells(table);
        for (const [row, columns] of table.cells.entries())
          for (const [column, value] of columns.entries()) {
            expect(!isSmall(value) || hidden.has(`${row} ${column}`)).toBe(true);
            if (isSmall(value)) expect(possible(table, hidden, row, column).size).toBeGreaterThan(1);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be found from a state of several municipalities and their total', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell), { minLength: 2, maxLength: 4 }), (inner) => {
        const table = tableOf(inner, false);
        const hidden = hiddenCells(table);
        for (const [row, [value = 0]] of table.cells.entries()) if (isSmall(value)) expect(possible(table, hidden, row, 0).size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });
});
