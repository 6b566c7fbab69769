import { texts } from '../../texts.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Pager } from '../../ui/pager.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { AFTER } from './after.ts';
import type { EmployerWorkQuery } from './work.generated.ts';

const { employer: words, words: names } = texts.desk;

type List = NonNullable<NonNullable<EmployerWorkQuery['employer']>['vacancies']>;
const tones: Partial<Record<List['nodes'][number]['status'], Tone>> = { OPEN: 'good', PAUSED: 'attention', FILLED: 'info' };

const columns: Column<List['nodes'][number]>[] = [
  { header: words.vacancy, heads: true, cell: ({ title }) => title },
  { header: words.status, cell: ({ status }) => <StatusBadge tone={tones[status] ?? 'neutral'}>{names.vacancyStatus[status]}</StatusBadge> },
  { header: words.places, cell: ({ filled, places }) => words.placesText(filled, places) },
  { header: words.closes, cell: ({ closesOn }) => (closesOn === null ? texts.common.none : dayText(closesOn)) },
  { header: words.from, cell: ({ organisation }) => organisation.name },
];

export const Vacancies = ({ list }: { list: List }) => (
  <Panel title={words.vacancies}>
    {list.nodes.length === 0 ? (
      <Empty>{words.noVacancies}</Empty>
    ) : (
      <DataTable caption={words.vacancies} hideCaption columns={columns} rows={list.nodes} keyOf={({ id }) => id} />
    )}
    <Pager list={list} name={AFTER.vacancies} label={words.vacancies} />
  </Panel>
);
