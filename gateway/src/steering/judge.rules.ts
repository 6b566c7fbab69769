import {
  type Colour,
  colourOf,
  forecastOf,
  forecastRuleOf,
  formatValue,
  indicatorOf,
  type Missing,
  missingText,
  type NoValueReason,
  noValueReasons,
  type Steered,
  steeredOf,
  type Terms,
  termsAt,
  type UnknownReason,
  unknownReasons,
  valueKnown,
} from '@werkplein/indicators';
import { localDay } from '@werkplein/kernel';

/** What the NUO holds of an agreement, as far as a judgement needs it. */
export interface Agreement {
  id: string;
  year: number;
  municipality: string;
  indicator: string;
  versions: readonly (Terms & { number: number; definitionVersion: number; establishedAt: Date | null })[];
  manualValues: readonly { measuredOn: string; value: number; recordedAt: Date; replacedAt: Date | null }[];
}

/** What was realised, as its asker may see it. */
export interface Realised {
  value: number | null;
  reason: NoValueReason | null;
  suppressed: boolean;
  complete: boolean;
  missing: readonly Missing[];
}

export interface Moment {
  /** Last day that is looked at. */
  measuredOn: string;
  knownAt: Date;
}

/** How an agreement goes, at a moment: computed, never typed. */
export interface Progress extends Moment {
  versionNumber: number | null;
  target: number | null;
  targetText: string | null;
  value: number | null;
  text: string;
  complete: boolean;
  missingSources: readonly string[];
  forecast: number | null;
  forecastText: string | null;
  colour: Colour;
  why: UnknownReason | null;
}

const byHand = ({ manualValues }: Agreement, { measuredOn, knownAt }: Moment): Realised => ({
  value: valueKnown(manualValues, measuredOn, knownAt)?.value ?? null,
  reason: null,
  suppressed: false,
  complete: true,
  missing: [],
});

const textOf = (of: Steered, { value, suppressed, reason }: Realised, manual: boolean): string => {
  if (suppressed) return 'te klein om te tonen';
  if (value !== null) return formatValue(of, value);
  return manual ? 'nog niet vastgelegd' : noValueReasons[reason ?? 'SOURCE_MISSING'];
};

/** Why there is no colour yet, or null. */
const unknownOf = (
  { year }: Agreement,
  of: Steered,
  { measuredOn }: Moment,
  terms: { definitionVersion: number } | null,
  realised: Realised,
): UnknownReason | null => {
  if (!terms) return 'NOTHING_AGREED';
  if (measuredOn < `${year}-01-01`) return 'NOT_BEGUN';
  if (realised.suppressed) return 'SUPPRESSED';
  if (!realised.complete) return 'INCOMPLETE';
  if (realised.value === null) return 'NO_VALUE';
  return terms.definitionVersion === of.version ? null : 'DEFINITION_CHANGED';
};

const earliest = (...days: string[]): string => days.toSorted()[0] as string;

/**
 * Where an agreement stands at a moment, by what was realised until then; `realised` is null for what is recorded by hand. Something that is not
 * known whole has no forecast and no colour: part of a sum is less than the sum, and red would be a lie.
 */
export const judge = (agreement: Agreement, moment: Moment, figure: Realised | null): Progress => {
  const of = steeredOf(agreement.indicator) as Steered;
  const counted = indicatorOf(agreement.indicator);
  const realised = figure ?? byHand(agreement, moment);
  const terms = termsAt(agreement.versions, moment.knownAt);
  const unknown = unknownOf(agreement, of, moment, terms, realised);
  // What is still to happen is not in the days that passed.
  const until = earliest(moment.measuredOn, localDay(moment.knownAt));
  const rule = counted ? forecastRuleOf(counted) : 'AS_IT_IS';
  const forecast = unknown !== null || realised.value === null ? null : forecastOf(rule, realised.value, agreement.year, until, of.decimals);
  const colour = terms && forecast !== null ? colourOf(terms, forecast) : 'UNKNOWN';
  return {
    ...moment,
    versionNumber: terms?.number ?? null,
    target: terms?.target ?? null,
    targetText: terms && formatValue(of, terms.target),
    value: realised.suppressed ? null : realised.value,
    text: textOf(of, realised, counted === null),
    complete: realised.complete,
    missingSources: realised.missing.map(missingText),
    forecast,
    forecastText: forecast === null ? null : formatValue(of, forecast),
    colour,
    why: colour === 'UNKNOWN' ? (unknown ?? 'NO_FORECAST') : null,
  };
};

/** In Dutch, for the user. */
export const whyText = (why: UnknownReason | null): string | null => why && unknownReasons[why];
