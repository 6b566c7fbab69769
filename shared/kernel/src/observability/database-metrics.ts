import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../clock/index.ts';
import { SHOWN_FROM_TRY } from '../letters/courier.ts';
import { municipalities, NUO } from '../municipalities/index.ts';
import type { Database, DatabaseLoad } from '../persistence/database.ts';
import { within } from '../server/within.ts';

/** A scrape does not wait longer for a database that hangs: then it shows that it is not there. */
const WITHIN_MS = 2000;
/** More are counted as so many. */
const MOST = 100_000;

const addressees = [NUO, ...municipalities.map(({ code }) => code)];

/** What waits in a database. */
export interface Waiting {
  /** Events without a position, and for how many seconds the oldest. */
  events: number;
  eventsFor: number;
  /** Letters on their way, and those of them that functional administration sees: refused, or tried often. */
  letters: number;
  undelivered: number;
  /** Lines of the processing log that the logbook elsewhere has not acknowledged. */
  lines: number;
}

export const readWaiting = async ({ read: { em } }: Pick<Database, 'read'>, clock: Clock): Promise<Waiting> => {
  const [events] = await em.query<{ n: number | string; oldest: Date | string | null }[]>(
    'SELECT COUNT(*) AS n, MIN(at) AS oldest FROM outbox_event WHERE position IS NULL',
  );
  // By addressee, for there the index begins.
  const [letters] = await em.query<{ waiting: number | string; undelivered: number | string | null }[]>(
    `SELECT COUNT(*) AS waiting, SUM(CASE WHEN state = 'REFUSED' OR tries >= ${SHOWN_FROM_TRY} THEN 1 ELSE 0 END) AS undelivered
     FROM letter_out WHERE addressee IN (${addressees.map(() => '?').join(', ')}) AND state IN ('WAITING', 'REFUSED')`,
    addressees,
  );
  const [lines] = await em.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM (SELECT id FROM processing_unshipped LIMIT ${MOST}) some`);
  const oldest = events?.oldest ?? null;
  // SQLite gives the text as TypeORM wrote it, in UTC.
  const since = oldest === null ? null : typeof oldest === 'string' ? new Date(`${oldest.replace(' ', 'T').replace(/Z?$/, 'Z')}`) : oldest;
  return {
    events: Number(events?.n ?? 0),
    eventsFor: since === null ? 0 : Math.max(0, (clock().getTime() - since.getTime()) / 1000),
    letters: Number(letters?.waiting ?? 0),
    undelivered: Number(letters?.undelivered ?? 0),
    lines: Number(lines?.n ?? 0),
  };
};

/** Shows a database as it is when somebody looks; nothing is asked of it otherwise. */
export const databaseMetrics = (registry: Registry, db: Database, clock: Clock): void => {
  let reading: Promise<Waiting | null> | null = null;
  // All gauges of one scrape read once.
  const waiting = (): Promise<Waiting | null> =>
    (reading ??= within(WITHIN_MS, readWaiting(db, clock))
      .catch(() => null)
      .finally(() => {
        reading = null;
      }));
  const gauge = (name: string, help: string, of: (waiting: Waiting) => number): void => {
    new Gauge({
      name: `werkplein_${name}`,
      help,
      registers: [registry],
      async collect() {
        const read = await waiting();
        // A value from before would look like one of now.
        if (read) this.set(of(read));
        else this.remove();
      },
    });
  };
  gauge('outbox_unplaced_events', 'Events that have committed and that readers do not see yet.', ({ events }) => events);
  gauge('outbox_oldest_unplaced_seconds', 'For how long the oldest of them waits.', ({ eventsFor }) => eventsFor);
  gauge('letters_waiting', 'Letters to other organisations that have not arrived.', ({ letters }) => letters);
  gauge('letters_undelivered', 'Of these, letters that were refused or tried five times.', ({ undelivered }) => undelivered);
  gauge('processing_lines_unshipped', `Lines of the processing log that the logbook elsewhere does not have, at most ${MOST}.`, ({ lines }) => lines);
  new Gauge({
    name: 'werkplein_database_up',
    help: 'Whether the database answered this scrape within two seconds.',
    registers: [registry],
    async collect() {
      this.set((await waiting()) ? 1 : 0);
    },
  });
  const load = (name: string, help: string, of: keyof DatabaseLoad): void => {
    new Gauge({
      name: `werkplein_database_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(db.load()[of]);
      },
    });
  };
  load('connections', 'Connections to the database that are open.', 'open');
  load('connections_busy', 'Of these, connections at work.', 'busy');
  load('connections_limit', 'How many there may be.', 'limit');
  load('waiting', 'Callers that wait for a connection; with SQLite, writers that wait for their turn.', 'waiting');
};
