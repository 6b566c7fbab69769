import { useAsk } from '../../graph/ask.ts';
import { figures } from '../../texts/figures.ts';
import { flows } from '../../texts/flows.ts';
import { steering } from '../../texts/steering.ts';
import { Answer } from '../../ui/states.tsx';
import type { Place } from '../address.ts';
import { Bars } from '../charts/bars.tsx';
import { Chart } from '../charts/chart.tsx';
import { sourcesText } from '../missing.tsx';
import { yearSpan } from '../period.ts';
import { useReader } from '../reader.ts';
import { type HandOversFragment, SteeringHandOversDocument } from './hand-overs.generated.ts';

const words = flows;

const told = (figure: HandOversFragment | null): string =>
  figure === null ? words.unknown : figure.noValue === 'SUPPRESSED' ? steering.suppressed : figure.text;

/** How often clients got another person, this year and the one before it. */
export const HandOvers = ({ place, year }: { place: Place | null; year: number }) => {
  const { exact } = useReader();
  const [span, before] = [yearSpan(year, exact), yearSpan(year - 1, exact)];
  const asked = useAsk(SteeringHandOversDocument, {
    variables: { municipality: place?.code ?? null, ...span, fromBefore: before.from, untilBefore: before.until },
  });
  return (
    <Answer asked={asked}>
      {(data) => {
        const rows = [
          { year: year - 1, figure: data.before },
          { year, figure: data.after },
        ];
        return (
          <Chart
            title={words.handOvers}
            intro={`${words.handOversIntro} ${words.handOversHint}`}
            rows={rows}
            keyOf={(row) => String(row.year)}
            columns={[
              { header: words.year, value: (row) => String(row.year) },
              { header: words.perClient, value: ({ figure }) => figure?.value ?? null, text: ({ figure }) => told(figure) },
              {
                header: figures.completeness,
                value: ({ figure }) => (figure === null || figure.complete ? steering.complete : steering.missing(sourcesText(figure.missingSources))),
              },
            ]}
          >
            <Bars
              summary={rows.map((row) => `${row.year}: ${told(row.figure)}`).join('. ')}
              bars={rows.map((row) => ({
                key: String(row.year),
                label: String(row.year),
                value: row.figure?.value ?? null,
                text: told(row.figure),
                look: row.year === year ? 'full' : 'striped',
              }))}
            />
          </Chart>
        );
      }}
    </Answer>
  );
};
