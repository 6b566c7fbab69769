import { type Clock, fault, type Municipality, scopeOf } from '@werkplein/kernel';
import { formatValue, type UnknownReason, viewReports } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import type { AskSubgraph } from '../figures/ask-sources.ts';
import { agreementFrom, agreementsOf, type Told } from './agreements-of.ts';
import { type FreezeInput, freezeReport } from './freeze-report.ts';
import { whyText } from './judge.rules.ts';
import { type ProgressArgs, progressReader } from './progress.ts';
import { type Line, readDocument, type ReportDocument } from './report-document.ts';

type ShownLine = Line & { document: ReportDocument };

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** What the directory adds to agreements and reports of the NUO. */
export const steeringResolvers = (municipalities: readonly Municipality[], ask: AskSubgraph, clock: Clock) => {
  const sources = { ask, municipalities };
  const progress = progressReader(sources, clock);

  /** The agreements of a year and municipality now, asked of the NUO once in a request, for all lines of all editions. */
  const told = new WeakMap<GatewayContext, Map<string, ReturnType<typeof agreementsOf>>>();
  const agreementOf = async (ctx: GatewayContext, { document: { year, municipality }, agreementId }: ShownLine) => {
    const known = told.get(ctx) ?? new Map<string, ReturnType<typeof agreementsOf>>();
    told.set(ctx, known);
    const key = `${year} ${municipality.code}`;
    const all = known.get(key) ?? agreementsOf(ask, ctx, year, municipality.code);
    known.set(key, all);
    return (await all).find(({ id }) => id === agreementId) ?? null;
  };
  const today = async (line: ShownLine, ctx: GatewayContext) => {
    const agreement = await agreementOf(ctx, line);
    return agreement && progress(ctx, agreement, { measuredOn: line.document.measuredOn });
  };
  const difference = async (line: ShownLine, ctx: GatewayContext): Promise<number | null> => {
    const now = await today(line, ctx).catch(() => null);
    return now?.value == null || line.value === null ? null : Number((now.value - line.value).toFixed(line.decimals));
  };
  const why = { whyText: ({ why: reason }: { why: UnknownReason | null }) => whyText(reason) };

  return {
    PerformanceAgreement: {
      __resolveReference: async (given: Told) => given,
      progress: (given: Told, args: ProgressArgs, ctx: GatewayContext) => progress(ctx, agreementFrom(given), args),
    },
    QuarterReport: {
      __resolveReference: async (given: { id: string; document?: string }) => given,
      lines: ({ document: text }: { document: string }, _: unknown, { principal }: GatewayContext): ShownLine[] => {
        if (!principal || scopeOf(principal, viewReports) === null) throw fault('FORBIDDEN');
        const document = readDocument(text);
        return document.lines.map((line) => ({ ...line, document }));
      },
    },
    ReportLine: {
      agreement: ({ agreementId }: ShownLine) => ({ __typename: 'PerformanceAgreement', id: agreementId }),
      reported: ({ document: { measuredOn, knownAt }, ...line }: ShownLine) => ({ ...line, measuredOn, knownAt }),
      today: (line: ShownLine, _: unknown, ctx: GatewayContext) => today(line, ctx),
      difference: (line: ShownLine, _: unknown, ctx: GatewayContext) => difference(line, ctx),
      differenceText: async (line: ShownLine, _: unknown, ctx: GatewayContext) => {
        const value = await difference(line, ctx);
        return value === null ? null : signed(value, formatValue(line, value));
      },
    },
    AgreementProgress: why,
    ReportedProgress: why,
    FreezeReportResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Mutation: { reports: () => ({}) },
    ReportCommands: {
      freezeReport: (_: unknown, { input }: { input: FreezeInput }, ctx: GatewayContext) => freezeReport(sources, clock, ctx, input),
    },
  };
};
