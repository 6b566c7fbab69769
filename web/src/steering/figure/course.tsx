import { useAsk } from '../../graph/ask.ts';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { dayOf } from '../../ui/dates.ts';
import { Answer } from '../../ui/states.tsx';
import { Chart } from '../charts/chart.tsx';
import { Columns } from '../charts/columns.tsx';
import type { Place } from '../address.ts';
import { hasBegun, type Quarter, quarterSpan, quartersBegun, type Span } from '../period.ts';
import { useReader } from '../reader.ts';
import { SteeringCourseDocument, type SteeringCourseQuery } from './course.generated.ts';
import { addedUp, courseKindOf } from './course.rules.ts';
import { type Figure, valueText } from './figure-value.tsx';

const words = figures;
const intro = { SUM: words.courseSum, AS_IT_IS: words.courseEach, APART: `${words.courseEach} ${words.courseNoTarget}` };

const daysOf = (year: number, exact: boolean) => {
  const [one, two, three, four] = ([1, 2, 3, 4] as const).map((each) => quarterSpan(year, each, exact)) as [Span, Span, Span, Span];
  return {
    from1: one.from,
    until1: one.until,
    day1: one.measuredOn,
    from2: two.from,
    until2: two.until,
    day2: two.measuredOn,
    begun2: hasBegun(two),
    from3: three.from,
    until3: three.until,
    day3: three.measuredOn,
    begun3: hasBegun(three),
    from4: four.from,
    until4: four.until,
    day4: four.measuredOn,
    begun4: hasBegun(four),
  };
};

interface OfQuarter {
  quarter: Quarter;
  value: number | null;
  text: string;
  noValue: string | null;
  complete: boolean;
}

const ofQuarters = (data: SteeringCourseQuery, year: number): OfQuarter[] =>
  quartersBegun(year).map((quarter) => {
    const figure = data[`quarter${quarter}`];
    return {
      quarter,
      value: figure?.value ?? null,
      text: figure?.text ?? '',
      noValue: figure?.noValue ?? null,
      // A quarter that still runs is not whole either.
      complete: (figure?.complete ?? false) && quarterSpan(year, quarter, true).until < dayOf(),
    };
  });

/** A figure quarter after quarter, beside what is agreed for the year. */
export const Course = ({ figure, place, year }: { figure: Figure; place: Place | null; year: number }) => {
  const { exact } = useReader();
  const { indicator } = figure;
  const asked = useAsk(SteeringCourseDocument, {
    variables: { indicator: indicator.code, municipality: place?.code ?? null, year, agreed: place !== null, ...daysOf(year, exact) },
    skip: quartersBegun(year).length === 0,
  });
  return (
    <Answer asked={asked}>
      {(data) => {
        const held = ofQuarters(data, year);
        const sums = addedUp(held);
        const meant = courseKindOf(indicator);
        // What cannot be added up is still known quarter by quarter.
        const kind = meant === 'SUM' && sums.some(({ value }) => value === null) ? 'APART' : meant;
        const rows = held.map((each, at) => ({ ...each, until: sums[at] ?? { value: null, complete: false } }));
        const agreed = data.performanceAgreements?.find((each) => each.indicator === indicator.code)?.terms?.target ?? null;
        const target = kind === 'APART' || agreed === null ? null : { value: agreed, text: `${words.target}: ${valueText(figure, agreed)}` };
        const shown = rows.map((row) => {
          const { value, complete } = kind === 'SUM' ? row.until : row;
          return {
            key: String(row.quarter),
            label: steering.quarter(row.quarter),
            value,
            text: value === null ? (row.noValue === 'SUPPRESSED' ? words.tooFew : steering.chartUnknown) : valueText(figure, value),
            partial: !complete,
          };
        });
        const summary = [...shown.map(({ label, text }) => `${label}: ${text}`), ...(target ? [target.text] : [])].join('. ');
        const known = (value: number | null): string => (value === null ? steering.chartUnknown : valueText(figure, value));
        return (
          <Chart
            title={words.course}
            intro={intro[kind]}
            rows={rows}
            keyOf={({ quarter }) => String(quarter)}
            columns={[
              { header: words.quarter, value: ({ quarter }) => steering.quarter(quarter) },
              {
                header: words.ofQuarter,
                value: ({ value }) => value,
                text: ({ value, noValue }) => (noValue === 'SUPPRESSED' ? steering.suppressed : known(value)),
              },
              ...(kind === 'SUM'
                ? [
                    {
                      header: words.cumulative,
                      value: (row: (typeof rows)[number]) => row.until.value,
                      text: (row: (typeof rows)[number]) => known(row.until.value),
                    },
                  ]
                : []),
              ...(target ? [{ header: words.target, value: () => target.value, text: () => known(target.value) }] : []),
              { header: words.completeness, value: ({ complete }) => (complete ? steering.complete : steering.incomplete) },
            ]}
          >
            <Columns summary={summary} columns={shown} target={target} />
            {target && <p className="bar-key">{`- - ${target.text}`}</p>}
            {shown.some(({ partial }) => partial) && <p className="small">{words.partial}</p>}
          </Chart>
        );
      }}
    </Answer>
  );
};
