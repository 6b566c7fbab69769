import writeXlsxFile from 'write-excel-file/node';
import { type Cell, cellsOf, preamble, type ReportView } from './report-view.ts';
import { headings, texts } from './texts.ts';

// write-excel-file: MIT, one dependency (fflate), small, still released; exceljs and SheetJS on npm have not been for years.

const colours: Readonly<Record<string, string>> = { 'op koers': '#d5ecd9', 'let op': '#ffe6b8', 'niet op koers': '#f7cccc' };
const widths: Partial<Record<keyof typeof headings, number>> = { title: 42, text: 26, why: 44, missing: 30, indicator: 34 };

/** Text is written as text: a spreadsheet never runs it. */
const cellOf = (value: Cell) => {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  const backgroundColor = colours[value];
  return { value, type: String, ...(backgroundColor !== undefined && { backgroundColor }), wrap: true, alignVertical: 'top' as const };
};

/** A workbook of two sheets: the table, and what it is of. */
export const xlsxOf = async (view: ReportView): Promise<Buffer> => {
  const { document } = view;
  const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true, backgroundColor: '#e6ecf2' });
  const table = [Object.values(headings).map(heading), ...view.lines.map((line) => Object.values(cellsOf(line)).map(cellOf))];
  const about = [
    [heading(`${texts.title} ${document.municipality.name}, ${texts.quarter(document.quarter, document.year)}`)],
    ...preamble(view).map((line) => [{ value: line, type: String, wrap: true }]),
    ...view.lines.map((line) => [{ value: `${line.title}. ${line.definition} ${texts.definition(line.definitionVersion)}`, type: String, wrap: true }]),
  ];
  const columns = Object.keys(headings).map((name) => ({ width: widths[name as keyof typeof headings] ?? 16 }));
  return writeXlsxFile([
    { data: table, sheet: 'Afspraken', columns, stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' },
    { data: about, sheet: 'Toelichting', columns: [{ width: 110 }] },
  ] as never).toBuffer();
};
