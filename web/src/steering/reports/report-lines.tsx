import { Link } from 'react-router';
import { reports } from '../../texts/reports.ts';
import { steering } from '../../texts/steering.ts';
import { DataTable } from '../../ui/table.tsx';
import { figurePath, placeOfCode } from '../address.ts';
import type { CsvCell } from '../charts/csv.ts';
import { type Colour, ColourBadge } from '../colour.tsx';
import { MissingNote } from '../missing.tsx';
import { useReader } from '../reader.ts';
import type { SteeringReportQuery } from './report.generated.ts';

const words = reports;
export type Report = NonNullable<SteeringReportQuery['quarterReport']>;
type Line = NonNullable<Report['lines']>[number];

interface Judged {
  text: string;
  forecastText: string | null;
  colour: Colour;
  whyText: string | null;
  complete: boolean;
  missingSources: readonly string[];
}

const JudgedCell = ({ of }: { of: Judged | null }) =>
  of === null ? (
    <span className="small">{words.todayUnknown}</span>
  ) : (
    <span className="board-cell">
      <strong>{of.text}</strong>
      <ColourBadge colour={of.colour} />
      {of.forecastText !== null && <span className="small">{words.forecast(of.forecastText)}</span>}
      {of.whyText !== null && <span className="small">{of.whyText}</span>}
      <MissingNote of={of} />
    </span>
  );

const differenceText = ({ difference, differenceText: text }: Line): string =>
  difference === null ? words.unknownDifference : difference === 0 ? words.noDifference : (text ?? words.unknownDifference);

/** The title leads to the facts of the same days; who sees aggregates has no such days. */
const TitleCell = ({ line, report }: { line: Line; report: Report }) => {
  const { exact } = useReader();
  if (!exact || line.agreement === null || line.agreement.manual) return line.title;
  const at = { gemeente: placeOfCode(report.municipality)?.field, jaar: report.year, tot: report.measuredOn, bekend: report.knownAt };
  return <Link to={figurePath(line.indicator, at)}>{line.title}</Link>;
};

export const ReportLines = ({ report }: { report: Report }) => (
  <DataTable
    caption={words.lines}
    hideCaption
    rows={report.lines ?? []}
    keyOf={({ indicator }) => indicator}
    columns={[
      { header: words.agreement, heads: true, cell: (line) => <TitleCell line={line} report={report} /> },
      { header: words.target, numeric: true, cell: ({ reported }) => reported.targetText ?? '–' },
      { header: words.reported, cell: ({ reported }) => <JudgedCell of={reported} /> },
      { header: words.today, cell: ({ today }) => <JudgedCell of={today} /> },
      { header: words.difference, numeric: true, cell: differenceText },
    ]}
  />
);

const colours = steering.colours;

/** The same as rows of a file. */
export const reportRows = ({ lines }: Report): CsvCell[][] => [
  [words.agreement, words.target, words.reported, words.colour, words.today, words.colourToday, words.difference, words.completeness],
  ...(lines ?? []).map(({ title, reported, today, difference }): CsvCell[] => [
    title,
    reported.target,
    reported.value,
    colours[reported.colour],
    today?.value ?? null,
    today ? colours[today.colour] : words.todayUnknown,
    difference,
    reported.complete ? steering.complete : steering.incomplete,
  ]),
];
