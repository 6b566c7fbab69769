import { badInput, type Clock, fault, localDay, type Municipality, NUO, type Problem, scopeOf, SETTLING_MS } from '@werkplein/kernel';
import { freezeReports, indicators, manualIndicators } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import { quartersOf, type Shown } from '../figures/reporter.ts';
import { agreementsOf } from './agreements-of.ts';
import { documentOf, lineOf, type ReportOf } from './report-document.ts';
import { computed, exactToDate, reporterToDate, type Sources } from './to-date.ts';

export interface FreezeInput {
  requestId: string;
  municipality: string;
  year: number;
  quarter: number;
  knownOn?: Date | null;
  acceptMissing: boolean;
  replace: boolean;
  reason?: string | null;
}

/** As the NUO answers. */
interface Stored {
  outcome: 'FROZEN' | 'EXISTS' | 'INCOMPLETE' | 'NOTHING_AGREED';
  reportId: string | null;
  missingSources: string[];
}

const [FIRST_YEAR, LAST_YEAR] = [2020, 2100];

/** What is frozen, or what is wrong with asking for it. */
const reportOf = (input: FreezeInput, municipalities: readonly Municipality[], now: Date): ReportOf => {
  const { year, quarter } = input;
  const problems: Problem[] = [];
  const problem = (field: keyof FreezeInput, message: string): void => void problems.push({ path: ['input', field], message });
  const municipality = municipalities.find(({ code }) => code === input.municipality);
  if (!municipality) problem('municipality', 'Deze gemeente doet niet mee.');
  const yearFits = year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!yearFits) problem('year', `Geef een jaar van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`);
  const measuredOn = yearFits ? quartersOf(String(year))[quarter - 1]?.until : undefined;
  // What was recorded less long ago may still be joined by what was recorded before it.
  const settled = new Date(now.getTime() - SETTLING_MS);
  const knownAt = input.knownOn ?? settled;
  if (knownAt > settled) problem('knownOn', 'Wat nu bekend wordt kan nog veranderen. Geef een tijdstip van ten minste tien seconden geleden.');
  if (![1, 2, 3, 4].includes(quarter)) problem('quarter', 'Geef een kwartaal van 1 tot en met 4.');
  else if (measuredOn !== undefined && localDay(knownAt) <= measuredOn)
    problem(input.knownOn ? 'knownOn' : 'quarter', 'Het kwartaal was toen nog niet voorbij.');
  if (problems.length > 0) throw badInput(problems);
  return {
    municipality: municipality as Municipality,
    year,
    quarter,
    moment: { measuredOn: measuredOn as string, knownAt },
    acceptedBecause: (input.acceptMissing && input.reason?.trim()) || null,
  };
};

const codes = [...indicators, ...manualIndicators].map(({ code }) => code);
const placeOf = (code: string): number => codes.indexOf(code);

const storing = `mutation StoreReport($input: StoreReportInput!) {
  nuo { storeQuarterReport(input: $input) { outcome reportId missingSources } }
}`;

/**
 * Makes the report of every source, for who sees all and for who sees aggregates, and gives both to the NUO to keep. It decides there, in one
 * transaction: a repeat gets the report of the first time, and of two at once one is kept.
 */
export const freezeReport = async (sources: Sources, clock: Clock, ctx: GatewayContext, input: FreezeInput): Promise<object> => {
  if (!ctx.principal || scopeOf(ctx.principal, freezeReports) === null) throw fault('FORBIDDEN');
  const report = reportOf(input, sources.municipalities, clock());
  const { municipality, year, moment } = report;
  const told = await agreementsOf(sources.ask, ctx, year, municipality.code);
  // In the order in which indicators are listed, so that a report reads alike each time.
  const agreements = told.toSorted((a, b) => placeOf(a.indicator) - placeOf(b.indicator));
  const counted = computed(agreements.map(({ indicator }) => indicator));
  const asked = { year, ...moment };
  const linesOf = (figures: readonly Shown[]) =>
    agreements.flatMap((agreement) => lineOf(agreement, moment, figures.find(({ indicator }) => indicator.code === agreement.indicator) ?? null) ?? []);
  const document = documentOf(report, linesOf(await exactToDate(sources, ctx, counted, [municipality.code], asked)), false);
  const forReporters = documentOf(report, linesOf(await reporterToDate(sources, ctx, counted, [municipality.code], asked)), true);
  const made = {
    measuredOn: moment.measuredOn,
    knownAt: moment.knownAt.toISOString(),
    missingSources: document.missingSources,
    lines: document.lines.length,
    document: JSON.stringify(document),
    reporterDocument: JSON.stringify(forReporters),
  };
  const given = { ...input, knownOn: input.knownOn ? moment.knownAt.toISOString() : null, made };
  const { data, errors } = await sources.ask(ctx, NUO, storing, { input: given });
  const stored = (data?.['nuo'] as { storeQuarterReport: Stored | null } | null | undefined)?.storeQuarterReport;
  if (!stored) throw errors?.[0] ?? fault('SUBGRAPH_UNAVAILABLE', { service: NUO });
  const { outcome, reportId: id, missingSources } = stored;
  if (outcome === 'INCOMPLETE') return { __typename: 'ReportIncomplete', missingSources };
  if (outcome === 'NOTHING_AGREED') return { __typename: 'ReportWithoutAgreements', year };
  return { __typename: outcome === 'FROZEN' ? 'ReportFrozen' : 'ReportExists', report: { __typename: 'QuarterReport', id } };
};
