import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { useAsk } from '../graph/ask.ts';
import { steering } from '../texts/steering.ts';
import { dayText } from '../ui/dates.ts';
import { Answer } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { figurePath, type Place, useQuarter } from './address.ts';
import { type SteeringFiguresQuery, SteeringFiguresDocument } from './figures.generated.ts';
import { groupNames, groupOf, placeInGroups } from './indicator-groups.ts';
import { MissingAlert, MissingNote } from './missing.tsx';
import { lastQuarterOver, type Quarter, spanOf, thisYear } from './period.ts';
import { QuarterPick } from './picks.tsx';
import { useReader } from './reader.ts';

const words = steering;
export type ShownFigure = NonNullable<SteeringFiguresQuery['figures']>[number];

/** The value, or why there is none. */
export const figureText = ({ noValue, text }: ShownFigure): string => (noValue === 'SUPPRESSED' ? words.suppressed : text);

/** What is looked at unless somebody chooses: who sees aggregates gets the last quarter that is over. */
export const usualQuarter = (year: number, exact: boolean): Quarter | null => (exact || year !== thisYear() ? null : lastQuarterOver(year));

interface OtherProps {
  place: Place;
  year: number;
  indicators: readonly string[];
}

/** The figures on which nothing is agreed, by group. */
export const OtherFigures = ({ place, year, indicators }: OtherProps) => {
  const { exact } = useReader();
  const usual = usualQuarter(year, exact);
  const [quarter] = useQuarter(usual);
  const span = spanOf(year, quarter, exact);
  const asked = useAsk(SteeringFiguresDocument, {
    variables: { indicators: [...indicators], municipalities: [place.code], total: false, ...span },
    skip: indicators.length === 0,
  });
  const period = words.periodOf(quarter === null ? words.wholeYear : words.quarter(quarter), year);
  return (
    <section className="panel" aria-labelledby="andere-cijfers">
      <Heading level={2} size="level-3" id="andere-cijfers">
        {words.other}
      </Heading>
      <div className="picks">
        <QuarterPick usual={usual} />
      </div>
      <Answer asked={asked}>
        {({ figures }) => (
          <>
            <p className="lead">{words.periodUntil(period, dayText(span.measuredOn))}</p>
            <MissingAlert of={figures ?? []} />
            {figures?.some(({ noValue }) => noValue === 'SUPPRESSED') && <p className="small">{words.suppressedMeans}</p>}
            <div className="figure-tables">
              {groupNames.map((group) => {
                const rows = (figures ?? [])
                  .filter(({ indicator }) => groupOf(indicator.code) === group)
                  .toSorted((a, b) => placeInGroups(a.indicator.code) - placeInGroups(b.indicator.code));
                return (
                  rows.length > 0 && (
                    <DataTable
                      key={group}
                      caption={words.groups[group]}
                      rows={rows}
                      keyOf={({ indicator }) => indicator.code}
                      columns={[
                        {
                          header: words.figure,
                          heads: true,
                          cell: ({ indicator }) => (
                            <Link to={figurePath(indicator.code, { gemeente: place.field, jaar: year, kwartaal: quarter })}>{indicator.title}</Link>
                          ),
                        },
                        { header: words.value, numeric: true, cell: figureText },
                        { header: words.remark, cell: (figure) => <MissingNote of={figure} /> },
                      ]}
                    />
                  )
                );
              })}
            </div>
          </>
        )}
      </Answer>
    </section>
  );
};
