import { setImmediate } from 'node:timers/promises';
import type { Database } from '../persistence/database.ts';
import { asLog } from '../persistence/statement-time.ts';
import { forSeveral } from '../persistence/statements.ts';
import { within } from '../server/within.ts';
import { insertProcessing, type ProcessingRows } from './write-processing.ts';

/** Writes what one answer shows and refuses; done when that is durable. */
export type LogAnswer = (rows: ProcessingRows) => Promise<void>;

interface Group {
  answers: ProcessingRows[];
  lines: number;
  written: Promise<void>;
}

/** Of one transaction: more would keep those that came first waiting for those that came last. */
const LINES_TOGETHER = 1000;
/** Less than the gateway waits for the whole answer. What is written later is of an answer that was refused: a line too many, never one too few. */
const WITHIN_MS = 1500;
/** A transaction that takes longer is no longer waited for by the next: its connection may be gone. */
const NEXT_AFTER_MS = 500;

/**
 * Answers that wait at the same time are logged in one transaction: while one is on its way to the disk, those that are made gather for the next.
 */
export const answerLog = (db: Database): LogAnswer => {
  let gathering: Group | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const begin = (): Group => {
    const group: Group = { answers: [], lines: 0, written: Promise.resolve() };
    const close = (): void => {
      if (gathering === group) gathering = null;
    };
    const write = (): Promise<void> =>
      forSeveral(() =>
        asLog(() =>
          db.write((tx) => {
            close();
            return insertProcessing(tx, group.answers);
          }),
        ),
      );
    // Whose answers are nearly made come along: a database in this process would otherwise be written to for each alone.
    group.written = last.then(() => setImmediate()).then(write);
    // One that got no connection has not begun, and gathers no more.
    last = within(NEXT_AFTER_MS, group.written).then(close, close);
    return group;
  };

  return (rows) => {
    if (!gathering || gathering.lines >= LINES_TOGETHER) gathering = begin();
    gathering.answers.push(rows);
    gathering.lines += rows.lines.length;
    return within(WITHIN_MS, gathering.written);
  };
};
