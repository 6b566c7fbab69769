import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Pager } from '../../ui/pager.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { newVacancyPath, vacancyPath } from '../shared/paths.ts';
import { AFTER } from './after.ts';
import type { EmployerWorkQuery } from './work.generated.ts';

const { employer: words, words: names } = desk;

type List = NonNullable<NonNullable<EmployerWorkQuery['employer']>['vacancies']>;
const tones: Partial<Record<List['nodes'][number]['status'], Tone>> = { OPEN: 'good', PAUSED: 'attention', FILLED: 'info' };

export const VacancyStatusBadge = ({ status }: { status: List['nodes'][number]['status'] }) => (
  <StatusBadge tone={tones[status] ?? 'neutral'}>{names.vacancyStatus[status]}</StatusBadge>
);

const columnsOf = (employerId: string): Column<List['nodes'][number]>[] => [
  { header: words.vacancy, heads: true, cell: ({ id, title }) => <Link to={vacancyPath(employerId, id)}>{title}</Link> },
  { header: words.status, cell: ({ status }) => <VacancyStatusBadge status={status} /> },
  { header: words.places, cell: ({ filled, places }) => words.placesText(filled, places) },
  { header: words.closes, cell: ({ closesOn }) => (closesOn === null ? texts.common.none : dayText(closesOn)) },
  { header: words.from, cell: ({ organisation }) => organisation.name },
];

export const Vacancies = ({ list, employerId }: { list: List; employerId: string }) => (
  <Panel title={words.vacancies} actions={<Link to={newVacancyPath(employerId)}>{desk.vacancy.new}</Link>}>
    {list.nodes.length === 0 ? (
      <Empty>{words.noVacancies}</Empty>
    ) : (
      <DataTable caption={words.vacancies} hideCaption columns={columnsOf(employerId)} rows={list.nodes} keyOf={({ id }) => id} />
    )}
    <Pager list={list} name={AFTER.vacancies} label={words.vacancies} />
  </Panel>
);
