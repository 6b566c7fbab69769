import { badInput, fault, type Page, type RequestContext, scopeOf, type Action } from '@werkplein/kernel';
import { addRows } from './combine.rules.ts';
import { ALL, type CountedFact, type Counted, type Evaluator } from './evaluator.ts';
import { eachOnce } from './missing.rules.ts';
import type { FigureFactsInput, FigurePart, FigureQuestionInput } from './figure.types.ts';

/** The indicators of one source by code. */
export type Evaluators = Readonly<Record<string, Evaluator>>;

/** A caller writes the code: one named like a property of every object is no indicator. */
const evaluatorOf = (evaluators: Evaluators, code: string): Evaluator | undefined => (Object.hasOwn(evaluators, code) ? evaluators[code] : undefined);

const nothing: Counted = { numerator: 0, denominator: 0 };

const partOf = (
  indicator: string,
  set: number,
  municipality: string | null,
  { numerator, denominator, value = null, missing = [], rows = [] }: Counted,
): FigurePart => ({ indicator, set, municipality, numerator, denominator, value, missing, rows });

/** Whose figures the asker may see, one by one; totals over all are for everybody who may ask at all. */
const visible = (ctx: RequestContext, wanted: Action, municipalities: readonly string[]): string[] => {
  const scope = scopeOf(ctx.principal, wanted);
  return municipalities.filter((each) => scope === 'all' || (scope === 'own' && each === ctx.principal.organisation));
};

/** Everything over all: what each has, third parties too. */
const addUp = (counts: ReadonlyMap<string, Counted>): Counted => {
  const all = [...counts.values()];
  const add = (side: 'numerator' | 'denominator'): number | null =>
    all.some((each) => each[side] !== null) ? all.reduce((total, each) => total + (each[side] ?? 0), 0) : null;
  return {
    numerator: add('numerator'),
    denominator: add('denominator'),
    rows: addRows(all),
    missing: eachOnce(all.flatMap(({ missing = [] }) => missing)),
  };
};

const SETS_MAX = 60;
/** Indicators that are counted at a time: a dashboard leaves connections of the pool to others. */
const AT_ONCE = 3;

/** What every job gives, in their order; some at a time. */
const someAtOnce = async <J, R>(jobs: readonly J[], work: (job: J) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const waiting = jobs.entries();
  const turn = async (): Promise<void> => {
    for (const [place, job] of waiting) results[place] = await work(job);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  return results;
};

/** The parts that this source has of the figures that it knows; an indicator that it does not know has no part here. */
export const figureParts = async (ctx: RequestContext, wanted: Action, evaluators: Evaluators, asked: FigureQuestionInput): Promise<FigurePart[]> => {
  const { sets, municipalities, total } = asked;
  if (sets.length > SETS_MAX) throw badInput([{ path: ['sets'], message: `Vraag ten hoogste ${SETS_MAX} perioden tegelijk.` }]);
  const seen = visible(ctx, wanted, municipalities);
  const tx = ctx.db.read;
  const counted = sets.flatMap(({ indicators, span }, set) =>
    [...new Set(indicators)].flatMap((code) => {
      const evaluator = evaluatorOf(evaluators, code);
      return evaluator ? [{ set, code, span, evaluator }] : [];
    }),
  );
  const parts = await someAtOnce(counted, async ({ set, code, span, evaluator }) => {
    const counts = await evaluator.count(tx, span);
    const isWhole = seen.every((each) => counts.has(each)) && (counts.size > 0 || !total);
    const without = isWhole ? nothing : ((await evaluator.without?.(tx, span)) ?? nothing);
    const each = seen.map((municipality) => partOf(code, set, municipality, counts.get(municipality) ?? without));
    const all = total ? (counts.get(ALL) ?? (await evaluator.total?.(tx, span, counts)) ?? (counts.size > 0 ? addUp(counts) : without)) : null;
    return all ? [...each, partOf(code, set, null, all)] : each;
  });
  return parts.flat();
};

const empty: Page<CountedFact> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The facts behind one side of a figure, for who may see those of that municipality, or of all. */
export const figureFacts = async (ctx: RequestContext, wanted: Action, evaluators: Evaluators, asked: FigureFactsInput): Promise<Page<CountedFact>> => {
  const { indicator, municipality = null, side, span, first, after = null } = asked;
  const evaluator = evaluatorOf(evaluators, indicator);
  if (!evaluator) return empty;
  const mayAll = scopeOf(ctx.principal, wanted) === 'all';
  if (municipality === null ? !mayAll : visible(ctx, wanted, [municipality]).length === 0) throw fault('FORBIDDEN');
  return evaluator.facts(ctx.db.read, span, side, municipality, { first, after });
};
