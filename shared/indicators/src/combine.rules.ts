import type { Indicator, Source } from './indicator.ts';
import { eachOnce, lacking, type Missing } from './missing.rules.ts';

/** What one source holds of one figure. */
export interface Part {
  source: Source;
  /** CBS code of whose Werkplein it is, or `nuo`: the name by which a missing source is known. */
  organisation: string;
  /** In whole units of the facts; null when this source gives none. */
  numerator: number | null;
  denominator: number | null;
  /** A statistic that does not follow from sums, such as a median. */
  value: number | null;
  complete: boolean;
  missing: readonly Missing[];
  rows: readonly FigureRow[];
}

/** One line of what a figure is made of, or of what stands beside it. */
export interface FigureRow {
  key: string;
  /** Dutch. */
  label: string;
  value: number;
  /** When given the line is `value` ÷ `over`, each added up over the parts: a mean has no sum. */
  over?: number | null;
  /** Of several parts it is the greatest, not the sum. */
  greatest?: boolean | null;
  /** Whether the rows with the same mark add up to the numerator. */
  partOfValue: boolean;
}

export const noValueReasons = {
  NO_DENOMINATOR: 'Er is niets om door te delen.',
  SOURCE_MISSING: 'Een deel van de gegevens ontbreekt.',
} as const;
export type NoValueReason = keyof typeof noValueReasons;

export interface Combined {
  value: number | null;
  /** Why there is no value. */
  reason: NoValueReason | null;
  numerator: number | null;
  denominator: number | null;
  complete: boolean;
  missing: Missing[];
  rows: FigureRow[];
}

const round = (value: number, decimals: number): number => {
  const scaled = value * 10 ** decimals;
  // Away from zero at a half, whatever the binary fraction makes of it.
  return (Math.sign(scaled) * Math.round(Math.abs(scaled) + Number.EPSILON * Math.abs(scaled))) / 10 ** decimals;
};

const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);

const ROW_DECIMALS = 2;

/** The lines of several parts together, by key. */
export const addRows = (parts: readonly { rows?: readonly FigureRow[] }[]): FigureRow[] => {
  const rows = new Map<string, FigureRow>();
  for (const row of parts.flatMap((part) => part.rows ?? [])) {
    const known = rows.get(row.key);
    const over = row.over ?? null;
    const value = !known ? row.value : row.greatest ? Math.max(known.value, row.value) : known.value + row.value;
    rows.set(row.key, known ? { ...known, value, over: over === null ? null : (known.over ?? 0) + over } : { ...row, over });
  }
  return [...rows.values()];
};

/** The lines as they are shown; a mean of nothing is none. */
const shownRows = (rows: readonly FigureRow[]): FigureRow[] =>
  rows.flatMap(({ over = null, greatest: _, value, ...row }) =>
    over === null ? [{ ...row, value }] : over === 0 ? [] : [{ ...row, value: round(value / over, ROW_DECIMALS) }],
  );

/** Whether a source does not know a side that it answers for. */
const lacksASide = (of: Indicator, { source, numerator, denominator }: Part): boolean =>
  (of.numerator.includes(source) && numerator === null) || (of.denominator.includes(source) && denominator === null);

/**
 * One figure of the parts of its sources; `absent` are the organisations that did not answer. What is missing is never zero (D4): a count
 * gives the sum of what is there with `complete: false`, a ratio or a mean gives no value. A denominator of zero gives no value either (D5).
 */
export const combine = (of: Indicator, parts: readonly Part[], absent: readonly string[]): Combined => {
  const lacks = eachOnce([...absent.map((organisation) => lacking(organisation)), ...parts.flatMap((part) => part.missing)]);
  const complete = lacks.length === 0 && parts.every((part) => part.complete);
  const rows = shownRows(addRows(parts));
  const given = { complete, missing: lacks, rows };
  const numerator = parts.some((part) => part.numerator !== null) ? sum(parts.map((part) => part.numerator)) : null;
  const isRatio = of.denominator.length > 0;
  const denominator = isRatio && parts.some((part) => part.denominator !== null) ? sum(parts.map((part) => part.denominator)) : null;
  const without = (reason: NoValueReason): Combined => ({ ...given, value: null, reason, numerator, denominator });
  if (!of.additive) {
    const value = parts.length === 1 && absent.length === 0 ? (parts[0] as Part).value : null;
    if (value === null) return without(absent.length > 0 ? 'SOURCE_MISSING' : 'NO_DENOMINATOR');
    return { ...given, value: round(value, of.decimals), reason: null, numerator, denominator };
  }
  if (isRatio) {
    if (absent.length > 0) return without('SOURCE_MISSING');
    // One side of one part is unknown: what the others have is not the figure of all.
    if (numerator !== null && denominator !== null && parts.some((part) => lacksASide(of, part))) return without('SOURCE_MISSING');
    if (numerator === null || denominator === null || denominator === 0) return without('NO_DENOMINATOR');
    return { ...given, value: round((numerator / denominator) * of.scale, of.decimals), reason: null, numerator, denominator };
  }
  if (numerator === null) return without('SOURCE_MISSING');
  return { ...given, value: round(numerator * of.scale, of.decimals), reason: null, numerator, denominator };
};
