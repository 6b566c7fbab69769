import './uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { Listed } from '../ui/listed.tsx';
import { PAGE, useAfter } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { byMunicipality, chosen, choicesOf, type Filter, Filters } from './filters.tsx';
import { type CommissionerKind, OrdersDocument, type OrdersQuery, type ServiceOrderStatus } from './orders.generated.ts';
import { personName } from './people.ts';
import { orderTone } from './tones.ts';

const { orders, states, services, ...words } = uitvoering;
const RUNNING = 'lopend';
const ALL = 'alle';

type Order = NonNullable<OrdersQuery['serviceOrders']>['nodes'][number];

const { CONCEPT: _regieOnly, OFFERED, ...answered } = states.order;
const byState: Filter = {
  name: 'status',
  label: words.state,
  all: OFFERED,
  choices: [{ value: RUNNING, label: orders.running }, ...choicesOf(answered), { value: ALL, label: words.allStates }],
};
const UWV = 'UWV';
const OTHERS = 'OTHER_MUNICIPALITY';
const byCommissioner: Filter = {
  ...byMunicipality,
  label: orders.commissioner,
  all: orders.commissioners,
  choices: [...byMunicipality.choices, { value: UWV, label: 'UWV' }, { value: OTHERS, label: orders.otherMunicipalities }],
};
const byLateness: Filter = {
  name: 'te-laat',
  label: orders.answer,
  all: orders.lateOrNot,
  choices: [{ value: 'ja', label: orders.onlyLate }],
};

/** What the address asks: without a choice what waits for an answer. */
const filterOf = (params: URLSearchParams) => {
  const state = chosen(params, byState);
  const commissioner = chosen(params, byCommissioner);
  return {
    ...(state === null && { states: ['OFFERED' as const] }),
    ...(state === RUNNING && { active: true }),
    ...(state !== null && state in states.order && { states: [state as ServiceOrderStatus] }),
    ...(commissioner === UWV || commissioner === OTHERS
      ? { commissioner: commissioner as CommissionerKind }
      : commissioner !== null && { municipality: commissioner }),
    ...(chosen(params, byLateness) !== null && { overdue: true }),
  };
};

const columns: Column<Order>[] = [
  { header: words.person, heads: true, cell: (row) => <Link to={`/opdrachten/${row.id}`}>{personName(row)}</Link> },
  { header: orders.service, cell: ({ service }) => services[service] },
  { header: orders.commissioner, cell: ({ commissioner }) => commissioner.name },
  {
    header: orders.answerBy,
    cell: ({ respondBy, overdue }) => (
      <>
        {dayText(respondBy)} {overdue && <StatusBadge tone="bad">{orders.late}</StatusBadge>}
      </>
    ),
  },
  { header: orders.starts, cell: ({ startsOn }) => dayText(startsOn) },
  { header: words.state, cell: ({ status }) => <StatusBadge tone={orderTone[status] ?? 'neutral'}>{states.order[status]}</StatusBadge> },
];

/** The inbox of four Werkpleinen: what is due first stands first. */
export const OrdersPage = () => {
  const [params] = useSearchParams();
  const asked = useAsk(OrdersDocument, { variables: { first: PAGE, after: useAfter(), filter: filterOf(params) } });
  return (
    <Page title={orders.title}>
      <Filters filters={[byState, byCommissioner, byLateness]} />
      <Answer asked={asked}>
        {({ serviceOrders: list }) => (
          <section className="panel">
            <Listed list={list} empty={orders.empty}>
              {(rows) => <DataTable hideCaption caption={orders.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
