import { type FileHandle, open, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { CsvFile, CsvRow } from './csv-file.ts';
import type { Rejected } from './source.ts';

export interface RejectedFile {
  add(rows: readonly Rejected<CsvRow>[]): Promise<void>;
  close(): Promise<void>;
}

/** A rejected file that was mended and is imported again has these already; its next rejected file gets new ones. */
const ownColumns = (header: readonly string[]): number => (header[0]?.trim() === 'regel' && header[1]?.trim() === 'redenen' ? 2 : 0);

/** Takes away the file of an earlier run; makes a new one when the first row comes. UTF-8 with a BOM, because Excel asks for it. */
export const rejectedFileAt = async (path: string, csv: CsvFile): Promise<RejectedFile> => {
  await rm(path, { force: true });
  const skip = ownColumns(csv.header);
  const text = (rows: (string | number)[][]): string => stringify(rows, { delimiter: csv.delimiter, escape_formulas: true, record_delimiter: '\r\n' });
  let handle: FileHandle | undefined;
  return {
    add: async (rows) => {
      if (rows.length === 0) return;
      if (handle === undefined) {
        // Personal data: for whoever runs the import only.
        handle = await open(path, 'w', 0o600);
        await handle.writeFile(`\uFEFF${text([['regel', 'redenen', ...csv.header.slice(skip)]])}`);
      }
      await handle.writeFile(text(rows.map(({ line, reasons, cells }) => [line, reasons, ...cells.slice(skip)])));
    },
    close: async () => handle?.close(),
  };
};
