import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { detectEncoding, type Encoding } from './encoding.ts';
import { ImportError } from './import-error.ts';

export interface CsvRow {
  /** Line of the file where the record starts; the header is line 1. */
  line: number;
  cells: string[];
}

export interface CsvFile {
  file: string;
  encoding: Encoding;
  delimiter: ';' | ',';
  header: string[];
  /** Rows without the header and without empty lines. */
  rows: number;
}

/** A quote that is never closed would else take the rest of the file into memory. */
const MAX_RECORD = 1_000_000;
const lineBreaks = /\r\n|\n|\r/g;

const isEmpty = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '');

/** All records with their line. It is counted here: csv-parse tells the line where a record ends. */
async function* records(file: string, encoding: Encoding, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({ delimiter, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: MAX_RECORD });
  // What goes wrong upstream reaches the loop below through the parser.
  pipeline(createReadStream(file), iconv.decodeStream(encoding), parser, () => undefined);
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { line, cells };
      line += cells.reduce((breaks, cell) => breaks + (cell.match(lineBreaks)?.length ?? 0), 1);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(`Het bestand is geen geldige CSV: de fout zit in of na regel ${line}, meestal een aanhalingsteken dat niet wordt afgesloten.`, {
      cause: error,
    });
  }
}

const firstLine = async (file: string, encoding: Encoding): Promise<string> => {
  for await (const chunk of createReadStream(file, { end: 65_535 })) return iconv.decode(chunk as Buffer, encoding).split(lineBreaks, 1)[0] ?? '';
  return '';
};

const detectDelimiter = (headerLine: string): ';' | ',' => {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  return bare.split(',').length > bare.split(';').length ? ',' : ';';
};

/** Reads the whole file once, so that what is no CSV is refused before anything is written. Throws ImportError. */
export const surveyCsv = async (file: string): Promise<CsvFile> => {
  const encoding = await detectEncoding(file);
  const delimiter = detectDelimiter(await firstLine(file, encoding));
  let header: string[] | undefined;
  let rows = 0;
  for await (const { cells } of records(file, encoding, delimiter)) {
    if (header === undefined) header = cells;
    else if (!isEmpty(cells)) rows += 1;
  }
  if (header === undefined || isEmpty(header)) throw new ImportError('De eerste regel van het bestand moet de namen van de kolommen bevatten.');
  return { file, encoding, delimiter, header, rows };
};

/** The rows in batches, read no further than the caller has come. */
export async function* csvBatches(csv: CsvFile, size: number): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  let header = true;
  for await (const row of records(csv.file, csv.encoding, csv.delimiter)) {
    if (!header && !isEmpty(row.cells)) batch.push(row);
    header = false;
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
