import { NUO, type Municipality } from '@werkplein/kernel';
import { type Combined, combine, type FigurePart, type Indicator, type Part, type Source, type Span } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import type { SubgraphAnswer } from '../execution/subgraph-answer.ts';

/** Asks one subgraph directly, as the caller: its answer, or errors when it is down. */
export type AskSubgraph = (ctx: GatewayContext, subgraph: string, query: string, variables: Record<string, unknown>) => Promise<SubgraphAnswer>;

/** What is asked of one place: a municipality by code, or all. */
export type Place = string | null;

export interface Figure extends Combined {
  indicator: Indicator;
  municipality: Place;
}

const partFields = 'indicator municipality numerator denominator value missing rows { key label value partOfValue }';

const sourcesOf = ({ numerator, denominator }: Indicator): Set<Source> => new Set([...numerator, ...denominator]);

interface Answered {
  organisation: string;
  source: Source;
  /** Null when this source gave no answer. */
  parts: FigurePart[] | null;
}

/** The parts of one subgraph for these indicators and places; one request. */
const askOne = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  { field, organisation, source }: { field: string; organisation: string; source: Source },
  indicators: readonly Indicator[],
  municipalities: readonly string[],
  total: boolean,
  span: Span,
): Promise<Answered> => {
  const name = `${field}FigureParts`;
  const asked = { indicators: indicators.map(({ code }) => code), municipalities, total, span: { ...span, knownAt: span.knownAt.toISOString() } };
  const { data } = await ask(ctx, field, `query FigureParts($asked: FigureQuestionInput!) { ${name}(asked: $asked) { ${partFields} } }`, { asked });
  return { organisation, source, parts: (data?.[name] as FigurePart[] | null | undefined) ?? null };
};

const asPart = ({ source, organisation }: Answered, { numerator, denominator, value, missing, rows }: FigurePart): Part => ({
  source,
  organisation,
  numerator,
  denominator,
  value,
  complete: missing.length === 0,
  missing,
  rows,
});

/** Only the sides that a source answers for: a subgraph gives both of what it knows. */
const onlySides = (of: Indicator, part: Part): Part => ({
  ...part,
  numerator: of.numerator.includes(part.source) ? part.numerator : null,
  denominator: of.denominator.includes(part.source) ? part.denominator : null,
});

/**
 * Figures of these indicators for each of these places. The NUO is asked once and each Werkplein that has a part once, all at the same time;
 * who does not answer is missing from the figures that need it, and the others stand.
 */
export const askFigures = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  taking: readonly Municipality[],
  indicators: readonly Indicator[],
  places: readonly Place[],
  span: Span,
): Promise<Figure[]> => {
  const total = places.includes(null);
  const codes = places.filter((place) => place !== null);
  const needing = (source: Source): Indicator[] => indicators.filter((each) => sourcesOf(each).has(source));
  const asking: Promise<Answered>[] = [];
  if (needing('nuo').length > 0) asking.push(askOne(ask, ctx, { field: NUO, organisation: NUO, source: 'nuo' }, needing('nuo'), codes, total, span));
  if (needing('werkplein').length > 0)
    for (const { field, code } of taking.filter((each) => total || codes.includes(each.code)))
      asking.push(
        askOne(
          ask,
          ctx,
          { field, organisation: code, source: 'werkplein' },
          needing('werkplein'),
          codes.filter((each) => each === code),
          total,
          span,
        ),
      );
  const answered = await Promise.all(asking);

  return places.flatMap((municipality) =>
    indicators.map((indicator): Figure => {
      const needed = answered.filter(
        ({ source, organisation }) => sourcesOf(indicator).has(source) && (source === 'nuo' || municipality === null || organisation === municipality),
      );
      const found = needed.flatMap((one) => {
        const part = one.parts?.find((each) => each.indicator === indicator.code && each.municipality === municipality);
        return part ? [onlySides(indicator, asPart(one, part))] : [];
      });
      const missing = needed.filter(({ organisation }) => !found.some((part) => part.organisation === organisation)).map(({ organisation }) => organisation);
      return { indicator, municipality, ...combine(indicator, found, missing) };
    }),
  );
};
