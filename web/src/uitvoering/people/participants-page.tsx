import '../uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { hasRole, useMe } from '../../app/me.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { people as words } from '../../texts/personnel.ts';
import { lawStepWords } from '../../texts/werkplein-law-steps.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Listed } from '../../ui/listed.tsx';
import { PAGE, useAfter } from '../../ui/pager.tsx';
import { Answer } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { byMunicipality, chosen, type Filter, Filters } from '../filters.tsx';
import { useMay } from '../may.ts';
import { personName } from '../people.ts';
import { FindPerson } from './find-person.tsx';
import { type CommissionerKind, ParticipantsDocument, type ParticipantsQuery } from './people-list.generated.ts';

const { states } = uitvoering;
const EVERYBODY = 'iedereen';
const LEFT = 'uitgestroomd';
const BOTH = 'alle';
const thirdParties: readonly string[] = ['UWV', 'OTHER_MUNICIPALITY'] satisfies CommissionerKind[];

type Row = NonNullable<ParticipantsQuery['participants']>['nodes'][number];

const byWhose: Filter = { name: 'van', label: words.whose, all: words.mine, choices: [{ value: EVERYBODY, label: words.everybody }] };
const byStay: Filter = {
  name: 'stand',
  label: words.state,
  all: words.here,
  choices: [
    { value: LEFT, label: words.left },
    { value: BOTH, label: words.both },
  ],
};
const byCommissioner: Filter = {
  ...byMunicipality,
  label: uitvoering.orders.commissioner,
  all: uitvoering.orders.commissioners,
  choices: [...byMunicipality.choices, { value: 'UWV', label: 'UWV' }, { value: 'OTHER_MUNICIPALITY', label: uitvoering.orders.otherMunicipalities }],
};

const filterOf = (params: URLSearchParams, guides: boolean) => {
  const [stay, commissioner, reference] = [chosen(params, byStay), chosen(params, byCommissioner), params.get('nummer')];
  const found = reference !== null && reference !== '';
  return {
    ...(guides && !found && chosen(params, byWhose) === null && { mine: true }),
    ...(stay !== BOTH && !found && { left: stay === LEFT }),
    ...(commissioner !== null && (thirdParties.includes(commissioner) ? { commissioner: commissioner as CommissionerKind } : { municipality: commissioner })),
    ...(found && { reference }),
  };
};

const columns: Column<Row>[] = [
  { header: uitvoering.person, heads: true, cell: (row) => <Link to={`/deelnemers/${row.id}`}>{personName(row)}</Link> },
  { header: uitvoering.orders.commissioner, cell: ({ commissioner }) => commissioner.name },
  {
    header: words.orders,
    cell: ({ serviceOrders }) => serviceOrders?.nodes.map(({ service }) => uitvoering.services[service]).join(', ') || texts.common.none,
  },
  {
    header: words.guides,
    cell: ({ responsible }) =>
      responsible?.map(({ employee, role }) => `${employee?.name ?? texts.common.unknown} (${uitvoering.roles[role].toLowerCase()})`).join(', ') ||
      texts.common.none,
  },
  { header: words.since, wide: true, cell: ({ registeredOn }) => dayText(registeredOn) },
  {
    header: uitvoering.state,
    cell: ({ status }) => (
      <StatusBadge tone={status === 'ACTIVE' ? 'good' : status === 'EXITED' ? 'neutral' : 'info'}>{states.participant[status]}</StatusBadge>
    ),
  },
];

/** For whom the NUO works: first those of who is signed in. */
export const ParticipantsPage = () => {
  const [params] = useSearchParams();
  const me = useMe();
  const may = useMay();
  const guides = may('guide');
  const filter = filterOf(params, guides);
  const asked = useAsk(ParticipantsDocument, { variables: { first: PAGE, after: useAfter(), filter } });
  return (
    <Page
      title={words.title}
      actions={
        <>
          {may('keepEmployments') && <Link to="/dienstverbanden">{uitvoering.employments}</Link>}
          {hasRole(me, 'jobcoach', 'trajectbegeleider') && <Link to="/loonwaardebezoeken">{lawStepWords.loonwaarde.visits}</Link>}
          {guides && <Link to="/herindicaties">{uitvoering.reindications}</Link>}
          {may('registerPeople') && <Link to="/deelnemers/nieuw">{words.nieuw}</Link>}
        </>
      }
    >
      <Filters filters={[...(guides ? [byWhose] : []), byCommissioner, byStay]} />
      <FindPerson />
      <Answer asked={asked}>
        {({ participants: list }) => (
          <section className="panel">
            <Listed list={list} empty={'mine' in filter ? words.emptyMine : words.empty}>
              {(rows) => <DataTable hideCaption caption={words.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
