import { resolve } from 'node:path';
import type { Problem } from '../errors/index.ts';
import type { Database } from '../persistence/database.ts';
import { csvSource } from './csv-source.ts';
import { ImportError } from './import-error.ts';
import { jsonSource } from './json-source.ts';
import type { ImportSource, Rejected, SourceRow } from './source.ts';
import type { ImportContext, ImportSpec, JsonImportSpec, RowOutcome } from './spec.ts';

export interface ImportProgress {
  /** Rows that are done, of `totalRows`. */
  rows: number;
  totalRows: number;
}

export interface ImportOptions<T> {
  file: string;
  spec: ImportSpec<T> | JsonImportSpec<T>;
  db: Database;
  ctx: ImportContext;
  /** Does all but write. The rejected file is made all the same. */
  dryRun: boolean;
  /** JSON: our column → name in the file. */
  mappingFile?: string;
  /** Where bad rows go; default `<file>.rejected.csv` or `.json`. */
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
  /** Text about what was not taken over → in how many rows; absent when there is nothing to say. */
  notes?: Record<string, number>;
}

interface Good<T, R> {
  source: R;
  row: T;
  notes: readonly string[];
}

const demandOneEach = (what: string, results: readonly unknown[], rows: readonly unknown[]): void => {
  if (results.length !== rows.length) throw new Error(`${what} of the import spec gave ${results.length} results for ${rows.length} rows.`);
};

const problemsOf = async <T>({ spec, db, ctx }: ImportOptions<T>, good: readonly Good<T, unknown>[]): Promise<Problem[][]> => {
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

const writeSource = async <T, R extends SourceRow>(options: ImportOptions<T>, source: ImportSource<T, R>, path: string): Promise<ImportSummary> => {
  const summary = { read: 0, created: 0, updated: 0, unchanged: 0, wouldWrite: 0, rejected: 0, rejectedFile: null as string | null };
  const notes: Record<string, number> = {};
  try {
    for await (const batch of source.batches(options.batchSize ?? 500)) {
      const rejected: Rejected<R>[] = [];
      const reject = (row: R, problems: readonly Problem[]): void => void rejected.push({ ...row, reasons: source.reasons(problems) });
      const parsed: Good<T, R>[] = [];
      for (const row of batch) {
        const result = source.parse(row);
        if ('problems' in result) reject(row, result.problems);
        else parsed.push({ source: row, row: result.row, notes: result.notes ?? [] });
      }
      const problems = await problemsOf(options, parsed);
      const good: T[] = [];
      for (const [i, one] of parsed.entries()) {
        if (problems[i]?.length) reject(one.source, problems[i]);
        else {
          good.push(one.row);
          for (const note of one.notes) notes[note] = (notes[note] ?? 0) + 1;
        }
      }
      for (const outcome of await writeRows(options, good)) summary[outcome] += 1;
      await source.rejects.add(rejected.toSorted((a, b) => a.line - b.line));
      summary.rejected += rejected.length;
      summary.read += batch.length;
      if (rejected.length > 0) summary.rejectedFile = path;
      options.onProgress?.({ rows: summary.read, totalRows: source.rows });
    }
  } finally {
    await source.rejects.close();
  }
  const { read, created, updated, unchanged, wouldWrite, rejected } = summary;
  if (read !== created + updated + unchanged + wouldWrite + rejected) throw new Error('The import summary does not add up: a row was lost.');
  return Object.keys(notes).length > 0 ? { ...summary, notes } : summary;
};

/**
 * Reads a file (CSV with `;` or `,`, in UTF-8 or Windows-1252; or one JSON list) in batches of one transaction each. Throws ImportError, with
 * nothing written, when the file as a whole is wrong. A failing write leaves the batches before it: the next run writes what is missing.
 */
export const runImport = async <T>(options: ImportOptions<T>): Promise<ImportSummary> => {
  const { spec, mappingFile } = options;
  const file = resolve(options.file);
  const path = resolve(options.rejectedFile ?? `${file}.rejected.${'columns' in spec ? 'csv' : 'json'}`);
  if (path === file) throw new ImportError('Het bestand met afgekeurde regels mag niet het bestand zelf zijn.');
  return 'columns' in spec
    ? writeSource(options, await csvSource(spec, file, path, mappingFile), path)
    : writeSource(options, await jsonSource(spec, file, path), path);
};
