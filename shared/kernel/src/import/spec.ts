import type { Clock } from '../clock/index.ts';
import type { Problem } from '../errors/index.ts';
import type { NewId } from '../ids/index.ts';
import type { ReadTx, WriteTx } from '../persistence/transactions.ts';

/** What became of one good row. `unchanged`: an earlier run had written the same. */
export type RowOutcome = 'created' | 'updated' | 'unchanged';

export interface ImportContext {
  newId: NewId;
  clock: Clock;
}

/** A row that could be read as T, with what of it could not be taken over; or all that is wrong with it (`path[0]` is the column). */
export type Parsed<T> = { row: T; notes?: readonly string[] } | { problems: Problem[] };

/** What becomes of rows that were read, whatever form the file has. */
interface ImportWrites<T> {
  /** Checks that need the database (an employer that does not exist); runs on a batch, before `write`, also in a dry run. */
  check?(tx: ReadTx, rows: readonly T[], ctx: ImportContext): Promise<Problem[][]>;
  /** Writes a batch in the transaction it is given and says per row what became of it. */
  write(tx: WriteTx, rows: readonly T[], ctx: ImportContext): Promise<RowOutcome[]>;
}

/**
 * How one kind of CSV file becomes rows. Each row names itself by a key of its source (e.g. the Soweco number), under
 * which it is found again: that makes a second run, or the next after a kill, write only what is not there.
 */
export interface ImportSpec<T> extends ImportWrites<T> {
  /** Column → its names in practice (first one is ours), and whether it must have a value. */
  columns: Record<string, { names: string[]; required: boolean; text: string }>;
  parse(cells: Record<string, string>): Parsed<T>;
}

/** The same for a file that is one JSON list. */
export interface JsonImportSpec<T> extends ImportWrites<T> {
  readItem(item: unknown): Parsed<T>;
}
