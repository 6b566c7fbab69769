import type { ReportDocument } from '@werkplein/gateway';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';
import { htmlOf } from './html.ts';
import { type AnsweredReport, missingText, type ReportView, type Today, viewOf } from './report-view.ts';
import { headings } from './texts.ts';
import { xlsxOf } from './xlsx.ts';

type Line = ReportDocument['lines'][number];
const line = (more: Partial<Line> = {}): Line => ({
  agreementId: 'nuo:a',
  indicator: 'OMZET_DETACHERING',
  title: 'Omzet uit detachering',
  definition: 'De declarabele uren maal het tarief.',
  definitionVersion: 1,
  unit: 'EURO',
  decimals: 2,
  manual: false,
  versionNumber: 2,
  direction: 'HIGHER',
  target: 300_000,
  targetText: '€ 300.000,00',
  amberBeyond: 25_000,
  redBeyond: 100_000,
  value: 1234.5,
  text: '€ 1.234,50',
  numerator: 123_450,
  denominator: null,
  complete: true,
  missingSources: [],
  forecast: 1650.52,
  forecastText: '€ 1.650,52',
  colour: 'RED',
  why: null,
  ...more,
});
const today = (more: Partial<Today> = {}): Today => ({
  knownAt: '2026-11-28T13:00:00.000Z',
  targetText: '€ 300.000,00',
  value: 1200,
  text: '€ 1.200,00',
  complete: true,
  missingSources: [],
  forecast: 1604.4,
  forecastText: '€ 1.604,40',
  colour: 'RED',
  whyText: null,
  ...more,
});
const names = {
  organisation: (code: string) => ({ '0189': 'Wierden' })[code] ?? code,
  unit: { EURO: 'euro' },
  why: { INCOMPLETE: 'Een deel van de gegevens ontbreekt.', SUPPRESSED: 'Te weinig mensen.' },
};
const view = (lines: Line[], more: Partial<ReportDocument> = {}, beside?: Today | null, report: Partial<AnsweredReport> = {}): ReportView => {
  const document: ReportDocument = {
    format: 'kwartaalrapportage/1',
    municipality: { code: '0189', name: 'Wierden' },
    year: 2026,
    quarter: 3,
    measuredOn: '2026-09-30',
    knownAt: '2026-10-10T20:00:00.000Z',
    suppressed: false,
    complete: true,
    missingSources: [],
    acceptedBecause: null,
    lines,
    ...more,
  };
  const difference = beside === undefined || beside === null ? { difference: null, differenceText: null } : { difference: -34.5, differenceText: '€ -34,50' };
  const answered = {
    id: 'nuo:r',
    edition: 1,
    reason: null,
    frozenAt: '2026-10-11T08:00:00.000Z',
    frozenByName: 'Coördinator',
    hash: 'f'.repeat(64),
    document: '',
    lines: lines.map(({ indicator }) => ({ indicator, today: beside === undefined ? today() : beside, ...difference })),
    ...report,
  };
  return viewOf(answered, document, names);
};

describe('the report as CSV', () => {
  it('is read by a Dutch spreadsheet: a mark, semicolons, commas in numbers', () => {
    const [header, row, ...rest] = csvOf(view([line()], {}, today())).split('\r\n');
    expect(header).toBe(`\uFEFF${Object.values(headings).join(';')}`);
    expect(row?.split(';').slice(0, 11)).toEqual([
      'Omzet uit detachering',
      'OMZET_DETACHERING',
      'euro',
      'meer is beter',
      '300000',
      '25000',
      '100000',
      '1234,5',
      '€ 1.234,50',
      '1650,52',
      'niet op koers',
    ]);
    // A negative number is no formula.
    expect(row).toContain(';-34,5;');
    expect(rest).toEqual(['']);
  });

  it.each(['=HYPERLINK("http://x")', '+31', '-2+3', '@SUM(A1)', '\tx', '\r=1'])('lets no spreadsheet run %j', (text) => {
    const csv = csvOf(view([line({ title: text })]));
    const cell = csv.slice(csv.indexOf('\r\n') + 2);
    expect(cell.startsWith(`'${text}`) || cell.startsWith(`"'${text.replaceAll('"', '""')}"`)).toBe(true);
  });

  it('keeps a separator, a quote and a new line within their cell', () => {
    expect(csvOf(view([line({ title: 'a;b"c\nd' })]))).toContain('\r\n"a;b""c\nd";OMZET');
  });

  it('leaves empty what is not known', () => {
    const row = csvOf(view([line({ value: null, forecast: null, colour: 'UNKNOWN', why: 'INCOMPLETE', complete: false, missingSources: ['0189'] })], {}, null));
    expect(row).toContain(';;€ 1.234,50;;niet te zeggen;Een deel van de gegevens ontbreekt.;nee;Wierden;;;;;nee;2;1');
  });
});

describe('what is missing', () => {
  it.each<[string[], string]>([
    [[], ''],
    [['0189', 'nuo'], 'Wierden, nuo'],
    [['0189', 'juli 2026 is nog niet afgesloten'], 'Wierden, juli 2026 is nog niet afgesloten'],
  ])('%j is said as %j', (sources, text) => {
    expect(missingText(sources, names.organisation)).toBe(text);
  });
});

describe('the report as HTML', () => {
  it('stands by itself, with headers that a screen reader tells', () => {
    const html = htmlOf(view([line()], {}, today()));
    expect(html).toContain('<html lang="nl">');
    expect(html).not.toMatch(/<script|<link|<img|src=|url\(|https?:/);
    expect([html.match(/<th scope="col"/g)?.length, html.match(/<th scope="row"/g)?.length, html.includes('<caption>')]).toEqual([8, 1, true]);
    expect(html).toContain('@page { size: A4 landscape');
    for (const text of [
      'Kwartaalrapportage Wierden, 3e kwartaal 2026',
      '30 september 2026',
      '10 oktober 2026 om 22:00',
      '€ 1.234,50',
      '€ -34,50',
      'niet op koers',
    ])
      expect(html).toContain(text);
  });

  it('shows what somebody typed as text', () => {
    const typed = '<img src=x onerror=alert(1)> & "zo"';
    const html = htmlOf(
      view([line({ title: typed })], { complete: false, missingSources: [typed], acceptedBecause: typed }, today(), { reason: typed, frozenByName: typed }),
    );
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;zo&quot;');
  });

  it('says first that something was missing, and why it was frozen all the same', () => {
    const html = htmlOf(
      view([line({ complete: false, missingSources: ['0189'], why: 'INCOMPLETE', colour: 'UNKNOWN' })], {
        complete: false,
        missingSources: ['0189'],
        acceptedBecause: 'Morgen vergadert het bestuur.',
      }),
    );
    expect(html.indexOf('niet alle gegevens waren er')).toBeLessThan(html.indexOf('<table>'));
    expect(html).toContain('Dit ontbrak: Wierden.');
    expect(html).toContain('Morgen vergadert het bestuur.');
    expect(html.split('Let op: niet alle gegevens waren er.')).toHaveLength(2);
  });

  it('says that small numbers are left out, and that what is known now could not be fetched', () => {
    const html = htmlOf(view([line()], { suppressed: true }, null));
    expect(html).toContain('Aantallen van 1 tot en met 4');
    expect(html).toContain('Wat nu bekend is kon niet worden opgehaald');
  });
});

describe('the report as XLSX', () => {
  it('has numbers as numbers and text as text that no spreadsheet runs', async () => {
    const files = unzipSync(
      new Uint8Array(await xlsxOf(view([line({ title: '=1+1' })], { acceptedBecause: '=2+2', complete: false, missingSources: ['0189'] }, today()))),
    );
    const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name));
    const [table, about] = sheets.map(([, bytes]) => strFromU8(bytes));
    expect(sheets).toHaveLength(2);
    expect(table).toContain('<v>1234.5</v>');
    expect(table).toContain('<v>-34.5</v>');
    for (const sheet of [table, about]) expect(sheet).not.toContain('<f>');
    const strings = strFromU8(files['xl/sharedStrings.xml'] as Uint8Array);
    for (const text of ['=1+1', '=2+2', 'niet op koers', 'Kwartaalrapportage Wierden']) expect(strings).toContain(text);
  });
});
