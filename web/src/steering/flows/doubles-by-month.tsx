import { useAsk } from '../../graph/ask.ts';
import { flows } from '../../texts/flows.ts';
import { monthText } from '../../ui/months.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { Bars } from '../charts/bars.tsx';
import { Chart } from '../charts/chart.tsx';
import { numberText } from '../../ui/numbers.ts';
import { yearSpan } from '../period.ts';
import { SteeringDoublesDocument } from './doubles.generated.ts';

const words = flows;

interface Counts {
  prevented: number;
  overruled: number;
  doubles: number;
}

const summed = (rows: readonly Counts[]): Counts =>
  rows.reduce((sum, row) => ({ prevented: sum.prevented + row.prevented, overruled: sum.overruled + row.overruled, doubles: sum.doubles + row.doubles }), {
    prevented: 0,
    overruled: 0,
    doubles: 0,
  });

/** The three beside each other, of one month; a pattern tells them apart without colour. */
const barsOf = ({ prevented, overruled, doubles }: Counts) => [
  { key: 'prevented', label: words.prevented, value: prevented, text: numberText(prevented), look: 'full' as const },
  { key: 'overruled', label: words.overruled, value: overruled, text: numberText(overruled), look: 'striped' as const },
  { key: 'doubles', label: words.real, value: doubles, text: numberText(doubles), look: 'outlined' as const },
];

export const DoublesByMonth = ({ year }: { year: number }) => {
  const { from, until } = yearSpan(year, true);
  const asked = useAsk(SteeringDoublesDocument, { variables: { from, until } });
  return (
    <Answer asked={asked}>
      {({ doubleApproaches }) => {
        if (!doubleApproaches) return null;
        const months = [...Map.groupBy(doubleApproaches, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1));
        const most = Math.max(...months.flatMap(([, rows]) => Object.values(summed(rows))), 0);
        return (
          <Chart
            title={words.doubles}
            intro={words.doublesIntro}
            rows={doubleApproaches}
            keyOf={({ month, organisation }) => `${month} ${organisation.code}`}
            columns={[
              { header: words.month, value: ({ month }) => month, text: ({ month }) => monthText(month) },
              { header: words.organisation, value: ({ organisation }) => organisation.name },
              { header: words.prevented, value: ({ prevented }) => prevented },
              { header: words.overruled, value: ({ overruled }) => overruled },
              { header: words.real, value: ({ doubles }) => doubles },
            ]}
          >
            {months.length === 0 && <Empty>{words.noDoubles}</Empty>}
            {months.map(([month, rows]) => {
              const bars = barsOf(summed(rows));
              return (
                <div key={month} className="bar-group">
                  <h3 className="ams-heading ams-heading--5">{monthText(month)}</h3>
                  <Bars summary={`${monthText(month)}: ${bars.map(({ label, text }) => `${label} ${text}`).join(', ')}`} bars={bars} most={most} />
                </div>
              );
            })}
          </Chart>
        );
      }}
    </Answer>
  );
};
