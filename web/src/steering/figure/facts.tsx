import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { type Me, useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { figures } from '../../texts/figures.ts';
import { steering } from '../../texts/steering.ts';
import { dayText } from '../../ui/dates.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table.tsx';
import { factPath } from '../../werkplein/client/fact-path.ts';
import { placeOfCode, useAddressPart } from '../address.ts';
import { Pick } from '../pick.tsx';
import { type SteeringFactsQuery, SteeringFactsDocument } from './facts.generated.ts';
import type { SteeringFigureQueryVariables } from './figure.generated.ts';
import type { Figure } from './figure-value.tsx';
import { recordPath } from './record.ts';
import { type Side, sideText } from './sides.ts';

const words = figures;
type Fact = NonNullable<NonNullable<SteeringFactsQuery['figure']>['facts']>['nodes'][number];
/** They happen on a day; how long they are looked at after it says nothing here. */
const events: ReadonlySet<string> = new Set(['OUTFLOW', 'OUTFLOW_FOLLOW_UP', 'CONTACT', 'HAND_OVER', 'LADDER', 'ORDER_LATE']);

const dayOfFact = ({ kind, validFrom, validUntil }: Fact): string => {
  if (events.has(kind)) return dayText(validFrom);
  if (validUntil === null) return words.since(dayText(validFrom));
  return validFrom === validUntil ? dayText(validFrom) : words.span(dayText(validFrom), dayText(validUntil));
};

const kindText = ({ kind }: Fact): string => words.factKinds[kind] ?? words.otherFact;

/** The record of a fact, or for who directs clients the client whom it is about. */
const pathOf = (fact: Fact, me: Me): string | null => recordPath(fact) ?? factPath(fact, me);

const RecordLink = ({ fact }: { fact: Fact }) => {
  const path = pathOf(fact, useMe());
  if (path === null) return <span className="small">{words.noRecord}</span>;
  return (
    <Link to={path} aria-label={`${words.open}: ${kindText(fact)} ${dayOfFact(fact)}`}>
      {words.open}
    </Link>
  );
};

const FactList = ({ figure, variables, side }: { figure: Figure; variables: SteeringFigureQueryVariables; side: Side }) => {
  const me = useMe();
  const after = useAfter();
  // As known when the figure was counted, so that they add up to it.
  const asked = useAsk(SteeringFactsDocument, { variables: { ...variables, knownAt: figure.knownAt, side, after } });
  const told = (value: number): string => sideText(figure, side, value);
  const whole = side === 'NUMERATOR' ? figure.numerator : figure.denominator;
  return (
    <Answer asked={asked}>
      {({ figure: found }) => {
        const facts = found?.facts;
        if (!facts) return <Empty>{words.factsNotYours}</Empty>;
        if (facts.nodes.length === 0) return <Empty>{words.noFacts}</Empty>;
        const sum = facts.nodes.reduce((total, { contribution }) => total + contribution, 0);
        const all = after === null && !facts.pageInfo.hasNextPage;
        return (
          <>
            <p>{all ? words.factsAll(told(sum), facts.nodes.length) : words.factsSum(facts.nodes.length, told(sum), told(whole ?? 0))}</p>
            <DataTable
              caption={side === 'NUMERATOR' ? words.factsOfNumerator : words.factsOfDenominator}
              hideCaption
              rows={facts.nodes}
              keyOf={({ id }) => id}
              columns={[
                { header: words.fact, heads: true, cell: kindText },
                { header: words.day, cell: dayOfFact },
                { header: steering.municipality, cell: ({ municipality }) => placeOfCode(municipality)?.name ?? '–' },
                { header: words.contribution, numeric: true, cell: ({ contribution }) => told(contribution) },
                ...(facts.nodes.some((fact) => pathOf(fact, me) !== null) ? [{ header: words.record, cell: (fact: Fact) => <RecordLink fact={fact} /> }] : []),
              ]}
            />
            <Pager list={facts} />
          </>
        );
      }}
    </Answer>
  );
};

interface FactsProps {
  figure: Figure;
  variables: SteeringFigureQueryVariables;
  /** Whether this reader may see them. */
  may: boolean;
}

/** Every fact that a figure counts, and how much of it each is. */
export const Facts = ({ figure, variables, may }: FactsProps) => {
  const [chosen, choose] = useAddressPart('kant');
  const side: Side = chosen === 'noemer' && figure.denominator !== null ? 'DENOMINATOR' : 'NUMERATOR';
  return (
    <section className="panel" aria-labelledby="feiten">
      <Heading level={2} size="level-3" id="feiten">
        {words.facts}
      </Heading>
      {may && figure.denominator !== null && (
        <div className="picks">
          <Pick
            label={words.side}
            value={side === 'NUMERATOR' ? 'teller' : 'noemer'}
            choices={[
              { value: 'teller', label: words.factsOfNumerator },
              { value: 'noemer', label: words.factsOfDenominator },
            ]}
            onPick={choose}
          />
        </div>
      )}
      {may ? <FactList figure={figure} variables={variables} side={side} /> : <p>{words.factsNotYours}</p>}
    </section>
  );
};
