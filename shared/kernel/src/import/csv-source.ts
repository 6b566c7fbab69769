import { csvBatches, type CsvRow, surveyCsv } from './csv-file.ts';
import { placeColumns, readMapping } from './mapping.ts';
import { rejectedFileAt } from './rejected.ts';
import { parseRow, reasonText } from './rows.ts';
import type { ImportSource } from './source.ts';
import type { ImportSpec } from './spec.ts';

/** Throws ImportError when the file as a whole is wrong. */
export const csvSource = async <T>(spec: ImportSpec<T>, file: string, rejectedFile: string, mappingFile?: string): Promise<ImportSource<T, CsvRow>> => {
  const csv = await surveyCsv(file);
  const places = placeColumns(spec.columns, csv.header, mappingFile === undefined ? {} : await readMapping(mappingFile));
  return {
    rows: csv.rows,
    batches: (size) => csvBatches(csv, size),
    parse: (row) => parseRow(spec, places, csv.header, row),
    reasons: (problems) => reasonText(problems, places, csv.header),
    rejects: await rejectedFileAt(rejectedFile, csv),
  };
};
