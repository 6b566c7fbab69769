// npm run report -- --municipality <name> --year <year> --quarter <1-4> --format json|csv|xlsx|html --out <file>: prints a frozen quarter report, asked of the graph.
// With --freeze it is frozen first. Who asks is --user <demo user>, or whoever the token in REPORT_TOKEN is of.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { build, fail, inRoot, kernel, optionsOf } from './lib.ts';
import type { AnsweredReport, ReportView } from './report/report-view.ts';

const usage = `Usage:
  npm run report -- --municipality wierden --year 2026 --quarter 3 --format json|csv|xlsx|html --out <file> [--edition 1] [--user nuo.coordinator]
  npm run report -- --municipality wierden --year 2026 --quarter 3 --freeze [--known-on 2026-10-10T22:00:00Z] [--accept-missing] [--replace] [--reason "…"]

--format json writes the frozen document byte for byte; its SHA-256 is the one that is printed.
--url is that of the gateway; a token of another issuer comes in REPORT_TOKEN.`;

const { values } = optionsOf(
  {
    options: {
      municipality: { type: 'string' },
      year: { type: 'string' },
      quarter: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      edition: { type: 'string' },
      user: { type: 'string', default: 'nuo.coordinator' },
      url: { type: 'string' },
      freeze: { type: 'boolean', default: false },
      'known-on': { type: 'string' },
      'accept-missing': { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      reason: { type: 'string' },
      'request-id': { type: 'string', default: randomUUID() },
    },
  },
  usage,
);

build();
const { demoUsers, GATEWAY_PORT, IDENTITY_PORT, municipalities, organisationName } = await kernel();
const { readDocument } = await import('@werkplein/gateway');
const { unknownReasons, units } = await import('@werkplein/indicators');
const { askGraph } = await import('./report/ask-graph.ts');
const { viewOf } = await import('./report/report-view.ts');
const { csvOf } = await import('./report/csv.ts');
const { htmlOf } = await import('./report/html.ts');
const { xlsxOf } = await import('./report/xlsx.ts');

const formats: Readonly<Record<string, (view: ReportView, document: string) => string | Promise<Uint8Array>>> = {
  json: (_, document) => document,
  csv: csvOf,
  html: htmlOf,
  xlsx: xlsxOf,
};

const municipality = municipalities.find(({ field }) => field === values.municipality)?.code;
const [year, quarter] = [Number(values.year), Number(values.quarter)];
const write = values.out === undefined ? undefined : formats[values.format ?? ''];
if (municipality === undefined || !Number.isInteger(year) || !Number.isInteger(quarter) || (!write && !values.freeze) || (values.out !== undefined && !write))
  fail(usage);

const tokenOf = async (): Promise<string> => {
  const given = process.env['REPORT_TOKEN'];
  if (given) return given;
  if (!demoUsers.has(values.user)) fail(`${usage}\nDemo users: ${[...demoUsers.keys()].join(', ')}`);
  const { demoToken } = await import('@werkplein/dev-identity');
  return demoToken(values.user, { port: Number(process.env['IDENTITY_PORT'] ?? IDENTITY_PORT), keysDir: process.env['KEYS_DIR'] ?? inRoot('data/keys') });
};

const url = values.url ?? `http://127.0.0.1:${process.env['GATEWAY_PORT'] ?? GATEWAY_PORT}`;

const freeze = async (token: string): Promise<string> => {
  const input = {
    requestId: values['request-id'],
    municipality,
    year,
    quarter,
    knownOn: values['known-on'] ?? null,
    acceptMissing: values['accept-missing'],
    replace: values.replace,
    reason: values.reason ?? null,
  };
  type Frozen = { reports: { freezeReport: { __typename: string; report?: { edition: number; hash: string }; missingSources?: string[] } } };
  const { __typename: outcome, report, missingSources = [] } = (await askGraph<Frozen>(url, token, 'FreezeQuarterReport', { input })).reports.freezeReport;
  if (outcome === 'ReportFrozen') return `Vastgelegd: uitgave ${report?.edition}, SHA-256 ${report?.hash}.`;
  if (outcome === 'ReportExists')
    return `Er is al een rapportage: uitgave ${report?.edition}, SHA-256 ${report?.hash}. Een nieuwe uitgave: --replace --reason "…".`;
  if (outcome === 'ReportIncomplete')
    throw new Error(`Niet vastgelegd: er ontbreken gegevens (${missingSources.map(organisationName).join(', ')}). Toch: --accept-missing --reason "…".`);
  throw new Error('Niet vastgelegd: er was toen voor dit jaar niets afgesproken.');
};

const print = async (token: string, file: string): Promise<string> => {
  const { quarterReports } = await askGraph<{ quarterReports: AnsweredReport[] }>(url, token, 'QuarterReport', { municipality, year, quarter });
  const report = quarterReports.find(({ edition }) => values.edition === undefined || edition === Number(values.edition));
  if (!report) throw new Error('Deze rapportage is er niet. Leg haar vast met --freeze.');
  const names = { organisation: organisationName, unit: units, why: unknownReasons };
  const view = viewOf(report, readDocument(report.document), names);
  writeFileSync(file, (await write?.(view, report.document)) ?? '');
  return `Geschreven naar ${file}: uitgave ${report.edition}, SHA-256 ${report.hash}.`;
};

try {
  const token = await tokenOf();
  if (values.freeze) process.stdout.write(`${await freeze(token)}\n`);
  if (values.out !== undefined) process.stdout.write(`${await print(token, values.out)}\n`);
} catch (error) {
  fail((error as Error).message);
}
