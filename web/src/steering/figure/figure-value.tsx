import { Heading } from '@amsterdam/design-system-react';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText, instantText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { MissingNote } from '../missing.tsx';
import { numberText } from '../../ui/numbers.ts';
import type { FigureWholeFragment } from './figure.generated.ts';
import { sideText } from './sides.ts';

const words = figures;
export type Figure = FigureWholeFragment;

/** A value of this indicator as people read it, without its unit. */
export const valueText = ({ indicator }: Figure, value: number): string => numberText(value, indicator.decimals);
export const periodText = ({ from, until }: Pick<Figure, 'from' | 'until'>): string => words.span(dayText(from), dayText(until));

/** What a figure comes to, what it counts, and when that was looked at. */
export const FigureValue = ({ figure, place }: { figure: Figure; place: string }) => {
  const { indicator, text, noValue, measuredOn, knownAt, settled, numerator, denominator, complete } = figure;
  return (
    <section className="panel" aria-labelledby="waarde">
      <Heading level={2} size="level-3" id="waarde">
        {`${place}, ${periodText(figure)}`}
      </Heading>
      <p className="big-value">{noValue === 'SUPPRESSED' ? steering.suppressed : text}</p>
      <p>
        <StatusBadge tone={complete ? 'good' : 'attention'}>{complete ? steering.complete : steering.incomplete}</StatusBadge> <MissingNote of={figure} />
      </p>
      {noValue === 'SUPPRESSED' && <p>{steering.suppressedMeans}</p>}
      {!settled && <p className="small">{words.notSettled}</p>}
      <div className="columns">
        <Facts
          facts={[
            ...(numerator === null ? [] : ([[words.numerator, sideText(figure, 'NUMERATOR', numerator)]] as const)),
            ...(denominator === null ? [] : ([[words.denominator, sideText(figure, 'DENOMINATOR', denominator)]] as const)),
            [words.measuredOn, dayText(measuredOn)],
            [words.knownAt, instantText(knownAt)],
            [words.countsFor, words.attribution[indicator.attribution]],
          ]}
        />
        <div>
          <Heading level={3} size="level-5">
            {words.definition}
          </Heading>
          <p className="definition">{indicator.definition}</p>
          <p className="small">{`${words.version(indicator.version)} ${words.unitOf(words.units[indicator.unit])}.`}</p>
        </div>
      </div>
    </section>
  );
};
