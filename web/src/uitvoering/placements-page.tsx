import './uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { addDays, dayOf, dayText } from '../ui/dates.ts';
import { shortNumber } from '../ui/numbers.ts';
import { Listed } from '../ui/listed.tsx';
import { PAGE, useAfter } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { byMunicipality, chosen, choicesOf, type Filter, Filters } from './filters.tsx';
import { personName } from './people.ts';
import { type PlacementKind, PlacementsDocument, type PlacementsQuery, type PlacementStatus } from './placements.generated.ts';
import { placementTone } from './tones.ts';

const { states, kinds, ...words } = uitvoering;
const ALL = 'alle';
const SIX_WEEKS = 42;
const current: PlacementStatus[] = ['PROPOSED', 'AGREED', 'PLANNED', 'ACTIVE', 'INTERRUPTED'];

type Placement = NonNullable<PlacementsQuery['placements']>['nodes'][number];

const byState: Filter = {
  name: 'status',
  label: words.state,
  all: placements.current,
  choices: [...choicesOf(states.placement), { value: ALL, label: words.allStates }],
};
const byKind: Filter = { name: 'soort', label: placements.kind, all: placements.allKinds, choices: choicesOf(kinds) };
const byEnd: Filter = { name: 'einde', label: placements.ending, all: placements.anyEnd, choices: [{ value: 'binnenkort', label: placements.endsSoon }] };

const filterOf = (params: URLSearchParams) => {
  const state = chosen(params, byState);
  const kind = chosen(params, byKind);
  return {
    ...(state === null && { states: current }),
    ...(state !== null && state !== ALL && { states: [state as PlacementStatus] }),
    ...(kind !== null && { kinds: [kind as PlacementKind] }),
    ...(chosen(params, byEnd) !== null && { endsBy: addDays(dayOf(), SIX_WEEKS) }),
  };
};

const columns: Column<Placement>[] = [
  { header: words.person, heads: true, cell: (row) => <Link to={`/plaatsingen/${row.id}`}>{personName(row)}</Link> },
  { header: placements.kind, cell: ({ kind }) => kinds[kind] },
  { header: placements.employer, cell: ({ employer }) => employer?.name ?? placements.inside },
  { header: placements.from, cell: ({ startsOn }) => dayText(startsOn) },
  {
    header: placements.until,
    cell: ({ endedOn, expectedEndOn }) => {
      const last = endedOn ?? expectedEndOn;
      return last === null ? placements.noEnd : dayText(last);
    },
  },
  { header: placements.hours, numeric: true, wide: true, cell: ({ hoursPerWeek }) => shortNumber(hoursPerWeek) },
  { header: words.state, cell: ({ status }) => <StatusBadge tone={placementTone[status] ?? 'neutral'}>{states.placement[status]}</StatusBadge> },
];

/** Who works where, or is about to; latest start first. */
export const PlacementsPage = () => {
  const [params] = useSearchParams();
  const asked = useAsk(PlacementsDocument, {
    variables: { first: PAGE, after: useAfter(), municipality: chosen(params, byMunicipality), filter: filterOf(params) },
  });
  return (
    <Page title={placements.title}>
      <Filters filters={[byState, byKind, byMunicipality, byEnd]} />
      <Answer asked={asked}>
        {({ placements: list }) => (
          <section className="panel">
            <Listed list={list} empty={placements.empty}>
              {(rows) => <DataTable hideCaption caption={placements.caption} columns={columns} rows={rows} keyOf={({ id }) => id} />}
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
