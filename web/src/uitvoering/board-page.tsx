import './uitvoering.css';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { workplaces } from '../texts/workplaces.ts';
import { dayOf, dayText, weekdayText } from '../ui/dates.ts';
import { Listed } from '../ui/listed.tsx';
import { useAfter } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { BoardCards } from './board-cards.tsx';
import { type BoardPeriod, boardPeriod, type Unit, weekNumber } from './board-time.ts';
import { byMunicipality, chosen, choicesOf, type Filter, Filters } from './filters.tsx';
import { HeatCell } from './heat-cell.tsx';
import { useMay } from './may.ts';
import { type WorkplaceBoardQuery, WorkplaceBoardDocument, type WorkplaceKind } from './workplaces.generated.ts';

const PAGE = 20;

type Row = NonNullable<WorkplaceBoardQuery['workplaceBoard']>['nodes'][number];

const byKind: Filter = { name: 'soort', label: workplaces.kind, all: workplaces.allKinds, choices: choicesOf(workplaces.kinds) };
const byUnit: Filter = { name: 'per', label: workplaces.unit, all: workplaces.week, choices: [{ value: 'dag', label: workplaces.day }] };

const nameOf = (from: string, unit: Unit): string => (unit === 'DAY' ? weekdayText(from) : workplaces.weekOf(weekNumber(from), weekdayText(from)));

const columnsFor = (rows: readonly Row[], unit: Unit): Column<Row>[] => [
  {
    header: workplaces.one,
    heads: true,
    cell: ({ workplace: { id, name, location, kind } }) => (
      <>
        <Link to={`/werkplekken/${id}`}>{name}</Link>
        <div className="small">
          {workplaces.kinds[kind]} · {location}
        </div>
      </>
    ),
  },
  ...(rows[0]?.cells ?? []).map(
    ({ from }, index): Column<Row> => ({ header: nameOf(from, unit), cell: ({ cells }) => cells[index] && <HeatCell load={cells[index]} /> }),
  ),
];

/** Links that move the board: the place in time stands in the address. */
const Moves = ({ period }: { period: BoardPeriod }) => {
  const [params] = useSearchParams();
  const to = (day: string | null): string => {
    const next = new URLSearchParams(params);
    if (day === null) next.delete('van');
    else next.set('van', day);
    return `?${next}`;
  };
  return (
    <nav className="period-moves" aria-label={workplaces.moving}>
      <Link to={to(period.earlier)}>← {workplaces.earlier}</Link>
      <strong>{workplaces.period(dayText(period.from), dayText(period.until))}</strong>
      <Link to={to(period.later)}>{workplaces.later} →</Link>
      {params.has('van') && <Link to={to(null)}>{workplaces.today}</Link>}
    </nav>
  );
};

/** How full every workplace is, by week or by day. */
export const BoardPage = () => {
  const [params] = useSearchParams();
  const unit: Unit = chosen(params, byUnit) === null ? 'WEEK' : 'DAY';
  const kind = chosen(params, byKind);
  const may = useMay();
  const narrow = useNarrow();
  const period = boardPeriod(params.get('van'), unit, dayOf());
  const asked = useAsk(WorkplaceBoardDocument, {
    variables: {
      from: period.from,
      until: period.until,
      unit,
      filter: { ...(kind !== null && { kinds: [kind as WorkplaceKind] }), municipality: chosen(params, byMunicipality) },
      first: PAGE,
      after: useAfter(),
    },
  });
  return (
    <Page
      title={workplaces.title}
      actions={
        may('planWorkplaces') && (
          <>
            <Link to="/terugval">{workplaces.fallback}</Link>
            <Link to="/werkplekken/nieuw">{workplaces.add}</Link>
            <Link to="/werkplekken/groep">{workplaces.addGroup}</Link>
          </>
        )
      }
    >
      <p className="lead">{workplaces.lead}</p>
      <Filters filters={[byKind, byMunicipality, byUnit]} />
      <Moves period={period} />
      <Answer asked={asked}>
        {({ workplaceBoard: board }) => (
          <section className="panel board">
            <Listed list={board} empty={workplaces.empty}>
              {(rows) =>
                narrow ? (
                  <BoardCards rows={rows} nameOf={(from) => nameOf(from, unit)} />
                ) : (
                  <DataTable hideCaption caption={workplaces.caption} columns={columnsFor(rows, unit)} rows={rows} keyOf={({ workplace }) => workplace.id} />
                )
              }
            </Listed>
          </section>
        )}
      </Answer>
    </Page>
  );
};
