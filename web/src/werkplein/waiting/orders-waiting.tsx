import { Heading } from '@amsterdam/design-system-react';
import { useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, service } from '../../texts/werkplein-names.ts';
import { dayText } from '../../ui/dates.ts';
import { Few } from '../../ui/few.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { ContinueOrder, OrderActions } from '../orders/order-actions.tsx';
import { OrderBadge } from '../parts/badges.tsx';
import { ClientLink } from '../parts/client-link.tsx';
import { DueDay } from '../parts/day.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { OrdersWaitingDocument, type OrdersWaitingQuery } from './orders-waiting.generated.ts';

const { waiting: words } = werkpleinTexts;
type Order = NonNullable<OrdersWaitingQuery['toEvaluate']>['nodes'][number];

const said = ({ reason, advice, result }: Order): string => [reason, result, advice && words.advice(advice)].filter(Boolean).join(' ');

const Orders = ({ orders, came }: { orders: readonly Order[]; came?: boolean }) => (
  <Few count={orders.length} few={5}>
    <ul className="plain-list">
      {orders.map((order) => (
        <li key={order.id} className="waiting-item waiting-order">
          <div>
            <p className="waiting-line">
              <ClientLink client={order.client} part="opdrachten" /> <strong>{named(service, order.service)}</strong> <OrderBadge status={order.status} />
              {order.overdue && <DueDay day={order.respondBy} />}
              {order.endsOn !== null && <span className="small">{words.until(dayText(order.endsOn))}</span>}
            </p>
            {said(order) !== '' && <p className="form-text">{said(order)}</p>}
          </div>
          {came === true && <Opening label={words.continue}>{(close) => <ContinueOrder order={order} close={close} />}</Opening>}
          {order.client && <OrderActions order={order} clientId={order.client.id} />}
        </li>
      ))}
    </ul>
  </Few>
);

/** Orders that wait for regie (Q3, Q8). */
export const OrdersWaiting = () => {
  const { organisation } = useMe();
  const variables = { municipality: organisation.code, overdueAfter: useAfter('onbeantwoord'), closedAfter: useAfter('evaluatie') };
  const asked = useAsk(OrdersWaitingDocument, { variables });
  return (
    <Panel title={words.orders} id="opdrachten">
      <Answer asked={asked}>
        {({ werkplein, withoutAnswer, toEvaluate }) => {
          const came = werkplein?.ordersAwaitingRegie?.nodes ?? [];
          const late = withoutAnswer?.nodes ?? [];
          const done = toEvaluate?.nodes ?? [];
          return (
            <>
              {came.length + late.length + done.length === 0 && <Empty>{words.noOrders}</Empty>}
              {came.length > 0 && (
                <>
                  <Heading level={3} size="level-4">
                    {words.came}
                  </Heading>
                  <Orders orders={came} came />
                </>
              )}
              {done.length > 0 && (
                <>
                  <Heading level={3} size="level-4">
                    {words.toEvaluate}
                  </Heading>
                  <Orders orders={done} />
                </>
              )}
              {toEvaluate && <Pager list={toEvaluate} name="evaluatie" label={words.toEvaluate} />}
              {late.length > 0 && (
                <>
                  <Heading level={3} size="level-4">
                    {words.withoutAnswer}
                  </Heading>
                  <Orders orders={late} />
                </>
              )}
              {withoutAnswer && <Pager list={withoutAnswer} name="onbeantwoord" label={words.withoutAnswer} />}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
