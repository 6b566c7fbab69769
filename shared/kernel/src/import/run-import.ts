import { resolve } from 'node:path';
import type { Problem } from '../errors/index.ts';
import type { Database } from '../persistence/database.ts';
import { csvBatches, type CsvRow, surveyCsv } from './csv-file.ts';
import { ImportError } from './import-error.ts';
import { placeColumns, readMapping } from './mapping.ts';
import { type Rejected, rejectedFileAt } from './rejected.ts';
import { parseRow, reasonText } from './rows.ts';
import type { ImportContext, ImportSpec, RowOutcome } from './spec.ts';

export interface ImportProgress {
  /** Rows that are done, of `totalRows`. */
  rows: number;
  totalRows: number;
}

export interface ImportOptions<T> {
  file: string;
  spec: ImportSpec<T>;
  db: Database;
  ctx: ImportContext;
  /** Does all but write. The rejected file is made all the same. */
  dryRun: boolean;
  /** JSON: our column → name in the file. */
  mappingFile?: string;
  /** Where bad rows go; default `<file>.rejected.csv`. */
  rejectedFile?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Rows per transaction. */
  batchSize?: number;
}

/** In rows. `read` is the sum of the others; `wouldWrite` counts good rows of a dry run, which creates and updates nothing. */
export interface ImportSummary {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  wouldWrite: number;
  rejected: number;
  /** Null when no row was rejected. */
  rejectedFile: string | null;
}

interface Good<T> {
  source: CsvRow;
  row: T;
}

const demandOneEach = (what: string, results: readonly unknown[], rows: readonly unknown[]): void => {
  if (results.length !== rows.length) throw new Error(`${what} of the import spec gave ${results.length} results for ${rows.length} rows.`);
};

const problemsOf = async <T>({ spec, db, ctx }: ImportOptions<T>, good: readonly Good<T>[]): Promise<Problem[][]> => {
  if (!spec.check || good.length === 0) return good.map(() => []);
  const rows = good.map(({ row }) => row);
  const problems = await spec.check(db.read, rows, ctx);
  demandOneEach('check', problems, rows);
  return problems;
};

const writeRows = async <T>({ spec, db, ctx, dryRun }: ImportOptions<T>, rows: readonly T[]): Promise<(RowOutcome | 'wouldWrite')[]> => {
  if (dryRun) return rows.map(() => 'wouldWrite');
  if (rows.length === 0) return [];
  return db.write(async (tx) => {
    const outcomes = await spec.write(tx, rows, ctx);
    demandOneEach('write', outcomes, rows);
    return outcomes;
  });
};

/**
 * Reads a CSV file (`;` or `,`; UTF-8 or Windows-1252) in batches of one transaction each. Throws ImportError, with nothing written,
 * when the file as a whole is wrong. A failing write leaves the batches before it: the next run writes what is missing.
 */
export const runImport = async <T>(options: ImportOptions<T>): Promise<ImportSummary> => {
  const { spec, mappingFile, onProgress, batchSize = 500 } = options;
  const file = resolve(options.file);
  const path = resolve(options.rejectedFile ?? `${file}.rejected.csv`);
  if (path === file) throw new ImportError('Het bestand met afgekeurde regels mag niet het bestand zelf zijn.');
  const csv = await surveyCsv(file);
  const places = placeColumns(spec.columns, csv.header, mappingFile === undefined ? {} : await readMapping(mappingFile));
  const rejects = await rejectedFileAt(path, csv);
  const summary: ImportSummary = { read: 0, created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0, rejectedFile: null };
  const rejection = (source: CsvRow, problems: readonly Problem[]): Rejected => ({ ...source, reasons: reasonText(problems, places, csv.header) });

  try {
    for await (const batch of csvBatches(csv, batchSize)) {
      const rejected: Rejected[] = [];
      const parsed: Good<T>[] = [];
      for (const source of batch) {
        const result = parseRow(spec, places, csv.header, source);
        if ('problems' in result) rejected.push(rejection(source, result.problems));
        else parsed.push({ source, row: result.row });
      }
      const problems = await problemsOf(options, parsed);
      const good: T[] = [];
      for (const [i, { source, row }] of parsed.entries()) {
        if (problems[i]?.length) rejected.push(rejection(source, problems[i]));
        else good.push(row);
      }
      for (const outcome of await writeRows(options, good)) summary[outcome] += 1;
      await rejects.add(rejected.toSorted((a, b) => a.line - b.line));
      summary.rejected += rejected.length;
      summary.read += batch.length;
      if (rejected.length > 0) summary.rejectedFile = path;
      onProgress?.({ rows: summary.read, totalRows: csv.rows });
    }
  } finally {
    await rejects.close();
  }
  const { read, created, updated, unchanged, wouldWrite, rejected } = summary;
  if (read !== created + updated + unchanged + wouldWrite + rejected) throw new Error('The import summary does not add up: a row was lost.');
  return summary;
};
