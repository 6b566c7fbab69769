import type { ReportDocument } from '@werkplein/gateway';
import { colourNames, directionNames, headings, texts } from './texts.ts';

export interface Today {
  knownAt: string;
  targetText: string | null;
  value: number | null;
  text: string;
  complete: boolean;
  missingSources: string[];
  forecast: number | null;
  forecastText: string | null;
  colour: keyof typeof colourNames;
  whyText: string | null;
}

/** A report as the graph answers. */
export interface AnsweredReport {
  id: string;
  edition: number;
  reason: string | null;
  frozenAt: string;
  frozenByName: string;
  hash: string;
  document: string;
  lines: { indicator: string; today: Today | null; difference: number | null; differenceText: string | null }[] | null;
}

export type ReportLine = ReportDocument['lines'][number] & {
  whyText: string | null;
  unitName: string;
  missing: string;
  today: Today | null;
  difference: number | null;
  differenceText: string | null;
};

/** What every format is made of: the frozen document, and beside it what is known today. */
export interface ReportView extends Omit<AnsweredReport, 'lines' | 'document'> {
  document: ReportDocument;
  missing: string;
  lines: ReportLine[];
}

/** Names of what the document holds as codes. */
export interface Names {
  organisation(code: string): string;
  unit: Readonly<Record<string, string>>;
  why: Readonly<Record<string, string>>;
}

/** What is missing, in words: organisations by name; what else it is says the source itself. */
export const missingText = (sources: readonly string[], organisation: (code: string) => string): string => sources.map(organisation).join(', ');

export const viewOf = ({ lines, document: text, ...report }: AnsweredReport, document: ReportDocument, names: Names): ReportView => {
  const named = (sources: readonly string[]): string => missingText(sources, names.organisation);
  return {
    ...report,
    document,
    missing: named(document.missingSources),
    lines: document.lines.map((line, at) => {
      const beside = lines?.[at];
      return {
        ...line,
        whyText: line.why && (names.why[line.why] as string),
        unitName: names.unit[line.unit] ?? line.unit,
        missing: named(line.missingSources),
        today: beside?.today ?? null,
        difference: beside?.difference ?? null,
        differenceText: beside?.differenceText ?? null,
      };
    }),
  };
};

export type Cell = string | number | null;
type Heading = keyof typeof headings;

/** One row of the tables: the same cells under the same headings in each format. */
export const cellsOf = (line: ReportLine): Record<Heading, Cell> => ({
  title: line.title,
  indicator: line.indicator,
  unit: line.unitName,
  direction: directionNames[line.direction],
  target: line.target,
  amberBeyond: line.amberBeyond,
  redBeyond: line.redBeyond,
  value: line.value,
  text: line.text,
  forecast: line.forecast,
  colour: colourNames[line.colour],
  why: line.whyText,
  complete: line.complete ? texts.yes : texts.no,
  missing: line.missing,
  todayValue: line.today?.value ?? null,
  todayForecast: line.today?.forecast ?? null,
  todayColour: line.today && colourNames[line.today.colour],
  difference: line.difference,
  manual: line.manual ? texts.yes : texts.no,
  versionNumber: line.versionNumber,
  definitionVersion: line.definitionVersion,
});

const zone = 'Europe/Amsterdam';
const dayFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
const momentFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone });
/** `30 september 2026` of a calendar day. */
export const dutchDay = (day: string): string => dayFormat.format(new Date(`${day}T12:00:00Z`));
export const dutchMoment = (instant: string): string => momentFormat.format(new Date(instant));

/** What stands above the table in each format, line by line. */
export const preamble = ({ document, edition, reason, frozenAt, frozenByName, hash, missing, lines }: ReportView): string[] => {
  const knownToday = lines.find(({ today }) => today)?.today?.knownAt;
  return [
    texts.until(dutchDay(document.measuredOn)),
    texts.knownAt(dutchMoment(document.knownAt)),
    texts.frozen(dutchMoment(frozenAt), frozenByName, edition),
    ...(reason && reason !== document.acceptedBecause ? [texts.reason(reason)] : []),
    ...(document.complete ? [texts.complete] : [texts.incomplete, texts.missing(missing)]),
    ...(document.acceptedBecause === null ? [] : [texts.acceptedBecause(document.acceptedBecause)]),
    ...(document.suppressed ? [texts.suppressed] : []),
    knownToday === undefined ? texts.noToday : texts.today(dutchMoment(knownToday)),
    texts.hash(hash),
  ];
};
