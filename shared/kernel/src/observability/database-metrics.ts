import type { Registry } from 'prom-client';
import type { Clock } from '../clock/index.ts';
import { SHOWN_FROM_TRY } from '../letters/courier.ts';
import { municipalities, NUO } from '../municipalities/index.ts';
import type { Database, DatabaseLoad } from '../persistence/database.ts';
import { within } from '../server/within.ts';
import { readGauge } from './read-gauge.ts';

/** A scrape does not wait longer for a database that hangs: then it shows that it is not there. */
const WITHIN_MS = 2000;
/** More are counted as so many. */
const MOST = 100_000;

const addressees = [NUO, ...municipalities.map(({ code }) => code)];

/** What waits in a database, and when a copy of it was made. */
export interface Waiting {
  /** Events without a position, and for how many seconds the oldest. */
  events: number;
  eventsFor: number;
  /** Letters on their way, and those of them that functional administration sees: refused, or tried often. */
  letters: number;
  undelivered: number;
  /** Rows of the audit that have no place in its chain, and for how many seconds the oldest. */
  unsealed: number;
  unsealedFor: number;
  /** Lines of the processing log that the logbook elsewhere has not acknowledged. */
  lines: number;
  /** The newest backup that it was told of, in seconds since 1970; 0 without one. */
  backup: number;
}

/** MariaDB gives an instant as a date, SQLite as the text that TypeORM wrote, in UTC. */
const secondsOf = (at: Date | string): number => (typeof at === 'string' ? new Date(at.replace(' ', 'T').replace(/Z?$/, 'Z')) : at).getTime() / 1000;
const secondsSince = (at: Date | string | null, clock: Clock): number => (at === null ? 0 : Math.max(0, clock().getTime() / 1000 - secondsOf(at)));

export const readWaiting = async ({ read: { em } }: Pick<Database, 'read'>, clock: Clock): Promise<Waiting> => {
  const unplaced = async (table: 'outbox_event' | 'audit_event'): Promise<{ n: number; seconds: number }> => {
    const [row] = await em.query<{ n: number | string; oldest: Date | string | null }[]>(
      `SELECT COUNT(*) AS n, MIN(at) AS oldest FROM ${table} WHERE position IS NULL`,
    );
    return { n: Number(row?.n ?? 0), seconds: secondsSince(row?.oldest ?? null, clock) };
  };
  const events = await unplaced('outbox_event');
  const audit = await unplaced('audit_event');
  // By addressee, for there the index begins.
  const [letters] = await em.query<{ waiting: number | string; undelivered: number | string | null }[]>(
    `SELECT COUNT(*) AS waiting, SUM(CASE WHEN state = 'REFUSED' OR tries >= ${SHOWN_FROM_TRY} THEN 1 ELSE 0 END) AS undelivered
     FROM letter_out WHERE addressee IN (${addressees.map(() => '?').join(', ')}) AND state IN ('WAITING', 'REFUSED')`,
    addressees,
  );
  const [lines] = await em.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM (SELECT id FROM processing_unshipped LIMIT ${MOST}) some`);
  const [backup] = await em.query<{ newest: Date | string | null }[]>('SELECT MAX(takenAt) AS newest FROM backup_taken');
  return {
    events: events.n,
    eventsFor: events.seconds,
    unsealed: audit.n,
    unsealedFor: audit.seconds,
    letters: Number(letters?.waiting ?? 0),
    undelivered: Number(letters?.undelivered ?? 0),
    lines: Number(lines?.n ?? 0),
    backup: backup?.newest ? secondsOf(backup.newest) : 0,
  };
};

/** Shows a database as it is when somebody looks; nothing is asked of it otherwise. */
export const databaseMetrics = (registry: Registry, db: Database, clock: Clock): void => {
  let reading: Promise<Waiting | null> | null = null;
  // All gauges of one scrape read once, and a database that hangs is not asked again until it has answered.
  const waiting = (): Promise<Waiting | null> => {
    reading ??= readWaiting(db, clock)
      .catch(() => null)
      .finally(() => {
        reading = null;
      });
    return within(WITHIN_MS, reading).catch(() => null);
  };
  const gauge = (name: string, help: string, of: (waiting: Waiting) => number): void => {
    readGauge(registry, `werkplein_${name}`, help, async (own) => {
      const read = await waiting();
      // A value from before would look like one of now.
      if (read) own.set(of(read));
      else own.remove();
    });
  };
  gauge('outbox_unplaced_events', 'Events that have committed and that readers do not see yet.', ({ events }) => events);
  gauge('outbox_oldest_unplaced_seconds', 'For how long the oldest of them waits.', ({ eventsFor }) => eventsFor);
  gauge('audit_unsealed', 'Rows of the audit that have no place in its chain yet.', ({ unsealed }) => unsealed);
  gauge('audit_oldest_unsealed_seconds', 'For how long the oldest of them waits.', ({ unsealedFor }) => unsealedFor);
  gauge('letters_waiting', 'Letters to other organisations that have not arrived.', ({ letters }) => letters);
  gauge('letters_undelivered', 'Of these, letters that were refused or tried five times.', ({ undelivered }) => undelivered);
  gauge('processing_lines_unshipped', `Lines of the processing log that the logbook elsewhere does not have, at most ${MOST}.`, ({ lines }) => lines);
  gauge('backup_newest_timestamp_seconds', 'When the newest backup was made, in seconds since 1970; 0 while there is none.', ({ backup }) => backup);
  readGauge(registry, 'werkplein_database_up', 'Whether the database answered this scrape within two seconds.', async (own) =>
    own.set((await waiting()) ? 1 : 0),
  );
  const load = (name: string, help: string, of: keyof DatabaseLoad): void => {
    readGauge(registry, `werkplein_database_${name}`, help, (own) => own.set(db.load()[of]));
  };
  load('connections', 'Connections to the database that are open.', 'open');
  load('connections_busy', 'Of these, connections at work.', 'busy');
  load('connections_limit', 'How many there may be.', 'limit');
  load('waiting', 'Callers that wait for a connection; with SQLite, writers that wait for their turn.', 'waiting');
};
