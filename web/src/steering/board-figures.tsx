import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { useAsk } from '../graph/ask.ts';
import { municipalities } from '../graph/municipalities.generated.ts';
import { texts } from '../texts.ts';
import { steering } from '../texts/steering.ts';
import { dayText } from '../ui/dates.ts';
import { Answer } from '../ui/states.tsx';
import { DataTable } from '../ui/table.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { figurePath, placeOfCode, useAddressPart, useQuarter } from './address.ts';
import { SteeringFiguresDocument } from './figures.generated.ts';
import { type GroupName, groupNames, groups } from './indicator-groups.ts';
import { MissingAlert, MissingNote } from './missing.tsx';
import { figureText, type ShownFigure, usualQuarter } from './other-figures.tsx';
import { spanOf } from './period.ts';
import { Pick } from './pick.tsx';
import { QuarterPick } from './picks.tsx';
import { useReader } from './reader.ts';

const words = steering;

const FigureCell = ({ figure }: { figure: ShownFigure | undefined }) => (
  <span className="board-cell">
    {figure ? figureText(figure) : texts.common.unknown}
    {figure && !figure.complete && <MissingNote of={figure} />}
  </span>
);

/** One group of figures at each municipality and together; a group at a time, so that it is there soon. */
export const BoardFigures = ({ year }: { year: number }) => {
  const { exact } = useReader();
  const [chosen, choose] = useAddressPart('groep');
  const group: GroupName = groupNames.find((name) => name === chosen) ?? 'placements';
  const usual = usualQuarter(year, exact);
  const [quarter] = useQuarter(usual);
  const span = spanOf(year, quarter, exact);
  const indicators = groups[group].filter((code) => !(code in words.byHand));
  const asked = useAsk(SteeringFiguresDocument, { variables: { indicators, municipalities: null, total: true, ...span } });
  // On a phone all together; what is behind it stands on the page of the figure.
  const together = { code: null, name: words.allTogether };
  const places = useNarrow() ? [together] : [...municipalities.map(({ code, name }) => ({ code, name })), together];
  return (
    <section className="panel" aria-labelledby="cijfers-per-gemeente">
      <Heading level={2} size="level-3" id="cijfers-per-gemeente">
        {words.figuresByMunicipality}
      </Heading>
      <div className="picks">
        <Pick label={words.group} value={group} choices={groupNames.map((value) => ({ value, label: words.groups[value] }))} onPick={choose} />
        <QuarterPick usual={usual} />
      </div>
      <Answer asked={asked}>
        {({ figures }) => {
          const shown = figures ?? [];
          return (
            <>
              <p className="lead">{`${words.until(dayText(span.measuredOn))} ${words.allTogetherHint}`}</p>
              <MissingAlert of={shown} />
              {shown.some(({ noValue }) => noValue === 'SUPPRESSED') && <p className="small">{words.suppressedMeans}</p>}
              <DataTable
                caption={words.groups[group]}
                rows={indicators.flatMap((code) => shown.find(({ indicator }) => indicator.code === code)?.indicator ?? [])}
                keyOf={({ code }) => code}
                columns={[
                  {
                    header: words.figure,
                    heads: true,
                    cell: ({ code, title }) => <Link to={figurePath(code, { jaar: year, kwartaal: quarter })}>{title}</Link>,
                  },
                  ...places.map((place) => ({
                    header: place.name,
                    numeric: true,
                    cell: ({ code }: ShownFigure['indicator']) => (
                      <FigureCell
                        figure={shown.find(
                          ({ indicator, municipality }) => indicator.code === code && (placeOfCode(municipality)?.code ?? null) === place.code,
                        )}
                      />
                    ),
                  })),
                ]}
              />
            </>
          );
        }}
      </Answer>
    </section>
  );
};
