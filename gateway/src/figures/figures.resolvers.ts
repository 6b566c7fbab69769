import { badInput, type Clock, fault, isSettled, type Municipality, NUO, parseInstant, type Problem, type Page } from '@werkplein/kernel';
import {
  type CountedFact,
  formatValue,
  type Indicator,
  indicatorOf,
  indicators as allIndicators,
  missingText,
  noValueReasons,
  type Side,
  type Source,
  type Span,
} from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import { askFigures, askFigureSetsInTurn, type AskSubgraph, type Figure, type Place } from './ask-sources.ts';
import { mayPlace, readerOf, type Reader } from './reader.ts';
import { forReporter, needsOtherPeriods, periodProblems, quartersOf, type Shown } from './reporter.ts';

export interface FigureArgs {
  from: string;
  until: string;
  measuredOn?: string | null;
  knownAt?: string | Date | null;
}

export type ShownFigure = Shown & { span: Span };

const INDICATORS_MAX = 25;
const YEARS_MAX_DAYS = 3660;

const spanOf = (args: FigureArgs, now: Date, exact: boolean): Span => {
  const { from, until } = args;
  const measuredOn = args.measuredOn ?? until;
  const knownAt = args.knownAt === null || args.knownAt === undefined ? now : args.knownAt instanceof Date ? args.knownAt : parseInstant(args.knownAt);
  const problems: Problem[] = [];
  if (until < from) problems.push({ path: ['until'], message: 'Het einde van de periode ligt voor het begin.' });
  else if (Date.parse(until) - Date.parse(from) > YEARS_MAX_DAYS * 86_400_000) problems.push({ path: ['until'], message: 'Vraag ten hoogste tien jaar.' });
  if (knownAt > now) problems.push({ path: ['knownAt'], message: 'Wat later bekend wordt weet nog niemand.' });
  if (!exact && problems.length === 0) problems.push(...periodProblems({ from, until }, measuredOn, args.knownAt !== null && args.knownAt !== undefined));
  if (problems.length > 0) throw badInput(problems);
  return { from, until, measuredOn, knownAt };
};

const indicatorsOf = (codes: readonly string[] | null | undefined): Indicator[] => {
  if (!codes) return [...allIndicators];
  const problems: Problem[] = codes.flatMap((code, at) => (indicatorOf(code) ? [] : [{ path: ['indicators', at], message: 'Dit cijfer bestaat niet.' }]));
  if (codes.length > INDICATORS_MAX) problems.push({ path: ['indicators'], message: `Vraag ten hoogste ${INDICATORS_MAX} cijfers tegelijk.` });
  if (problems.length > 0) throw badInput(problems);
  return [...new Set(codes)].map((code) => indicatorOf(code) as Indicator);
};

/** The resolvers of figures in the directory: they ask the sources directly, each for its own part. */
export const figureResolvers = (municipalities: readonly Municipality[], ask: AskSubgraph, clock: Clock) => {
  const codes = municipalities.map(({ code }) => code);

  /** As a reporter sees them: of persons the whole table is computed, for what is hidden depends on what stands around it. */
  const shownToReporter = async (ctx: GatewayContext, wanted: readonly Indicator[], places: readonly Place[], span: Span): Promise<ShownFigure[]> => {
    const rows: Place[] = [...codes, null];
    const year = span.from.slice(0, 4);
    const periods = [...quartersOf(year), { from: `${year}-01-01`, until: `${year}-12-31` }];
    const at = periods.findIndex(({ from, until }) => from === span.from && until === span.until);
    const sets = periods.map((period, each) => ({
      indicators: each === at ? wanted : wanted.filter(needsOtherPeriods),
      span: { ...span, ...period, measuredOn: period.until },
    }));
    const answered = await askFigureSetsInTurn(ask, ctx, municipalities, sets, rows);
    const tableOf = (of: Indicator): Figure[][] => {
      const columns = needsOtherPeriods(of) ? answered : [answered[at] ?? []];
      return rows.map((place) => columns.map((figures) => figures.find(({ indicator, municipality }) => indicator === of && municipality === place) as Figure));
    };
    return places.flatMap((place) =>
      wanted.flatMap((each) =>
        forReporter(each, tableOf(each), [[rows.indexOf(place), needsOtherPeriods(each) ? at : 0]]).map((figure) => ({ ...figure, span })),
      ),
    );
  };

  const figures = async (ctx: GatewayContext, wanted: readonly Indicator[], places: readonly Place[], span: Span, exact: boolean): Promise<ShownFigure[]> =>
    exact
      ? (await askFigures(ask, ctx, municipalities, wanted, places, span)).map((figure) => ({ ...figure, suppressed: false, span }))
      : shownToReporter(ctx, wanted, places, span);

  const checkPlaces = (reader: Reader, asked: readonly string[], path: string): void => {
    if (!asked.every((code) => mayPlace(reader, code))) throw fault('FORBIDDEN');
    const problems = asked.flatMap((code): Problem[] => (codes.includes(code) ? [] : [{ path: [path], message: `Er zijn geen cijfers van ${code}.` }]));
    if (problems.length > 0) throw badInput(problems);
  };

  const facts = async (
    ctx: GatewayContext,
    { indicator, municipality, span }: ShownFigure,
    side: Side,
    first: number,
    after: string | null,
  ): Promise<Page<CountedFact>> => {
    const sources: readonly Source[] = side === 'NUMERATOR' ? indicator.numerator : indicator.denominator;
    const fields = sources.flatMap((source) =>
      source === 'nuo' ? [NUO] : municipalities.filter(({ code }) => municipality === null || code === municipality).map(({ field }) => field),
    );
    // One source after the other: the bookmark says where.
    const [startField = fields[0], startAfter = ''] = after?.split('~') ?? [];
    for (const field of fields.slice(Math.max(0, fields.indexOf(startField ?? '')))) {
      const name = `${field}FigureFacts`;
      const asked = {
        indicator: indicator.code,
        municipality: field === NUO ? municipality : (municipality ?? municipalities.find((each) => each.field === field)?.code),
        side,
        span: { ...span, knownAt: span.knownAt.toISOString() },
        first,
        after: field === startField && startAfter !== '' ? startAfter : null,
      };
      const { data, errors } = await ask(
        ctx,
        field,
        `query FigureFacts($asked: FigureFactsInput!) { ${name}(asked: $asked) { nodes { id kind ref municipality validFrom validUntil recordedAt contribution } pageInfo { hasNextPage endCursor } } }`,
        { asked },
      );
      const page = data?.[name] as Page<CountedFact> | null | undefined;
      if (!page) throw errors?.[0] ?? fault('SUBGRAPH_UNAVAILABLE');
      const next = fields[fields.indexOf(field) + 1];
      const more = page.pageInfo.hasNextPage ? `${field}~${page.pageInfo.endCursor ?? ''}` : next === undefined ? null : `${next}~`;
      if (page.nodes.length > 0 || more === null || next === undefined) return { nodes: page.nodes, pageInfo: { hasNextPage: more !== null, endCursor: more } };
    }
    return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  };

  return {
    Query: {
      indicators: () => allIndicators,
      figures: async (
        _: unknown,
        args: FigureArgs & { indicators?: string[] | null; municipalities?: string[] | null; total?: boolean | null },
        ctx: GatewayContext,
      ): Promise<ShownFigure[]> => {
        const reader = readerOf(ctx);
        const wanted = indicatorsOf(args.indicators);
        const span = spanOf(args, clock(), reader.exact);
        checkPlaces(reader, args.municipalities ?? [], 'municipalities');
        const places: Place[] = [...new Set(args.municipalities ?? codes.filter((code) => mayPlace(reader, code)))];
        return figures(ctx, wanted, args.total ? [...places, null] : places, span, reader.exact);
      },
      figure: async (_: unknown, args: FigureArgs & { indicator: string; municipality?: string | null }, ctx: GatewayContext): Promise<ShownFigure | null> => {
        const reader = readerOf(ctx);
        const [wanted] = indicatorsOf([args.indicator]);
        const span = spanOf(args, clock(), reader.exact);
        checkPlaces(reader, args.municipality ? [args.municipality] : [], 'municipality');
        const [found] = await figures(ctx, [wanted as Indicator], [args.municipality ?? null], span, reader.exact);
        return found ?? null;
      },
    },
    Figure: {
      from: ({ span }: ShownFigure) => span.from,
      until: ({ span }: ShownFigure) => span.until,
      measuredOn: ({ span }: ShownFigure) => span.measuredOn,
      knownAt: ({ span }: ShownFigure) => span.knownAt,
      missingSources: ({ missing }: ShownFigure) => missing.map(missingText),
      settled: ({ span }: ShownFigure) => isSettled(span.knownAt, clock()),
      noValue: ({ suppressed, reason }: ShownFigure) => (suppressed ? 'SUPPRESSED' : reason),
      text: ({ indicator, value, suppressed, reason }: ShownFigure) => {
        if (suppressed) return 'te klein om te tonen';
        if (value === null) return noValueReasons[reason ?? 'SOURCE_MISSING'];
        return formatValue(indicator, value);
      },
      facts: async (figure: ShownFigure, { first, after, side }: { first: number; after?: string | null; side: Side }, ctx: GatewayContext) =>
        readerOf(ctx).facts ? facts(ctx, figure, side, first, after ?? null) : Promise.reject(fault('FORBIDDEN')),
    },
  };
};
