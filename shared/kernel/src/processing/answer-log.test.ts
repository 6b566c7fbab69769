import { describe, expect, it } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { newIds } from '../ids/index.ts';
import type { Database } from '../persistence/database.ts';
import { countStatements } from '../persistence/statements.ts';
import { databaseForTest, dialects } from '../testing/databases.ts';
import { demoUser, testLogging } from '../testing/subgraph.ts';
import { childOf, newTrace } from '../trace/index.ts';
import { answerLog } from './answer-log.ts';
import { type Activity, AccessEvent, ProcessingLogLine } from './index.ts';
import { processingRows, type ProcessingRows } from './write-processing.ts';

const activity: Activity = { code: 'a', uri: 'https://register.invalid/a', name: 'A', purpose: 'BEHEER', legalBasis: 'wet', subjectIdType: 'client-id' };
const clock = fixedClock('2026-11-23T10:00:00.123Z');
const newId = newIds('0141', clock);

/** What an answer shows of `persons`. */
const answerAbout = (...persons: string[]): ProcessingRows =>
  processingRows(
    {
      principal: demoUser('almelo.klantregisseur'),
      trace: childOf(newTrace()),
      operation: 'Test',
      purpose: null,
      logging: testLogging('0141', { pseudonym: (id) => id, everyPseudonym: (id) => [id] }),
      clock,
      newId,
      startedAt: clock(),
    },
    persons.map((subjectId) => ({ subjectId, activity })),
  );

const loggedOf = async (db: Database): Promise<string[]> => (await db.read.em.find(ProcessingLogLine)).map(({ dataSubjectId }) => dataSubjectId).toSorted();

describe.each(dialects)('the log of answers on %s', (dialect) => {
  const empty = (): Promise<Database> => databaseForTest(dialect, { entities: [], migrations: [] });

  it('takes one transaction for answers that are made at the same time', async () => {
    const db = await empty();
    const log = answerLog(db);
    const { statements } = await countStatements(() => Promise.all(['p', 'q', 'r'].map((person) => log(answerAbout(person, `${person}2`)))));
    expect(statements).toBe(4);
    expect(await loggedOf(db)).toEqual(['p', 'p2', 'q', 'q2', 'r', 'r2']);
    expect(await db.read.em.count(AccessEvent)).toBe(3);
  });

  it('gathers what is made while a transaction is on its way, and says that an answer is logged when it is durable', async () => {
    const db = await empty();
    const [began, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let transactions = 0;
    const log = answerLog({
      ...db,
      write: (work) =>
        db.write(async (tx) => {
          transactions += 1;
          const result = await work(tx);
          began.resolve();
          await release.promise;
          return result;
        }),
    });
    const first = log(answerAbout('p'));
    await began.promise;
    const others = ['q', 'r', 's'].map((person) => log(answerAbout(person)));
    expect(await Promise.race([first.then(() => 'logged'), Promise.resolve('waits')])).toBe('waits');
    expect(await loggedOf(db)).toEqual([]);
    release.resolve();
    await Promise.all([first, ...others]);
    expect([transactions, await loggedOf(db)]).toEqual([2, ['p', 'q', 'r', 's']]);
  });

  it('refuses all answers of a transaction that fails, keeps nothing of them, and goes on', async () => {
    const db = await empty();
    const log = answerLog(db);
    await db.write(({ em }) => em.query('ALTER TABLE access_event RENAME TO away'));
    const outcomes = await Promise.allSettled([log(answerAbout('p')), log(answerAbout('q'))]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.extensions.code)).toEqual(Array(2).fill('PROCESSING_LOG_UNAVAILABLE'));
    await db.write(({ em }) => em.query('ALTER TABLE away RENAME TO access_event'));
    await log(answerAbout('r'));
    expect(await loggedOf(db)).toEqual(['r']);
  });

  it('logs an answer also when nobody waits any more for the one with which it goes', async () => {
    const db = await empty();
    const log = answerLog(db);
    const gone = countStatements(() => log(answerAbout('p')), AbortSignal.abort());
    await Promise.all([gone, log(answerAbout('q'))]);
    expect(await loggedOf(db)).toEqual(['p', 'q']);
  });

  it('is not held up for good by a transaction that hangs', async () => {
    const db = await empty();
    let hangs = true;
    const log = answerLog({ ...db, write: (work) => (hangs ? new Promise(() => undefined) : db.write(work)) });
    await expect(log(answerAbout('p'))).rejects.toThrow('not done within');
    hangs = false;
    await log(answerAbout('q'));
    expect(await loggedOf(db)).toEqual(['q']);
  });
});
