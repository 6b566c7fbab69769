import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoAgreements } from '@werkplein/demo';
import { type Dialect, municipalities } from '@werkplein/kernel';
import { type Answer, dialects } from '@werkplein/kernel/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { asDemoUser } from '../scripts/demo/as-demo-user.ts';
import { tellDemoStory } from '../scripts/demo/story.ts';
import { type Stack, startStack } from './stack.ts';

// Performance agreements and quarter reports through the gateway, over five organisations with demo data.

const SCALE = 0.05;
const targetsOf = (municipality: string, indicator: string) =>
  demoAgreements(SCALE)
    .find((each) => each.year === 2026 && each.municipality === municipality && each.indicator === indicator)
    ?.versions.map(({ target }) => target) ?? [];

const run = promisify(execFile);
const stacks = new Map<Dialect, Stack>();
const stackOf = (dialect: Dialect): Stack => stacks.get(dialect) as Stack;

beforeAll(async () => {
  for (const dialect of dialects) stacks.set(dialect, await startStack(dialect, SCALE, { documents: true }));
}, 400_000);
afterAll(async () => {
  for (const stack of stacks.values()) await stack.stop();
});

const [boss, reporter] = ['nuo.coordinator', 'wierden.rapporteur'];
/** The fifth of October, in the evening: September is not closed yet. */
const KNOWN = '2026-10-05T20:00:00.000Z';
const moment = 'measuredOn: "2026-09-30"';
const progress = `progress(${moment}, knownOn: "${KNOWN}") { versionNumber target value text complete missingSources forecast colour why whyText
  realised { indicator { code } from until measuredOn knownAt value numerator denominator complete } }`;
const agreementsOf = (fields: string, municipality = '0189') =>
  `{ performanceAgreements(year: 2026, municipality: "${municipality}") { id indicator status version ${fields} } }`;
const freezing = `mutation ($input: FreezeReportInput!) { reports { freezeReport(input: $input) { __typename
  ... on ReportFrozen { report { id edition hash document knownAt complete missingSources reason } }
  ... on ReportExists { report { id edition } } ... on ReportIncomplete { missingSources } ... on ReportWithoutAgreements { year } } } }`;
const wanted = { municipality: '0189', year: 2026, quarter: 3, knownOn: KNOWN };
const operation = (name: string): string => readFileSync(join(import.meta.dirname, '../docs/questions', `${name}.graphql`), 'utf8');
let requests = 0;
const freeze = async (dialect: Dialect, more: object = {}, user = boss): Promise<Answer> =>
  stackOf(dialect).ask(user, freezing, { input: { requestId: `freeze-${String((requests += 1)).padStart(4, '0')}`, ...wanted, ...more } });
/* oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers of any shape */
const frozen = async (...given: Parameters<typeof freeze>): Promise<any> => {
  const { data, errors } = await freeze(...given);
  expect(errors).toBeUndefined();
  return data.reports.freezeReport;
};
const refusal = async (...given: Parameters<typeof freeze>) => {
  const { errors } = await freeze(...given);
  return [errors?.[0]?.extensions['code'], errors?.[0]?.extensions['problems']?.map(({ path }: { path: string[] }) => path.join('.'))];
};
interface Told {
  id: string;
  indicator: string;
  status: string;
  version: number;
  /* oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers of any shape */
  progress: any;
}
interface Line {
  indicator: string;
  value: number | null;
  numerator: number | null;
  colour: string;
  why: string | null;
  text: string;
  missingSources: string[];
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each(dialects)('performance agreements in the graph on %s', (dialect) => {
  it('say how they go by figures that are asked of each source once', async () => {
    const { data, errors, requests: asked } = await stackOf(dialect).ask(boss, agreementsOf(progress));
    expect(errors).toBeUndefined();
    // Agreements, and the parts of all figures together.
    expect(asked).toEqual({ nuo: 2, wierden: 1 });
    const told = data.performanceAgreements as Told[];
    const contacts = told.find(({ indicator }) => indicator === 'CONTACTEN') as Told;
    const figure = `{ figure(indicator: "CONTACTEN", municipality: "0189", from: "2026-01-01", until: "2026-09-30", knownAt: "${KNOWN}") { value } }`;
    const { value } = (await stackOf(dialect).ask(boss, figure)).data.figure;
    expect(value).toBeGreaterThan(0);
    expect(contacts.progress).toMatchObject({
      value,
      target: targetsOf('0189', 'CONTACTEN')[0],
      versionNumber: 1,
      forecast: Math.round((value * 365) / 273),
      colour: 'RED',
      why: null,
      realised: { indicator: { code: 'CONTACTEN' }, from: '2026-01-01', until: '2026-09-30', knownAt: KNOWN, value },
    });
    const concept = told.find(({ status }) => status === 'CONCEPT') as Told;
    expect(concept.progress).toMatchObject({ target: null, colour: 'UNKNOWN', why: 'NOTHING_AGREED', forecast: null });
    const manual = told.find(({ indicator }) => indicator === 'EXPLOITATIERESULTAAT') as Told;
    expect(manual.progress).toMatchObject({ value: -18200, forecast: -18200, colour: 'AMBER', complete: true, realised: null });
    // Nobody wrote it down yet.
    const satisfied = told.find(({ indicator }) => indicator === 'TEVREDENHEID_DEELNEMERS_PCT') as Told;
    expect(satisfied.progress).toMatchObject({ value: null, text: 'nog niet vastgelegd', colour: 'UNKNOWN', why: 'NO_VALUE' });
  });

  it('are judged by the terms that were known to hold', async () => {
    const at = (knownOn: string) => `progress(measuredOn: "2026-06-30", knownOn: "${knownOn}") { versionNumber target }`;
    const fields = `before: ${at('2026-07-01T00:00:00Z')} after: ${at('2026-08-01T00:00:00Z')} never: ${at('2025-12-01T00:00:00Z')}`;
    const { data } = await stackOf(dialect).ask(boss, agreementsOf(fields, '0141'));
    const adjusted = data.performanceAgreements.find(({ status }: Told) => status === 'ADJUSTED');
    expect([adjusted.before, adjusted.after, adjusted.never]).toEqual([
      { versionNumber: 1, target: targetsOf('0141', 'PLAATSINGEN_REGULIER')[0] },
      { versionNumber: 2, target: targetsOf('0141', 'PLAATSINGEN_REGULIER')[1] },
      { versionNumber: null, target: null },
    ]);
  });

  it('tell a reporter the quarters only, and no small number nor what follows from it', async () => {
    const ask = (fields: string) =>
      stackOf(dialect).ask(reporter, agreementsOf(`progress${fields} { value text numerator: realised { numerator } forecast colour why }`));
    for (const args of ['(measuredOn: "2026-09-29")', `(measuredOn: "2026-09-30", knownOn: "${KNOWN}")`])
      expect((await ask(args)).errors?.[0]?.extensions['code']).toBe('BAD_INPUT');
    const { data, errors } = await ask('(measuredOn: "2026-09-30")');
    expect(errors).toBeUndefined();
    const exact = (await stackOf(dialect).ask(boss, agreementsOf('progress(measuredOn: "2026-09-30") { value realised { numerator denominator } }'))).data;
    const small = (value: number | null): boolean => value !== null && value > 0 && value < 5;
    let hidden = 0;
    for (const [n, { progress: shown, indicator }] of (data.performanceAgreements as Told[]).entries()) {
      const { realised } = exact.performanceAgreements[n].progress;
      if (realised && indicator !== 'CONTACTEN' && indicator !== 'WERKGEVERS_ACTIEF' && small(realised.numerator)) {
        hidden += 1;
        expect([indicator, shown]).toEqual([
          indicator,
          { value: null, text: 'te klein om te tonen', numerator: { numerator: null }, forecast: null, colour: 'UNKNOWN', why: shown.why },
        ]);
        expect(['SUPPRESSED', 'NOTHING_AGREED']).toContain(shown.why);
      }
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it('are of the own municipality for a Werkplein', async () => {
    const { data } = await stackOf(dialect).ask('wierden.klantregisseur', '{ performanceAgreements(year: 2026) { municipality progress { colour } } }');
    expect(new Set(data.performanceAgreements.map(({ municipality }: { municipality: string }) => municipality))).toEqual(new Set(['0189']));
    const other = await stackOf(dialect).ask('wierden.privacyofficer', '{ performanceAgreements(year: 2026) { id } }');
    expect([other.data?.performanceAgreements ?? null, other.errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  it('are frozen by the NUO alone, and refused with the path of what is wrong', async () => {
    for (const user of ['wierden.kwaliteitsmedewerker', 'nuo.accountmanager', 'nuo.rapporteur'])
      expect((await refusal(dialect, {}, user))[0]).toBe('FORBIDDEN');
    expect(await refusal(dialect, { municipality: '0363', quarter: 5 })).toEqual(['BAD_INPUT', ['input.municipality', 'input.quarter']]);
    expect(await refusal(dialect, { quarter: 4 })).toEqual(['BAD_INPUT', ['input.knownOn']]);
    expect(await refusal(dialect, { knownOn: new Date(Date.now() + 60_000).toISOString() })).toEqual(['BAD_INPUT', ['input.knownOn']]);
    expect(await refusal(dialect, { acceptMissing: true })).toEqual(['BAD_INPUT', ['input.reason']]);
    expect(await refusal(dialect, { replace: true, reason: ' ' })).toEqual(['BAD_INPUT', ['input.reason']]);
    expect(await frozen(dialect, { year: 2024, knownOn: '2024-10-10T20:00:00.000Z' })).toEqual({ __typename: 'ReportWithoutAgreements', year: 2024 });
  });

  it('give one report of a quarter, of two at once and of a request that comes again', async () => {
    const open = { acceptMissing: true, reason: 'De maand september is nog open.' };
    const again = { requestId: 'freeze-once', ...open };
    const both = await Promise.all([frozen(dialect, again), frozen(dialect, open)]);
    expect(both.map(({ __typename }) => String(__typename)).toSorted()).toEqual(['ReportExists', 'ReportFrozen']);
    expect(both[0].report.id).toBe(both[1].report.id);
    const { __typename, report } = await frozen(dialect, again);
    expect([__typename, report.id]).toEqual([both[0].__typename, both[0].report.id]);
    expect((await refusal(dialect, { ...again, quarter: 2, knownOn: null }))[0]).toBe('REQUEST_ID_REUSED');
  });

  it('stay as they were reported, and tell what is known today beside it', async () => {
    const { ask } = stackOf(dialect);
    const fields =
      'id edition hash document complete missingSources lines { indicator agreement { id } reported { value text colour why } today { value colour } difference differenceText }';
    const reports = `{ quarterReports(municipality: "0189", year: 2026, quarter: 3) { ${fields} } }`;
    const before = (await ask(boss, reports)).data.quarterReports[0];
    const lineOf = (report: { lines: { indicator: string }[] }, code = 'CONTACTEN') => report.lines.find(({ indicator }) => indicator === code) as never;
    expect(before.hash).toBe(sha256(before.document));
    expect(lineOf(before)).toMatchObject({ difference: 0, differenceText: '0' });
    // A contact of September that is recorded only now, and one that is found not to have taken place.
    const { data: found } = await ask('wierden.accountmanager', '{ employers(first: 1) { nodes { id } } }');
    const contact = {
      requestId: `late-contact-${dialect}`,
      employerId: found.employers.nodes[0].id,
      occurredAt: '2026-09-15T09:00:00Z',
      channel: 'PHONE',
      direction: 'OUTGOING',
      steering: 'AANBODGESTUURD',
      subject: 'Kennismaking',
      report: '',
    };
    const recorded = await ask(
      'wierden.accountmanager',
      'mutation ($input: RecordContactMomentInput!) { nuo { recordContactMoment(input: $input) { __typename } } }',
      { input: contact },
    );
    expect([recorded.errors, recorded.data?.nuo.recordContactMoment.__typename]).toEqual([undefined, 'ContactMomentRecorded']);
    const after = (await ask(boss, reports)).data.quarterReports[0];
    expect([after.document, after.hash]).toEqual([before.document, before.hash]);
    expect(lineOf(after)).toMatchObject({ difference: 1, differenceText: '+1' });
    // Q25, as its page says: three fetches to the NUO and one to the Werkplein, however many agreements.
    const then = await ask(boss, operation('q25-quarter-report'), { municipality: '0189', year: 2026, quarter: 3 });
    expect([then.errors, then.requests]).toEqual([undefined, { nuo: 3, wierden: 1 }]);
    expect(lineOf(then.data.quarterReports[0])).toMatchObject({ today: { targetText: String(targetsOf('0189', 'CONTACTEN')[0]) }, differenceText: '+1' });
    expect([then.statements['nuo'], then.statements['wierden']].map((count, at) => (count as number) <= ([24, 8][at] as number))).toEqual([true, true]);
    // What is frozen is what the graph answers again for the same day and knowledge, whatever was corrected since.
    const codes = (JSON.parse(after.document).lines as Line[]).map(({ indicator }) => indicator).filter((code) => !/EXPLOITATIE|TEVREDENHEID/.test(code));
    const { data } = await ask(
      boss,
      'query ($codes: [String!], $known: DateTime) { figures(indicators: $codes, municipalities: ["0189"], from: "2026-01-01", until: "2026-09-30", knownAt: $known) { indicator { code version } value text numerator denominator complete missingSources } }',
      { codes, known: JSON.parse(after.document).knownAt },
    );
    const shape = ({ indicator, value, numerator, missingSources }: Line) => [indicator, value, numerator, missingSources.toSorted()];
    expect(data.figures.map((figure: { indicator: { code: string } }) => shape({ ...figure, indicator: figure.indicator.code } as never))).toEqual(
      (JSON.parse(after.document).lines as Line[]).filter(({ indicator }) => codes.includes(indicator)).map(shape),
    );
    // And so another edition of the same knowledge is the same, byte for byte but for why.
    const next = await frozen(dialect, { replace: true, acceptMissing: true, reason: 'De maand september is nog open.' });
    expect(next).toMatchObject({ __typename: 'ReportFrozen', report: { edition: 2, hash: before.hash, document: before.document } });
  });

  it('are printed at the command line, as whoever asks may see them', async () => {
    const { url, token } = stackOf(dialect);
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const print = async (user: string, format: string) => {
      const out = join(folder, `${user}.${format}`);
      const args = ['--municipality', 'wierden', '--year', '2026', '--quarter', '3', '--format', format, '--out', out, '--url', url];
      const env = { ...process.env, REPORT_TOKEN: await token(user) };
      const { stdout } = await run(process.execPath, [join(import.meta.dirname, '../scripts/report.ts'), ...args], { env });
      return { stdout, bytes: readFileSync(out) };
    };
    const { stdout, bytes } = await print(boss, 'json');
    // What is written is what was hashed.
    expect(stdout).toContain(sha256(bytes.toString()));
    expect(JSON.parse(bytes.toString())).toMatchObject({ municipality: { name: 'Wierden' }, suppressed: false });
    expect((await print(reporter, 'html')).bytes.toString()).toContain('Aantallen van 1 tot en met 4');
    await expect(print('almelo.rapporteur', 'csv')).rejects.toThrow('Deze rapportage is er niet');
    // Each time it looks whether there is something to compile.
  }, 180_000);

  it('leak no small number by a frozen document', async () => {
    const { ask } = stackOf(dialect);
    const reports =
      '{ quarterReports(municipality: "0189", year: 2026, quarter: 3) { hash document lines { indicator reported { value colour } today { value } } } }';
    const exact = JSON.parse((await ask(boss, reports)).data.quarterReports[0].document);
    for (const user of [reporter, 'nuo.rapporteur']) {
      const { data, errors, requests: asked } = await ask(user, reports);
      expect([errors, asked]).toEqual([undefined, { nuo: 5, almelo: 3, twenterand: 3, tubbergen: 3, wierden: 3 }]);
      const { document, hash, lines } = data.quarterReports[0];
      expect([hash, JSON.parse(document).suppressed]).toEqual([sha256(document), true]);
      const shown = JSON.parse(document).lines as Line[];
      expect(shown.map(({ indicator }) => indicator)).toEqual((exact.lines as Line[]).map(({ indicator }) => indicator));
      let hidden = 0;
      for (const [n, line] of shown.entries()) {
        const { numerator, value } = exact.lines[n] as Line;
        if (line.why !== 'SUPPRESSED') {
          expect([line.indicator, line.value]).toEqual([line.indicator, value]);
          continue;
        }
        hidden += 1;
        expect(line).toMatchObject({ value: null, numerator: null, denominator: null, forecast: null, colour: 'UNKNOWN', text: 'te klein om te tonen' });
        expect(lines[n].reported).toEqual({ value: null, colour: 'UNKNOWN' });
        expect(numerator).not.toBeUndefined();
      }
      expect(hidden).toBeGreaterThan(0);
    }
    const other = await ask('almelo.rapporteur', reports);
    expect(other.data.quarterReports).toEqual([]);
  });

  it('are settled for last year by what the demo users do, who also begin work with each other; a second time nothing changes', async () => {
    const { url, token, ask } = stackOf(dialect);
    const tell = () => tellDemoStory(asDemoUser(url, token));
    const state = async () => {
      const [agreed, merged, ...others] = await Promise.all([
        ask(boss, '{ performanceAgreements(year: 2025) { status settledBy { year quarter complete } } quarterReports { id } }'),
        ask(boss, '{ duplicateSignals(first: 200) { nodes { id } } }'),
        ...municipalities.map(({ field }) =>
          ask(`${field}.klantregisseur`, `{ ${field} { incomingTransfers { nodes { id } } outgoingTransfers { nodes { id } } } }`),
        ),
        ...['nuo', ...municipalities.map(({ field }) => field)].map((from) =>
          ask(`${from}.accountmanager`, '{ myAccounts(first: 200) { nodes { handOverOffered { id } } } }'),
        ),
        ask(
          'nuo.jobcoach',
          `{ ${municipalities.map(({ field }) => `${field} { loonwaardeVisits(first: 50) { nodes { loonwaardebepaling { id } } } }`).join(' ')} }`,
        ),
      ]);
      return [agreed, merged, ...others].map(({ data, errors }) => ({ data, errors }));
    };
    await tell();
    // A transfer comes as a letter, in its own time.
    const arrived = async (): Promise<number[]> =>
      (await state())
        .slice(2, 2 + municipalities.length)
        .flatMap(({ data }) => Object.values<Record<'incomingTransfers' | 'outgoingTransfers', { nodes: object[] }>>(data))
        .flatMap(({ incomingTransfers, outgoingTransfers }) => [incomingTransfers.nodes.length, outgoingTransfers.nodes.length]);
    await expect.poll(arrived, { timeout: 20_000 }).toEqual(municipalities.flatMap(() => [1, 1]));
    const before = await state();
    const [agreed, , ...others] = before;
    const settled = agreed?.data.performanceAgreements as { status: string; settledBy: object }[];
    expect(settled).toHaveLength(40);
    for (const each of settled) expect(each).toEqual({ status: 'SETTLED', settledBy: { year: 2025, quarter: 4, complete: true } });
    const visits = Object.values<{ loonwaardeVisits: { nodes: object[] } }>(others.pop()?.data).map(({ loonwaardeVisits }) => loonwaardeVisits.nodes.length);
    expect(visits).toEqual(municipalities.map(() => expect.toSatisfy((planned: number) => planned > 0)));
    for (const { data } of others.slice(municipalities.length))
      expect(data.myAccounts.nodes.filter(({ handOverOffered }: { handOverOffered: object | null }) => handOverOffered)).toHaveLength(1);
    await tell();
    expect(await state()).toEqual(before);
  }, 120_000);

  it('have no colour and no forecast while a source is down, and are frozen so only knowingly', async () => {
    const { ask, kill } = stackOf(dialect);
    await kill('wierden');
    const { data, errors } = await ask(boss, agreementsOf(progress));
    expect(errors).toBeUndefined();
    const of = (code: string): Told => data.performanceAgreements.find(({ indicator }: Told) => indicator === code);
    expect(of('LADDER_STIJGERS').progress).toMatchObject({
      value: null,
      complete: false,
      missingSources: ['0189'],
      forecast: null,
      colour: 'UNKNOWN',
      why: 'INCOMPLETE',
    });
    expect(of('CONTACTEN').progress).toMatchObject({ complete: true, colour: 'RED' });
    // Q32: the whole dashboard, of which nothing that is missing is zero.
    const period = { from: '2026-01-01', until: '2026-09-30' };
    const board = await ask(boss, operation('q32-dashboard'), { year: 2026, measuredOn: '2026-09-30', ...period });
    expect([board.errors, board.requests]).toEqual([undefined, { nuo: 3, almelo: 2, twenterand: 2, tubbergen: 2, wierden: 2 }]);
    expect([board.statements['nuo'], board.statements['almelo']].map((count, at) => (count as number) <= ([78, 26][at] as number))).toEqual([true, true]);
    expect(board.data.performanceAgreements).toHaveLength(72);
    const needing = board.data.figures.filter(
      ({ indicator, municipality }: { indicator: { code: string }; municipality: string | null }) =>
        ['LADDER_STIJGERS', 'WACHTLIJST_BESCHUT', 'UITSTROOM_NAAR_WERK'].includes(indicator.code) && (municipality === '0189' || municipality === null),
    ) as { municipality: string | null; value: number | null; complete: boolean; missingSources: string[] }[];
    expect(needing).toHaveLength(6);
    for (const { complete, missingSources, municipality, value } of needing) {
      expect([complete, missingSources.includes('0189')]).toEqual([false, true]);
      if (municipality === '0189') expect(value).toBeNull();
    }
    for (const { municipality, indicator, progress: shown } of board.data.performanceAgreements as (Told & { municipality: string })[])
      if (municipality === '0189' && indicator === 'UITSTROOM_NAAR_WERK') expect(shown).toMatchObject({ value: null, complete: false, colour: 'UNKNOWN' });
    const now = { quarter: 2, knownOn: '2026-07-10T20:00:00.000Z' };
    const refused = await frozen(dialect, now);
    expect([refused.__typename, refused.missingSources.includes('0189')]).toEqual(['ReportIncomplete', true]);
    const reason = 'Wierden was niet bereikbaar; het bestuur vergadert morgen.';
    const { __typename, report } = await frozen(dialect, { ...now, acceptMissing: true, reason });
    expect([__typename, report.complete, report.reason, report.missingSources.includes('0189')]).toEqual(['ReportFrozen', false, reason, true]);
    expect(JSON.parse(report.document)).toMatchObject({ complete: false, acceptedBecause: reason });
  });
});
