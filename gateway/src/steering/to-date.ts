import type { Municipality } from '@werkplein/kernel';
import { type Indicator, indicatorOf, type Span } from '@werkplein/indicators';
import type { GatewayContext } from '../execution/context.ts';
import { askFigures, askFigureSetsInTurn, type AskSubgraph, type Figure, type Place } from '../figures/ask-sources.ts';
import { addsUp, forReporter, hide, quartersOf, type Shown, withoutCounts } from '../figures/reporter.ts';

/** Figures of a year until a day, asked of the sources. */
export interface Sources {
  ask: AskSubgraph;
  municipalities: readonly Municipality[];
}

/** Of which year, until which day of it, and as known when. */
export interface YearToDate {
  year: number;
  measuredOn: string;
  knownAt: Date;
}

export const spanOfYear = ({ year, measuredOn, knownAt }: YearToDate): Span => ({ from: `${year}-01-01`, until: measuredOn, measuredOn, knownAt });

/** The quarter of which this is the last day, from 1; 0 when it is the last of none. */
export const quarterEndingOn = (year: number, day: string): number => quartersOf(String(year)).findIndex(({ until }) => until === day) + 1;

const toShow = (figure: Figure): Shown => ({ ...figure, suppressed: false });

/** As who may see every number sees them, by place. */
export const exactToDate = async (
  { ask, municipalities }: Sources,
  ctx: GatewayContext,
  indicators: readonly Indicator[],
  places: readonly Place[],
  asked: YearToDate,
): Promise<Shown[]> => (await askFigures(ask, ctx, municipalities, indicators, places, spanOfYear(asked))).map(toShow);

/**
 * Figures as a reporter may see them. A year until the end of a quarter is no period that reporters can ask for, so it may tell them nothing new:
 * it is shown only when every quarter that it is made of is shown, and then it follows from those. That must hold both for who sees all
 * municipalities and for who sees one and the total, because both may read the same report.
 */
export const reporterToDate = async (
  { ask, municipalities }: Sources,
  ctx: GatewayContext,
  indicators: readonly Indicator[],
  places: readonly string[],
  asked: YearToDate,
): Promise<Shown[]> => {
  const rows: Place[] = [...municipalities.map(({ code }) => code), null];
  const last = quarterEndingOn(asked.year, asked.measuredOn);
  const quarters = quartersOf(String(asked.year));
  const whole = { from: `${asked.year}-01-01`, until: `${asked.year}-12-31` };
  // A number that is not about persons is hidden from nobody.
  const persons = indicators.filter(({ aboutPersons }) => aboutPersons);
  const sets = [
    ...[...quarters, whole].map((period, at) => ({
      indicators: persons.filter((each) => addsUp(each) || (each.shape === 'STAND' ? at === last - 1 : at < last)),
      span: { ...period, measuredOn: period.until, knownAt: asked.knownAt },
    })),
    { indicators, span: spanOfYear(asked) },
  ];
  const answered = await askFigureSetsInTurn(ask, ctx, municipalities, sets, rows);
  const exact = answered.pop() as Figure[];
  const tableOf = (of: Indicator): Figure[][] =>
    rows.map((place) => answered.flatMap((figures) => figures.filter(({ indicator, municipality }) => indicator === of && municipality === place)));
  const total = rows.length - 1;
  const shows = (indicator: Indicator, place: number): boolean => {
    if (!indicator.aboutPersons) return true;
    const all = tableOf(indicator);
    const cells = (row: number) => (indicator.shape === 'STAND' ? [0] : Array.from({ length: last }, (_, at) => at)).map((at) => [row, at] as const);
    const own = [all[place] as Figure[], all[total] as Figure[]];
    return [...forReporter(indicator, all, cells(place)), ...forReporter(indicator, own, cells(0))].every(({ suppressed }) => !suppressed);
  };
  const wanted = exact.filter(({ municipality }) => municipality !== null && places.includes(municipality));
  return wanted.map(withoutCounts).map((figure) => {
    const { indicator, municipality } = figure;
    // Of persons who count once in a year the number of the year may be small where those of its quarters are not.
    const followsFromQuarters = addsUp(indicator) || indicator.shape === 'STAND';
    const small = !followsFromQuarters && forReporter(indicator, [[figure]], [[0, 0]]).some(({ suppressed }) => suppressed);
    if (small || !shows(indicator, rows.indexOf(municipality))) return hide(figure);
    // What a ratio is made of is never shown to a reporter.
    return { ...figure, ...(indicator.aboutPersons && { numerator: null, denominator: null }), rows: [], suppressed: false };
  });
};

/** The indicators with these codes that are computed, each once. */
export const computed = (codes: readonly string[]): Indicator[] => [...new Set(codes)].map(indicatorOf).filter((each) => each !== null);
