import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, service } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { isOpen, useClient } from '../client/client.tsx';
import { OrderBadge } from '../parts/badges.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { DueDay } from '../parts/day.tsx';
import { Panel } from '../parts/panel.tsx';
import { OrderActions } from './order-actions.tsx';
import { type OrderFactsFragment, OrdersOfClientDocument } from './orders.generated.ts';

const { order: words } = werkpleinTexts;

type Fact = [string, React.ReactNode];

const said = (name: string, text: string | null): Fact[] => (text === null ? [] : [[name, text]]);

/** What was asked of the NUO, and what became of it. */
export const OrderText = ({ order }: { order: OrderFactsFragment }) => (
  <Facts
    facts={[
      [words.goal, order.goal],
      [words.startsOn, dayText(order.startsOn)],
      ...(order.endsOn === null ? [] : [[words.endsOn, dayText(order.endsOn)] as Fact]),
      ...(order.offeredOn === null ? [] : [[words.offeredOn, dayText(order.offeredOn)] as Fact]),
      ...(order.status === 'OFFERED' ? [[words.respondBy, <DueDay key="respond" day={order.respondBy} />] as Fact] : []),
      ...said(words.reason, order.reason),
      ...said(words.advice, order.advice),
      ...said(words.result, order.result),
      ...said(words.evaluation, order.evaluation),
    ]}
  />
);

/** The orders of this client to the NUO, newest first. */
export const OrdersPart = () => {
  const client = useClient();
  const asked = useAsk(OrdersOfClientDocument, { variables: { client: client.id, after: useAfter() } });
  return (
    <>
      {isOpen(client) && (
        <p className="part-actions">
          <Link className="ams-button ams-button--primary button-link" to={clientPath(client.id, 'opdrachten/nieuw')}>
            {words.create}
          </Link>
        </p>
      )}
      <Answer asked={asked}>
        {(data) => {
          const orders = data.client?.serviceOrders;
          if (!orders) return null;
          if (orders.nodes.length === 0)
            return (
              <Panel title={words.none}>
                <p className="lead">{words.noneIntro}</p>
              </Panel>
            );
          return (
            <>
              {orders.nodes.map((order) => (
                <Panel key={order.id} title={named(service, order.service)} actions={<OrderBadge status={order.status} />}>
                  <OrderText order={order} />
                  <OrderActions order={order} clientId={client.id} />
                </Panel>
              ))}
              <Pager list={orders} />
            </>
          );
        }}
      </Answer>
    </>
  );
};
