import { addDays, badInput, type Clock, localDay, type Problem } from '@werkplein/kernel';
import { indicatorOf } from '@werkplein/indicators';
import DataLoader from 'dataloader';
import type { GatewayContext } from '../execution/context.ts';
import type { ShownFigure } from '../figures/figures.resolvers.ts';
import { mayPlace, readerOf } from '../figures/reader.ts';
import { quartersOf } from '../figures/reporter.ts';
import { type Agreement, judge, type Moment, type Progress } from './judge.rules.ts';
import { computed, exactToDate, quarterEndingOn, reporterToDate, type Sources, spanOfYear, type YearToDate } from './to-date.ts';

export interface ProgressArgs {
  measuredOn?: string | null | undefined;
  knownOn?: Date | null | undefined;
}

export type ShownProgress = Progress & { realised: ShownFigure | null };

interface Wanted {
  indicator: string;
  municipality: string;
}

/** What one request shares: its "now", and the figures of each moment, asked once for all agreements. */
interface Shared {
  now: Date;
  figures: Map<string, DataLoader<Wanted, ShownFigure | null, string>>;
}

const keyOf = ({ indicator, municipality }: Wanted): string => `${municipality} ${indicator}`;

/** The last day of the last quarter that is over, or null in the first. */
const lastQuarterEnd = (year: number, today: string): string | null => quartersOf(String(year)).findLast(({ until }) => until < today)?.until ?? null;

/** The moment that is asked of, or what is wrong with it. */
const momentOf = (year: number, args: ProgressArgs, now: Date, exact: boolean): Moment => {
  const knownAt = args.knownOn ?? now;
  const today = localDay(now);
  const last = `${year}-12-31`;
  const before = addDays(`${year}-01-01`, -1);
  const upToNow = exact ? (today < last ? today : last) : (lastQuarterEnd(year, today) ?? before);
  const measuredOn = args.measuredOn ?? upToNow;
  const problems: Problem[] = [];
  if (args.measuredOn && !measuredOn.startsWith(`${year}-`)) problems.push({ path: ['measuredOn'], message: `Geef een dag in ${year}.` });
  else if (!exact && args.measuredOn && quarterEndingOn(year, measuredOn) === 0)
    problems.push({ path: ['measuredOn'], message: 'U ziet cijfers tot en met de laatste dag van een kwartaal.' });
  if (knownAt > now) problems.push({ path: ['knownOn'], message: 'Wat later bekend wordt weet nog niemand.' });
  else if (!exact && args.knownOn) problems.push({ path: ['knownOn'], message: 'U ziet cijfers zoals ze nu bekend zijn.' });
  if (problems.length > 0) throw badInput(problems);
  return { measuredOn, knownAt };
};

/** How agreements go, for one request; the figures of all agreements that are asked together are asked of each source once. */
export const progressReader = (sources: Sources, clock: Clock) => {
  const shared = new WeakMap<GatewayContext, Shared>();
  const sharedBy = (ctx: GatewayContext): Shared => {
    const known = shared.get(ctx) ?? { now: clock(), figures: new Map() };
    shared.set(ctx, known);
    return known;
  };

  const loaderFor = (ctx: GatewayContext, asked: YearToDate, exact: boolean): DataLoader<Wanted, ShownFigure | null, string> => {
    const { figures } = sharedBy(ctx);
    const key = `${asked.year} ${asked.measuredOn} ${asked.knownAt.toISOString()}`;
    const known = figures.get(key);
    if (known) return known;
    const loader = new DataLoader<Wanted, ShownFigure | null, string>(
      async (wanted) => {
        const indicators = computed(wanted.map(({ indicator }) => indicator));
        const places = [...new Set(wanted.map(({ municipality }) => municipality))];
        const found = await (exact ? exactToDate : reporterToDate)(sources, ctx, indicators, places, asked);
        const byKey = new Map(found.map((figure) => [keyOf({ indicator: figure.indicator.code, municipality: figure.municipality as string }), figure]));
        return wanted.map((each) => {
          const figure = byKey.get(keyOf(each));
          return figure ? { ...figure, span: spanOfYear(asked) } : null;
        });
      },
      { cacheKeyFn: keyOf },
    );
    figures.set(key, loader);
    return loader;
  };

  /** Throws for who may not see the figures of this municipality. */
  return async (ctx: GatewayContext, agreement: Agreement, args: ProgressArgs): Promise<ShownProgress | null> => {
    const reader = readerOf(ctx);
    const { exact } = reader;
    const { year, municipality, indicator } = agreement;
    if (!mayPlace(reader, municipality)) return null;
    const moment = momentOf(year, args, sharedBy(ctx).now, exact);
    const begun = moment.measuredOn >= `${year}-01-01`;
    const none = { value: null, reason: null, suppressed: false, complete: true, missing: [] };
    if (!indicatorOf(indicator)) return { ...judge(agreement, moment, null), realised: null };
    const realised = begun ? await loaderFor(ctx, { year, ...moment }, exact).load({ indicator, municipality }) : null;
    return { ...judge(agreement, moment, realised ?? none), realised };
  };
};

export type ReadProgress = ReturnType<typeof progressReader>;
