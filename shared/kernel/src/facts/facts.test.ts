import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Database, Fact, atMoment, isSettled, knownFacts, type StatedFact, stateFacts } from '../index.ts';
import { databaseForTest, dialects } from '../testing/index.ts';

const start = Date.parse('2026-08-03T08:00:00Z');
const at = (minute: number): Date => new Date(start + minute * 60_000);
let ids = 0;
const newId = (): string => `nuo:00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`;
const say = (db: Database, minute: number, ref: string, stated: StatedFact[]): Promise<void> =>
  db.write((tx) => stateFacts(tx, { clock: () => at(minute), newId }, ref, ['PLACEMENT'], stated));
const placement = (validFrom: string, validUntil: string | null, code = 'REGULAR'): StatedFact => ({ kind: 'PLACEMENT', validFrom, validUntil, code });
const known = (db: Database, minute: number): Promise<Fact[]> => knownFacts(db.read, ['PLACEMENT'], at(minute)).orderBy('f.validFrom').getMany();

describe.each(dialects)('facts on %s', (dialect) => {
  const empty = () => databaseForTest(dialect, { entities: [], migrations: [] });

  it('tell what was known at each instant, also after a correction', async () => {
    const db = await empty();
    await say(db, 0, 'a', [placement('2026-08-01', null)]);
    await say(db, 10, 'a', [placement('2026-08-01', '2026-08-31')]);
    await say(db, 20, 'a', [placement('2026-07-15', '2026-08-31')]);
    await say(db, 30, 'a', []);
    const seen = async (minute: number) => (await known(db, minute)).map(({ validFrom, validUntil }) => [validFrom, validUntil]);
    expect(await Promise.all([-1, 0, 9, 10, 20, 30].map(seen))).toEqual([
      [],
      [['2026-08-01', null]],
      [['2026-08-01', null]],
      [['2026-08-01', '2026-08-31']],
      [['2026-07-15', '2026-08-31']],
      [],
    ]);
  });

  it('are stated twice without a second row', async () => {
    const db = await empty();
    for (const minute of [0, 5]) await say(db, minute, 'a', [placement('2026-08-01', null), placement('2026-09-01', null, 'PROEFPLAATSING')]);
    expect((await db.read.em.find(Fact)).map(({ recordedAt, withdrawnAt }) => [recordedAt, withdrawnAt])).toEqual([
      [at(0), null],
      [at(0), null],
    ]);
  });

  it.each<[string, Parameters<typeof atMoment>[1], string[]]>([
    ['that begin', { begins: { from: '2026-03-01', until: '2026-03-31' } }, ['b', 'c']],
    ['that end', { ends: { from: '2026-03-01', until: '2026-03-31' } }, ['a', 'b']],
    ['that hold in a period', { within: { from: '2026-03-31', until: '2026-04-01' } }, ['b', 'c', 'd']],
    ['that hold on a day', { on: '2026-03-01' }, ['a', 'b']],
  ])('%s are those', async (_, moment, refs) => {
    const db = await empty();
    const rows: [string, string, string | null][] = [
      ['a', '2026-02-01', '2026-03-01'],
      ['b', '2026-03-01', '2026-03-31'],
      ['c', '2026-03-31', null],
      ['d', '2026-04-01', null],
    ];
    for (const [ref, from, until] of rows) await say(db, 0, ref, [placement(from, until)]);
    expect(
      (
        await atMoment(knownFacts(db.read, ['PLACEMENT'], at(0)), moment)
          .orderBy('f.ref')
          .getMany()
      ).map(({ ref }) => ref),
    ).toEqual(refs);
  });

  it('never change of an instant that is past, whatever happens later', async () => {
    const db = await empty();
    const change = fc.record({ ref: fc.constantFrom('x', 'y', 'z'), from: fc.integer({ min: 1, max: 28 }), open: fc.boolean(), gone: fc.boolean() });
    let minute = 1000;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 12 }), async (changes) => {
        const told: [number, string][] = [];
        const tell = async (when: number): Promise<string> => JSON.stringify((await known(db, when)).map((fact) => ({ ...fact, withdrawnAt: null })));
        for (const { ref, from, open, gone } of changes) {
          minute += 1;
          const day = `2026-08-${String(from).padStart(2, '0')}`;
          await say(db, minute, ref, gone ? [] : [placement(day, open ? null : '2026-09-30')]);
          told.push([minute, await tell(minute)]);
        }
        for (const [then, before] of told) expect(await tell(then)).toBe(before);
      }),
      { numRuns: 15 },
    );
  });

  it('are settled once no transaction of then can still be open', () => {
    expect([isSettled(at(0), at(0)), isSettled(at(0), new Date(at(0).getTime() + 10_000))]).toEqual([false, true]);
  });

  it('have indexes for what figures ask', async () => {
    const db = await empty();
    const [sql, parameters] = atMoment(knownFacts(db.read, ['PLACEMENT'], at(0)).andWhere('f.municipality = :m', { m: '0189' }), {
      begins: { from: '2026-01-01', until: '2026-12-31' },
    }).getQueryAndParameters();
    const plan: unknown = await db.read.em.query(dialect === 'sqlite' ? `EXPLAIN QUERY PLAN ${sql}` : `EXPLAIN ${sql}`, parameters);
    expect(JSON.stringify(plan)).toContain('ix_fact_municipality');
  });
});
