export type CsvCell = string | number | null;

/** A spreadsheet would run what begins so; an apostrophe makes it text. */
const runs = /^[=+\-@\t\r]/;

const field = (cell: CsvCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = runs.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table for Dutch spreadsheets, as the printed reports are: UTF-8 with a mark, semicolons, commas in numbers. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

const fileName = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')}.csv`;

/** Gives the table to the browser as a file. */
export const downloadCsv = (name: string, rows: readonly (readonly CsvCell[])[]): void => {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(name);
  link.click();
  URL.revokeObjectURL(address);
};
