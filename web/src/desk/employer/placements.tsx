import { desk } from '../../texts/desk.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Pager } from '../../ui/pager.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { municipalityName } from '../../ui/municipality.ts';
import { AFTER } from './after.ts';
import type { EmployerWorkQuery } from './work.generated.ts';

const { employer: words, words: names, noName } = desk;

type List = NonNullable<NonNullable<EmployerWorkQuery['employer']>['placements']>;
type Row = List['nodes'][number];
const tones: Partial<Record<Row['status'], Tone>> = { ACTIVE: 'good', PLANNED: 'info', AGREED: 'info', INTERRUPTED: 'attention' };

const endOf = ({ endedOn, expectedEndOn }: Row): string =>
  endedOn !== null ? dayText(endedOn) : expectedEndOn !== null ? words.expected(dayText(expectedEndOn)) : words.noEnd;

const columns: Column<Row>[] = [
  { header: words.client, heads: true, cell: ({ client }) => client?.displayName ?? noName },
  { header: words.kind, cell: ({ kind }) => names.placementKind[kind] },
  { header: words.status, cell: ({ status }) => <StatusBadge tone={tones[status] ?? 'neutral'}>{names.placementStatus[status]}</StatusBadge> },
  { header: words.starts, cell: ({ startsOn }) => dayText(startsOn) },
  { header: words.ends, cell: endOf },
  { header: words.municipality, cell: ({ municipality }) => municipalityName(municipality) },
];

/** Who works or worked there; names come from the Werkplein, for who may see them. */
export const Placements = ({ list, active }: { list: List; active: number | null }) => (
  <Panel title={words.placements}>
    {active !== null && active > 0 && <p>{words.activePlacements(active)}</p>}
    {list.nodes.length === 0 ? (
      <Empty>{words.noPlacements}</Empty>
    ) : (
      <DataTable caption={words.placements} hideCaption columns={columns} rows={list.nodes} keyOf={({ id }) => id} />
    )}
    <Pager list={list} name={AFTER.placements} label={words.placements} />
  </Panel>
);
