import type { Problem } from '../errors/index.ts';
import type { Parsed } from './spec.ts';

/** One row of a file; `line` says where it stands. */
export interface SourceRow {
  line: number;
}
export type Rejected<R extends SourceRow> = R & { reasons: string };

/** A file of any form whose rows can be read as T, found to be whole before its first row is used. */
export interface ImportSource<T, R extends SourceRow> {
  rows: number;
  batches(size: number): AsyncIterable<R[]>;
  parse(row: R): Parsed<T>;
  /** All reasons in one text, for the person who mends the file. */
  reasons(problems: readonly Problem[]): string;
  rejects: { add(rows: readonly Rejected<R>[]): Promise<void>; close(): Promise<void> };
}
