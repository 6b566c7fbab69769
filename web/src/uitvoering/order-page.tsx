import './uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { euroText } from '../ui/numbers.ts';
import { Answer } from '../ui/states.tsx';
import { applying, fact, type Fact } from './facts-of.ts';
import { History } from './history.tsx';
import { OrderDocument, type OrderQuery } from './order.generated.ts';
import { orderSteps } from './order-steps.tsx';
import { useMay } from './may.ts';
import { personName } from './people.ts';
import { SharedParts } from './shared-parts.tsx';
import { StepChoice } from './step-choice.tsx';
import { orderTone, placementTone } from './tones.ts';

const { orders, states, services, kinds, steps: stepsHeading, by } = uitvoering;
const PLACEMENTS = 50;

export type Order = NonNullable<OrderQuery['serviceOrder']>;

const factsOf = (order: Order): Fact[] => {
  const { participant, budgetCents, ...row } = order;
  return applying([
    fact(uitvoering.person, participant ? <Link to={`/deelnemers/${participant.id}`}>{personName(order)}</Link> : personName(order)),
    fact(orders.service, services[row.service]),
    fact(orders.commissioner, row.commissioner.name),
    fact(orders.goal, row.goal),
    fact(orders.offered, row.offeredOn && dayText(row.offeredOn)),
    fact(orders.answerBy, dayText(row.respondBy)),
    fact(orders.starts, dayText(row.startsOn)),
    fact(orders.until, row.endsOn && dayText(row.endsOn)),
    fact(orders.budget, budgetCents === null ? null : euroText(budgetCents / 100)),
    fact(uitvoering.reason, row.reason),
    fact(orders.advice, row.advice),
    fact(orders.result, row.result),
    fact(orders.evaluation, row.evaluation),
  ]);
};

const PlacementsUnder = ({ order }: { order: Order }) => {
  const under = order.participant?.placements?.nodes.filter(({ details }) => details?.serviceOrder?.id === order.id) ?? [];
  if (under.length === 0) return null;
  return (
    <section className="panel">
      <Heading level={2}>{orders.placements}</Heading>
      <ul className="plain-list">
        {under.map(({ id, kind, status, startsOn, employer }) => (
          <li key={id}>
            <Link to={`/plaatsingen/${id}`}>
              {kinds[kind]} {employer && `· ${employer.name}`}
            </Link>{' '}
            <StatusBadge tone={placementTone[status] ?? 'neutral'}>{states.placement[status]}</StatusBadge>
            <div className="small">{dayText(startsOn)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const OrderView = ({ order }: { order: Order }) => {
  const may = useMay();
  return (
    <Page
      title={`${services[order.service]} · ${personName(order)}`}
      actions={
        <>
          <StatusBadge tone={orderTone[order.status] ?? 'neutral'}>{states.order[order.status]}</StatusBadge>
          {order.overdue && <StatusBadge tone="bad">{orders.late}</StatusBadge>}
        </>
      }
    >
      <div className="with-steps">
        <div>
          <section className="panel">
            <Heading level={2}>{orders.facts}</Heading>
            <Facts facts={factsOf(order)} />
          </section>
          <PlacementsUnder order={order} />
          {order.client && <SharedParts client={order.client} />}
        </div>
        <div>
          <section className="panel">
            <Heading level={2}>{stepsHeading}</Heading>
            <StepChoice steps={orderSteps(order, may)} />
            {may('guide') && order.status === 'IN_PROGRESS' && order.participant && (
              <p>
                {order.service === 'LEARNING_LINE' ? (
                  <Link to={`/deelnemers/${order.participant.id}?opdracht=${order.id}#leerwerklijn`}>{orders.startLine}</Link>
                ) : (
                  <Link to={`/plaatsingen/nieuw?opdracht=${order.id}`}>{orders.propose}</Link>
                )}
              </p>
            )}
          </section>
          <History
            steps={(order.steps ?? []).map((taken) => ({
              key: `${taken.at} ${taken.step}`,
              what: orders.past[taken.step] ?? taken.step,
              at: taken.at,
              by: by(taken.by?.name ?? texts.common.unknown, taken.onBehalfOf.name),
              text: taken.text,
            }))}
          />
        </div>
      </div>
    </Page>
  );
};

/** One order: what is asked, what the Werkplein shares, and the steps that uitvoering may take. */
export const OrderPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(OrderDocument, { variables: { id, placements: PLACEMENTS } });
  return <Answer asked={asked}>{({ serviceOrder }) => (serviceOrder ? <OrderView key={serviceOrder.id} order={serviceOrder} /> : <NotFound />)}</Answer>;
};
