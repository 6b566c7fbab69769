import { createHash } from 'node:crypto';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { AgreementVersion, PerformanceAgreement } from '../agreements/agreement.entity.ts';
import { command } from '../testing/colleagues.ts';
import { agreed, frozen, steer, termsOf } from '../testing/agreements.ts';
import { nuoForTest, nuoPairForTest, testId, type TestNuo } from '../testing/index.ts';
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

  it('goes ten years after it was frozen, but not before the agreements that it settled', async () => {
    const nuo = await nuoForTest(dialect);
    const [long, lately] = [new Date('2014-03-01T10:00:00Z'), new Date('2017-03-01T10:00:00Z')];
    const settled = (n: number, settledAt: Date) =>
      agreed(n, { year: 2013, indicator: n === 1 ? 'CONTACTEN' : 'PROEFPLAATSEN', status: 'SETTLED', settledAt, settledByReportId: testId(92, n) });
    await steer(nuo.db, {
      reports: [1, 2, 3].map((n) => frozen(n, { year: 2013, edition: n, frozenAt: n === 3 ? lately : long })),
      agreements: [settled(1, long), settled(2, lately)],
      versions: [termsOf(testId(90, 1), 1), termsOf(testId(90, 2), 1)],
    });
    const run = () => command(nuo, 'nuo.privacyofficer', 'runRetention', { dryRun: false }, 'parts { title rows }');
    const { parts } = await run();
    expect(parts.filter(({ rows }: { rows: number }) => rows > 0)).toEqual([
      { title: 'Prestatieafspraken', rows: 1 },
      { title: 'Kwartaalrapportages', rows: 1 },
    ]);
    const ids = async (entity: typeof QuarterReport | typeof PerformanceAgreement | typeof AgreementVersion) =>
      (await nuo.db.read.em.find<{ id: string }>(entity, { order: { id: 'ASC' } })).map(({ id }) => id);
    expect([await ids(QuarterReport), await ids(PerformanceAgreement), await ids(AgreementVersion)]).toEqual([
      [testId(92, 2), testId(92, 3)],
      [testId(90, 2)],
      [termsOf(testId(90, 2), 1).id],
    ]);
  });

  it('is kept for nobody but a coordinator of the NUO', async () => {
    const nuo = await nuoForTest(dialect);
    for (const user of ['nuo.accountmanager', 'nuo.rapporteur', 'nuo.functioneelbeheerder', 'wierden.kwaliteitsmedewerker', 'wierden.klantregisseur'])
      expect((await store(nuo, {}, {}, user)).code).toBe('FORBIDDEN');
  });
});
