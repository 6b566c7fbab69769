import { type Municipality, organisationName } from '@werkplein/kernel';
import { colours, directions, formatValue, isManual, type Steered, steeredOf, type Terms, termsAt, unknownReasons, units } from '@werkplein/indicators';
import { z } from 'zod';
import type { Shown } from '../figures/reporter.ts';
import { type Agreement, judge, type Moment } from './judge.rules.ts';

const keysOf = <K extends string>(texts: Readonly<Record<K, string>>) => z.enum(Object.keys(texts) as [K, ...K[]]);

const lineSchema = z.strictObject({
  agreementId: z.string(),
  indicator: z.string(),
  title: z.string(),
  definition: z.string(),
  definitionVersion: z.number(),
  unit: keysOf(units),
  decimals: z.number(),
  manual: z.boolean(),
  versionNumber: z.number(),
  direction: keysOf(directions),
  target: z.number(),
  targetText: z.string(),
  amberBeyond: z.number(),
  redBeyond: z.number(),
  value: z.number().nullable(),
  text: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  complete: z.boolean(),
  missingSources: z.array(z.string()),
  forecast: z.number().nullable(),
  forecastText: z.string().nullable(),
  colour: keysOf(colours),
  why: keysOf(unknownReasons).nullable(),
});
export type Line = z.infer<typeof lineSchema>;

const documentSchema = z.strictObject({
  /** A change of shape is another format. */
  format: z.literal('kwartaalrapportage/1'),
  municipality: z.strictObject({ code: z.string(), name: z.string() }),
  year: z.number(),
  quarter: z.number(),
  measuredOn: z.string(),
  knownAt: z.string(),
  /** Whether small numbers are left out. */
  suppressed: z.boolean(),
  complete: z.boolean(),
  missingSources: z.array(z.string()),
  /** Why it was frozen although something is missing. */
  acceptedBecause: z.string().nullable(),
  lines: z.array(lineSchema),
});
export type ReportDocument = z.infer<typeof documentSchema>;

export const readDocument = (text: string): ReportDocument => documentSchema.parse(JSON.parse(text));

/** One agreement as it was known; null when nothing was agreed by then. */
export const lineOf = (agreement: Agreement, moment: Moment, figure: Shown | null): Line | null => {
  const terms = termsAt(agreement.versions, moment.knownAt);
  if (!terms) return null;
  const { code, title, definition, version, unit, decimals } = steeredOf(agreement.indicator) as Steered;
  const { value, text, complete, missingSources, forecast, forecastText, colour, why } = judge(agreement, moment, figure);
  const { direction, target, amberBeyond, redBeyond }: Terms = terms;
  return {
    agreementId: agreement.id,
    indicator: code,
    title,
    definition,
    definitionVersion: version,
    unit,
    decimals,
    manual: isManual(code),
    versionNumber: terms.number,
    direction,
    target,
    targetText: formatValue({ unit, decimals }, target),
    amberBeyond,
    redBeyond,
    value,
    text,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    complete,
    missingSources: [...missingSources],
    forecast,
    forecastText,
    colour,
    why,
  };
};

export interface ReportOf {
  municipality: Municipality;
  year: number;
  quarter: number;
  moment: Moment;
  acceptedBecause: string | null;
}

/** A report as text: the same lines give the same bytes. */
export const documentOf = ({ municipality, year, quarter, moment, acceptedBecause }: ReportOf, lines: readonly Line[], suppressed: boolean): ReportDocument => {
  const missingSources = [...new Set(lines.flatMap((line) => line.missingSources))].toSorted();
  return {
    format: 'kwartaalrapportage/1',
    municipality: { code: municipality.code, name: organisationName(municipality.code) },
    year,
    quarter,
    measuredOn: moment.measuredOn,
    knownAt: moment.knownAt.toISOString(),
    suppressed,
    complete: missingSources.length === 0,
    missingSources,
    acceptedBecause: missingSources.length === 0 ? null : acceptedBecause,
    lines: [...lines],
  };
};
