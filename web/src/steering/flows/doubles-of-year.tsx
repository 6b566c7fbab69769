import { useAsk } from '../../graph/ask.ts';
import { flows } from '../../texts/flows.ts';
import { steering } from '../../texts/steering.ts';
import { Answer } from '../../ui/states.tsx';
import { type Place, useQuarter } from '../address.ts';
import { Bars } from '../charts/bars.tsx';
import { Chart } from '../charts/chart.tsx';
import { MissingNote } from '../missing.tsx';
import { numberText } from '../../ui/numbers.ts';
import { usualQuarter } from '../other-figures.tsx';
import { spanOf } from '../period.ts';
import { useReader } from '../reader.ts';
import { SteeringDoublesFigureDocument } from './doubles.generated.ts';

const words = flows;
const looks: Record<string, 'striped' | 'outlined'> = { doorgezet: 'striped', dubbel: 'outlined' };

export const DoublesOfYear = ({ place, year }: { place: Place | null; year: number }) => {
  const { exact } = useReader();
  const [quarter] = useQuarter(usualQuarter(year, exact));
  const asked = useAsk(SteeringDoublesFigureDocument, { variables: { municipality: place?.code ?? null, ...spanOf(year, quarter, exact) } });
  return (
    <Answer asked={asked}>
      {({ figure }) => {
        if (!figure) return null;
        const text = figure.noValue === 'SUPPRESSED' ? steering.suppressed : figure.text;
        const rows = [
          { key: 'voorkomen', label: words.prevented, value: figure.value, text, look: 'full' as const },
          ...figure.rows
            .filter(({ key }) => key in looks)
            .map(({ key, label, value }) => ({ key, label, value, text: numberText(value), look: looks[key] ?? ('striped' as const) })),
        ];
        return (
          <Chart
            title={words.doubles}
            intro={
              <>
                {`${words.doublesAggregate} `}
                <MissingNote of={figure} />
              </>
            }
            rows={rows}
            keyOf={({ key }) => key}
            columns={[
              { header: words.measure, value: ({ label }) => label },
              { header: steering.value, value: ({ value }) => value, text: (row) => row.text },
            ]}
          >
            <Bars summary={rows.map(({ label, text: told }) => `${label}: ${told}`).join('. ')} bars={rows} />
          </Chart>
        );
      }}
    </Answer>
  );
};
