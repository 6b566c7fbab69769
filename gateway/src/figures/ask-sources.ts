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

/** Figures of one period that are asked together with others. */
export interface FigureSet {
  indicators: readonly Indicator[];
  span: Span;
}

const partFields = 'set indicator municipality numerator denominator value missing { what count } rows { key label value over greatest partOfValue }';

const sourcesOf = ({ numerator, denominator }: Indicator): Set<Source> => new Set([...numerator, ...denominator]);

interface Answered {
  organisation: string;
  source: Source;
  /** Null when this source gave no answer. */
  parts: FigurePart[] | null;
}

interface Subgraph {
  field: string;
  organisation: string;
  source: Source;
}

/** The parts of one subgraph for these sets and places; one request. */
const askOne = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  { field, organisation, source }: Subgraph,
  sets: readonly FigureSet[],
  municipalities: readonly string[],
  total: boolean,
): Promise<Answered> => {
  const name = `${field}FigureParts`;
  const asked = {
    sets: sets.map(({ indicators, span }) => ({
      indicators: indicators.filter((each) => sourcesOf(each).has(source)).map(({ code }) => code),
      span: { ...span, knownAt: span.knownAt.toISOString() },
    })),
    municipalities,
    total,
  };
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
 * Figures of several sets for each of these places, set by set. The NUO is asked once and each Werkplein that has a part once, all at the
 * same time; who does not answer is missing from the figures that need it, and the others stand.
 */
export const askFigureSets = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  taking: readonly Municipality[],
  sets: readonly FigureSet[],
  places: readonly Place[],
): Promise<Figure[][]> => {
  const total = places.includes(null);
  const codes = places.filter((place) => place !== null);
  const isNeeded = (source: Source): boolean => sets.some(({ indicators }) => indicators.some((each) => sourcesOf(each).has(source)));
  const asking: Promise<Answered>[] = [];
  if (isNeeded('nuo')) asking.push(askOne(ask, ctx, { field: NUO, organisation: NUO, source: 'nuo' }, sets, codes, total));
  if (isNeeded('werkplein'))
    for (const { field, code } of taking.filter((each) => total || codes.includes(each.code))) {
      const own = codes.filter((each) => each === code);
      asking.push(askOne(ask, ctx, { field, organisation: code, source: 'werkplein' }, sets, own, total));
    }
  const answered = await Promise.all(asking);

  const figureOf = (set: number, indicator: Indicator, municipality: Place): Figure => {
    const needed = answered.filter(
      ({ source, organisation }) => sourcesOf(indicator).has(source) && (source === 'nuo' || municipality === null || organisation === municipality),
    );
    const found = needed.flatMap((one) => {
      const part = one.parts?.find((each) => each.set === set && each.indicator === indicator.code && each.municipality === municipality);
      return part ? [onlySides(indicator, asPart(one, part))] : [];
    });
    const missing = needed.filter(({ organisation }) => !found.some((part) => part.organisation === organisation)).map(({ organisation }) => organisation);
    return { indicator, municipality, ...combine(indicator, found, missing) };
  };
  return sets.map(({ indicators }, set) => places.flatMap((municipality) => indicators.map((indicator) => figureOf(set, indicator, municipality))));
};

const SETS_AT_ONCE = 2;

/** The same in a few questions, one after the other: rather a reporter waits than that a source that is busy counts as missing. */
export const askFigureSetsInTurn = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  taking: readonly Municipality[],
  sets: readonly FigureSet[],
  places: readonly Place[],
): Promise<Figure[][]> => {
  const answered: Figure[][] = [];
  for (let at = 0; at < sets.length; at += SETS_AT_ONCE) answered.push(...(await askFigureSets(ask, ctx, taking, sets.slice(at, at + SETS_AT_ONCE), places)));
  return answered;
};

/** Figures of these indicators for each of these places in one period. */
export const askFigures = async (
  ask: AskSubgraph,
  ctx: GatewayContext,
  taking: readonly Municipality[],
  indicators: readonly Indicator[],
  places: readonly Place[],
  span: Span,
): Promise<Figure[]> => (await askFigureSets(ask, ctx, taking, [{ indicators, span }], places))[0] ?? [];
