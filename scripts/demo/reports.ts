// The quarter reports that the demo data come with, and the agreements that were settled by them: through the graph, as the people would.
// What was frozen or settled before stays as it was.
import { municipalities } from '@werkplein/kernel';
import { type AsDemoUser, requestIdOf, wentAs } from './as-demo-user.ts';

interface Frozen {
  reports: { freezeReport: { __typename: string; report?: { id: string } } };
}

const FREEZE = `mutation ($input: FreezeReportInput!) { reports { freezeReport(input: $input) {
  __typename ... on ReportFrozen { report { id } } ... on ReportExists { report { id } } } } }`;
const AGREED = `query ($municipality: MunicipalityCode!, $year: Int!) {
  performanceAgreements(municipality: $municipality, year: $year) { id status version } }`;
const SETTLE = 'mutation ($input: SettleAgreementInput!) { nuo { settlePerformanceAgreement(input: $input) { __typename } } }';

const LAST_YEAR = 2025;

const freeze = async (ask: AsDemoUser, input: Record<string, unknown>): Promise<string | null> =>
  (await ask<Frozen>('nuo.coordinator', FREEZE, { input })).reports.freezeReport.report?.id ?? null;

/** Of Wierden, the third quarter as it was known on the fifth of October, when September was not closed yet. */
const freezeThirdQuarter = (ask: AsDemoUser): Promise<string | null> =>
  freeze(ask, {
    requestId: 'demo-quarter-report-wierden-2026-3',
    municipality: '0189',
    year: 2026,
    quarter: 3,
    knownOn: '2026-10-05T20:00:00.000Z',
    acceptMissing: true,
    reason: 'September was nog niet overal afgesloten toen het bestuur vergaderde.',
  });

/** The report of the whole year before the demo, and by it every agreement of that year. */
const settleLastYear = async (ask: AsDemoUser, code: string, field: string): Promise<void> => {
  const report = {
    requestId: `demo-year-report-${code}-${LAST_YEAR}`,
    municipality: code,
    year: LAST_YEAR,
    quarter: 4,
    knownOn: '2026-02-16T20:00:00.000Z',
    acceptMissing: false,
  };
  const reportId = await freeze(ask, report);
  if (reportId === null) throw new Error(`the report of ${code} over ${LAST_YEAR} was not frozen`);
  const { performanceAgreements: agreed } = await ask<{ performanceAgreements: { id: string; status: string; version: number }[] }>('nuo.coordinator', AGREED, {
    municipality: code,
    year: LAST_YEAR,
  });
  for (const { id: agreementId, version: expectedVersion } of agreed.filter(({ status }) => status !== 'SETTLED')) {
    const note = 'Besproken in het bestuurlijk overleg.';
    const input = { requestId: requestIdOf('settle', agreementId), agreementId, expectedVersion, reportId, note };
    const { nuo } = await ask<{ nuo: { settlePerformanceAgreement: { __typename: string } } }>(`${field}.kwaliteitsmedewerker`, SETTLE, { input });
    wentAs(nuo.settlePerformanceAgreement.__typename, 'AgreementChanged');
  }
};

export const freezeDemoReports = async (ask: AsDemoUser): Promise<void> => {
  await freezeThirdQuarter(ask);
  for (const { code, field } of municipalities) await settleLastYear(ask, code, field);
};
