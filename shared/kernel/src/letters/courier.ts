import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import { Bell } from '../outbox/bell.ts';
import type { Database } from '../persistence/database.ts';
import type { Tls } from '../server/tls.ts';
import type { LetterOut } from './letter.entity.ts';
import { claimTry, dueLetters, markDelivered, markFailed } from './letter.store.ts';
import { letterAgent, postLetter } from './post-letter.ts';
import type { LetterParty, LetterPost } from './settings.ts';
import { LETTERS } from './write-letter.ts';

/** From this try on a letter that does not arrive is shown to functional administration; it is tried on all the same. */
export const SHOWN_FROM_TRY = 5;

const LOOK_MS = 1000;
const AT_ONCE = 16;
/** Longer than a try takes: after it another process may think that we died. */
const LEASE_MS = 15_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;

const pauseAfter = (tries: number, first: number): number => Math.min(LONGEST_PAUSE_MS, first * 2 ** Math.min(tries, 20));

export interface CourierOptions {
  db: Database;
  clock: Clock;
  post: LetterPost;
  log: Logger;
  tls?: Tls | undefined;
  /** How often it looks when nobody calls. */
  lookMs?: number;
  /** How long it waits after the first try that failed; each next time twice as long. */
  firstPauseMs?: number;
}

export interface Courier {
  /** Finishes the tries that are under way; what is left goes after the next start. */
  stop(): Promise<void>;
}

/**
 * Delivers what this database has written to others: at least once, and of one thing in order. Each addressee has a round of its own,
 * so that one who is down holds up nobody else. Several processes may do this on one database: a try is claimed.
 */
export const startCourier = ({ db, clock, post, log, tls, lookMs = LOOK_MS, firstPauseMs = FIRST_PAUSE_MS }: CourierOptions): Courier => {
  const agent = letterAgent(tls);
  const bells = new Set<Bell>();
  let stopped = false;
  const ring = (): void => {
    for (const bell of bells) bell.ring();
  };

  const tryLetter = async ({ code, url }: LetterParty, letter: LetterOut): Promise<void> => {
    if (!(await db.write((tx) => claimTry(tx, letter, new Date(clock().getTime() + LEASE_MS))))) return;
    const result = await postLetter(agent, url, post.sign, letter);
    if (result.delivered) return void (await db.write((tx) => markDelivered(tx, letter, clock())));
    const { refused, problem } = result;
    const tries = letter.tries + 1;
    const about = { addressee: code, letter: letter.id, kind: letter.kind, problem, tries };
    if (refused) log.error(about, 'letter refused; functional administration must look at it');
    else if (tries === 1 || tries === SHOWN_FROM_TRY) log.warn(about, 'letter not delivered; it waits');
    const nextTryAt = new Date(clock().getTime() + pauseAfter(letter.tries, firstPauseMs));
    await db.write((tx) => markFailed(tx, letter, { state: refused ? 'REFUSED' : 'WAITING', problem, nextTryAt }));
  };

  const round = async (party: LetterParty): Promise<void> => {
    const bell = new Bell();
    bells.add(bell);
    for (let failing = false; !stopped; ) {
      try {
        const due = await dueLetters(db.read, party.code, clock(), AT_ONCE);
        await Promise.all(due.map((letter) => tryLetter(party, letter)));
        failing = false;
        if (due.length === 0) await bell.wait(lookMs);
      } catch (error) {
        if (!failing) log.error({ addressee: party.code, error }, 'letters wait: the database does not answer');
        failing = true;
        await bell.wait(lookMs);
      }
    }
    bells.delete(bell);
  };

  db.commits.on(LETTERS, ring);
  const running = Promise.all([...post.parties.values()].map(round));
  const end = async (): Promise<void> => {
    stopped = true;
    db.commits.off(LETTERS, ring);
    ring();
    await running;
    await agent.close();
  };
  let ending: Promise<void> | undefined;
  return { stop: () => (ending ??= end()) };
};
