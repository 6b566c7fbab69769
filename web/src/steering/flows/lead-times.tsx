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
import { SteeringLeadTimesDocument } from './lead-times.generated.ts';

const words = flows;
/** Rows of the figure that are days, so that they can be set beside each other. */
const inDays: ReadonlySet<string> = new Set(['gemiddelde', 'p90']);

/** How long it takes from an order to work, and what still waits. */
export const LeadTimes = ({ place, year }: { place: Place | null; year: number }) => {
  const { exact } = useReader();
  const [quarter] = useQuarter(usualQuarter(year, exact));
  const span = spanOf(year, quarter, exact);
  const asked = useAsk(SteeringLeadTimesDocument, { variables: { municipalities: place ? [place.code] : [], total: place === null, ...span } });
  return (
    <Answer asked={asked}>
      {({ figures }) => {
        const [days, late] = ['DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING', 'OPDRACHTEN_TE_LAAT'].map((code) =>
          figures?.find(({ indicator }) => indicator.code === code),
        );
        if (!days) return null;
        const text = days.noValue === 'SUPPRESSED' ? steering.suppressed : days.text;
        const rows = [
          { key: 'mediaan', label: words.median, value: days.value, text, days: true },
          ...days.rows.map(({ key, label, value }) => ({
            key,
            label,
            value,
            text: numberText(value, key === 'gemiddelde' ? 1 : 0),
            days: inDays.has(key),
          })),
          ...(late
            ? [
                {
                  key: 'te-laat',
                  label: words.late,
                  value: late.value,
                  text: late.noValue === 'SUPPRESSED' ? steering.suppressed : late.text,
                  days: false,
                },
              ]
            : []),
        ];
        const bars = rows.filter((row) => row.days);
        return (
          <Chart
            title={words.leadTime}
            intro={
              <>
                {`${words.leadTimeIntro} `}
                <MissingNote of={days} />
              </>
            }
            rows={rows}
            keyOf={({ key }) => key}
            columns={[
              { header: words.measure, value: ({ label }) => label },
              { header: steering.value, value: ({ value }) => value, text: ({ text: told }) => told },
            ]}
          >
            <Bars summary={rows.map(({ label, text: told }) => `${label}: ${told}`).join('. ')} bars={bars} />
            <ul className="plain-list">
              {rows
                .filter((row) => !row.days)
                .map(({ key, label, text: told }) => (
                  <li key={key}>{`${label}: ${told}`}</li>
                ))}
            </ul>
            <p className="small">{words.openExplained}</p>
          </Chart>
        );
      }}
    </Answer>
  );
};
