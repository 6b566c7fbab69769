import { useAsk } from '../../graph/ask.ts';
import { flows } from '../../texts/flows.ts';
import { steering } from '../../texts/steering.ts';
import { dayText } from '../../ui/dates.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Place, useAddressPart } from '../address.ts';
import { Bars } from '../charts/bars.tsx';
import { Chart } from '../charts/chart.tsx';
import { MissingNote } from '../missing.tsx';
import { numberText } from '../../ui/numbers.ts';
import { lastDayOver, quarters, quarterSpan, quartersBegun, quartersOver } from '../period.ts';
import { Pick } from '../pick.tsx';
import { useReader } from '../reader.ts';
import { SteeringFunnelDocument, type SteeringFunnelQuery } from './funnel.generated.ts';

const words = flows;
type Stage = NonNullable<SteeringFunnelQuery['funnel']>['stages'][number];

const countText = ({ count, suppressed }: Stage): string => (suppressed ? steering.suppressed : count === null ? words.unknown : numberText(count));

const shareText = ({ count }: Stage, all: number | null): string =>
  count === null || all === null || all === 0 ? '' : ` (${numberText((count / all) * 100)} %)`;

/** The people of one intake quarter, and how far they came. */
export const FunnelChart = ({ place, year }: { place: Place | null; year: number }) => {
  const [chosen, choose] = useAddressPart('instroom');
  const { exact } = useReader();
  const begun = exact ? quartersBegun(year) : quartersOver(year);
  const quarter = begun.find((each) => String(each) === chosen) ?? begun[0] ?? 1;
  const { from, until } = quarterSpan(year, quarter, true);
  const asked = useAsk(SteeringFunnelDocument, {
    variables: { municipality: place?.code ?? '', from, until, measuredOn: exact ? null : lastDayOver() },
    skip: place === null || begun.length === 0,
  });
  if (place === null) {
    return (
      <section className="panel" aria-label={words.funnel}>
        <Empty>{words.funnelTotal}</Empty>
      </section>
    );
  }
  return (
    <Answer asked={asked}>
      {({ funnel }) => {
        if (!funnel) return null;
        const { stages } = funnel;
        const all = stages.find(({ code }) => code === 'REGISTERED')?.count ?? null;
        return (
          <Chart
            title={words.funnel}
            intro={
              <>
                {`${words.funnelIntro(steering.periodOf(steering.quarter(quarter), year))} ${steering.until(dayText(funnel.measuredOn))} `}
                <MissingNote of={funnel} />
              </>
            }
            rows={stages}
            keyOf={({ code }) => code}
            columns={[
              { header: words.stage, value: ({ label }) => label },
              { header: words.people, value: ({ count }) => count, text: countText },
              {
                header: words.share,
                value: ({ count }) => (count === null || all === null || all === 0 ? null : Number(((count / all) * 100).toFixed(1))),
                text: (stage) => shareText(stage, all).replaceAll(/[()]/g, '').trim() || words.unknown,
              },
            ]}
          >
            <div className="picks">
              <Pick
                label={words.intake}
                value={String(quarter)}
                choices={quarters.filter((each) => begun.includes(each)).map((each) => ({ value: String(each), label: steering.quarter(each) }))}
                onPick={choose}
              />
            </div>
            <Bars
              summary={stages.map((stage) => `${stage.label}: ${countText(stage)}`).join('. ')}
              bars={stages.map((stage) => ({ key: stage.code, label: stage.label, value: stage.count, text: `${countText(stage)}${shareText(stage, all)}` }))}
            />
          </Chart>
        );
      }}
    </Answer>
  );
};
