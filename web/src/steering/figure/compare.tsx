import { useAsk } from '../../graph/ask.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { Answer } from '../../ui/states.tsx';
import { placeOfCode } from '../address.ts';
import { Bars } from '../charts/bars.tsx';
import { Chart } from '../charts/chart.tsx';
import { SteeringFiguresDocument } from '../figures.generated.ts';
import { sourcesText } from '../missing.tsx';
import { figureText } from '../other-figures.tsx';
import { type Figure, periodText, valueText } from './figure-value.tsx';

const words = figures;

/** The municipalities beside each other; all together stands in the table, for it would make the others look small. */
export const Compare = ({ figure: of }: { figure: Figure }) => {
  const { indicator, from, until, measuredOn } = of;
  const asked = useAsk(SteeringFiguresDocument, { variables: { indicators: [indicator.code], municipalities: null, total: true, from, until, measuredOn } });
  return (
    <Answer asked={asked}>
      {({ figures }) => {
        const rows = [...municipalities.map(({ code }) => code), null].flatMap(
          (code) => (figures ?? []).find(({ municipality }) => municipality === code) ?? [],
        );
        const nameOf = (code: string | null): string => placeOfCode(code)?.name ?? steering.allTogether;
        const bars = rows
          .filter(({ municipality }) => municipality !== null)
          .map((row) => ({
            key: row.municipality ?? '',
            label: nameOf(row.municipality),
            value: row.value,
            text: row.value === null ? figureText(row) : valueText(of, row.value),
            look: row.complete ? ('full' as const) : ('striped' as const),
          }));
        return (
          <Chart
            title={words.compare}
            intro={`${periodText(of)}. ${words.unitOf(words.units[indicator.unit])}.`}
            rows={rows}
            keyOf={({ municipality }) => municipality ?? ''}
            columns={[
              { header: steering.municipality, value: ({ municipality }) => nameOf(municipality) },
              { header: steering.value, value: ({ value }) => value, text: figureText },
              {
                header: words.completeness,
                value: ({ complete, missingSources }) => (complete ? steering.complete : steering.missing(sourcesText(missingSources))),
              },
            ]}
          >
            <Bars summary={bars.map(({ label, text }) => `${label}: ${text}`).join('. ')} bars={bars} />
          </Chart>
        );
      }}
    </Answer>
  );
};
