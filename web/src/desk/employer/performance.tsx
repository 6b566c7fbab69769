import { desk } from '../../texts/desk.ts';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import type { EmployerWorkQuery } from './work.generated.ts';

const { employer: words } = desk;

type Year = NonNullable<NonNullable<EmployerWorkQuery['employer']>['performance']>[number];

const columns: Column<Year>[] = [
  { header: words.year, heads: true, cell: ({ year }) => year },
  { header: words.registered, numeric: true, cell: ({ vacancies }) => vacancies.registered },
  { header: words.placesFilled, numeric: true, cell: ({ vacancies }) => words.outOf(vacancies.placesFilled, vacancies.places) },
  {
    header: words.meanDays,
    numeric: true,
    cell: ({ vacancies: { meanDaysToFill } }) => (meanDaysToFill === null ? words.noneFilled : Math.round(meanDaysToFill)),
  },
  { header: words.placed, numeric: true, cell: ({ proposals }) => words.outOf(proposals.placed, proposals.proposed) },
  { header: words.lasting, numeric: true, cell: ({ placements }) => words.outOf(placements.lasted26Weeks, placements.past26Weeks) },
];

/** What earlier work with an employer came to, by year. */
export const Performance = ({ years }: { years: readonly Year[] }) => (
  <Panel folds title={words.performance}>
    {years.length === 0 ? (
      <Empty>{words.noPerformance}</Empty>
    ) : (
      <DataTable caption={words.performance} hideCaption columns={columns} rows={years} keyOf={({ year }) => String(year)} />
    )}
  </Panel>
);
