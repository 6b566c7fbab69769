import { createHash } from 'node:crypto';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/colleagues.ts';
import { nuoForTest, nuoPairForTest, type TestNuo } from '../testing/index.ts';
import { QuarterReport } from './report.entity.ts';

// What the NUO keeps of a report that the gateway made; the whole of it is in test/agreements.test.ts.

const boss = 'nuo.coordinator';
const made = {
  measuredOn: '2026-06-30',
  knownAt: '2026-07-10T20:00:00.000Z',
  missingSources: [] as string[],
  lines: 2,
  document: '{"lines":[3,17]}',
  reporterDocument: '{"lines":[null,17]}',
};
const asked = { municipality: '0189', year: 2026, quarter: 2, acceptMissing: false, replace: false };
const store = (nuo: TestNuo, more: object = {}, of: Partial<typeof made> = {}, user = boss) =>
  command(nuo, user, 'storeQuarterReport', { ...asked, made: { ...made, ...of }, ...more }, 'outcome reportId missingSources');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const shown = '{ quarterReports(municipality: "0189", year: 2026) { quarter edition document hash complete missingSources reason frozenByName } }';

describe.each(dialects)('a quarter report at the NUO on %s', (dialect) => {
  it('is kept byte for byte, and shown to each as they may see it', async () => {
    const nuo = await nuoForTest(dialect);
    const { outcome, reportId } = await store(nuo, { reason: 'Zomaar' });
    expect([outcome, typeof reportId]).toEqual(['FROZEN', 'string']);
    const of = async (user: string) => (await nuo.ask(user, shown)).data.quarterReports;
    const exact = { document: made.document, hash: sha256(made.document), complete: true, reason: null };
    expect(await of('wierden.klantregisseur')).toEqual([expect.objectContaining(exact)]);
    for (const user of ['wierden.rapporteur', 'nuo.rapporteur'])
      expect(await of(user)).toEqual([expect.objectContaining({ document: made.reporterDocument, hash: sha256(made.reporterDocument) })]);
    expect(await of('almelo.klantregisseur')).toEqual([]);
  });

  it('is one for a quarter, of two at once, until another edition is wanted with a reason', async () => {
    const [one, two] = await nuoPairForTest(dialect);
    const outcomes = (await Promise.all([store(one), store(two), store(one), store(two)])).map(({ outcome }) => String(outcome));
    expect(outcomes.toSorted()).toEqual(['EXISTS', 'EXISTS', 'EXISTS', 'FROZEN']);
    expect((await store(one, { replace: true })).paths).toEqual(['reason']);
    const again = await Promise.all([store(one, { replace: true, reason: 'Fout' }), store(two, { replace: true, reason: 'Fout' })]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['FROZEN', 'FROZEN']);
    const { data } = await one.ask(boss, shown);
    expect(data.quarterReports.map(({ edition, reason }: QuarterReport) => [edition, reason])).toEqual([
      [3, 'Fout'],
      [2, 'Fout'],
      [1, null],
    ]);
  });

  it('with sources missing is kept only knowingly, and says so', async () => {
    const nuo = await nuoForTest(dialect);
    const missing = { missingSources: ['0189'] };
    expect(await store(nuo, {}, missing)).toEqual({ __typename: 'StoredReport', outcome: 'INCOMPLETE', reportId: null, missingSources: ['0189'] });
    expect(await store(nuo, {}, { lines: 0 })).toMatchObject({ outcome: 'NOTHING_AGREED' });
    expect(await nuo.db.read.em.count(QuarterReport)).toBe(0);
    expect((await store(nuo, { acceptMissing: true, reason: 'Spoed' }, missing)).outcome).toBe('FROZEN');
    expect((await nuo.ask(boss, shown)).data.quarterReports).toMatchObject([{ complete: false, missingSources: ['0189'], reason: 'Spoed' }]);
  });

  it('of a request that comes again is the first, though the gateway made it anew', async () => {
    const nuo = await nuoForTest(dialect);
    const again = { requestId: 'freeze-again' };
    const [first, second] = [
      await store(nuo, again),
      await store(nuo, again, { knownAt: '2026-07-11T20:00:00.000Z', document: '{"lines":[4,17]}', missingSources: ['nuo'] }),
    ];
    expect(second).toEqual(first);
    expect((await nuo.ask(boss, shown)).data.quarterReports).toMatchObject([{ document: made.document }]);
  });

  it('is kept for nobody but a coordinator of the NUO', async () => {
    const nuo = await nuoForTest(dialect);
    for (const user of ['nuo.accountmanager', 'nuo.rapporteur', 'nuo.functioneelbeheerder', 'wierden.kwaliteitsmedewerker', 'wierden.klantregisseur'])
      expect((await store(nuo, {}, {}, user)).code).toBe('FORBIDDEN');
  });
});
