import { type Cell, cellsOf, type ReportView } from './report-view.ts';
import { headings } from './texts.ts';

/** A spreadsheet would run what begins so; an apostrophe makes it text. */
const runs = /^[=+\-@\t\r]/;

const field = (cell: Cell): string => {
  if (cell === null) return '';
  // Numbers are ours: a minus before digits is no formula. Dutch spreadsheets read a comma.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = runs.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The table of a report for Dutch spreadsheets: UTF-8 with a mark, semicolons, commas in numbers. */
export const csvOf = ({ lines }: ReportView): string => {
  const rows = [Object.values(headings), ...lines.map((line) => Object.values(cellsOf(line)))];
  return `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;
};
