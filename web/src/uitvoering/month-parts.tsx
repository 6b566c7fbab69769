import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { months } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { shortNumber } from '../ui/numbers.ts';
import { Pager } from '../ui/pager.tsx';
import { Empty } from '../ui/states.tsx';
import { type Column, DataTable } from '../ui/table.tsx';
import type { MonthQuery } from './months.generated.ts';
import { municipalityName } from '../ui/municipality.ts';
import { personName } from './people.ts';

const { kinds, municipality, person } = uitvoering;

type Total = NonNullable<MonthQuery['hoursTotals']>[number];
type Gap = NonNullable<MonthQuery['hoursGaps']>['nodes'][number];

const hours = (value: number): string => shortNumber(value, 1);
const nameOf = (code: string | null): string => (code === null ? months.third : municipalityName(code));

const totalColumns: Column<Total>[] = [
  { header: municipality, heads: true, cell: (row) => nameOf(row.municipality) },
  { header: months.sheets, numeric: true, cell: ({ sheets }) => hours(sheets) },
  { header: months.worked, numeric: true, cell: ({ workedHours }) => hours(workedHours) },
  { header: months.absent, numeric: true, cell: ({ absentHours }) => hours(absentHours) },
  { header: months.billable, numeric: true, cell: ({ billableHours }) => hours(billableHours) },
  { header: months.contract, numeric: true, cell: ({ contractHours }) => hours(contractHours) },
  { header: months.corrections, numeric: true, cell: ({ corrections }) => hours(corrections) },
  {
    header: months.gapsShort,
    cell: ({ closed, gaps }) =>
      closed ? (
        <StatusBadge tone={gaps === 0 ? 'good' : 'attention'}>{gaps === 0 ? months.whole : months.missing(gaps)}</StatusBadge>
      ) : (
        <StatusBadge>{months.notYet}</StatusBadge>
      ),
  },
];

/** Hours of a month by municipality; what is missing is told, not counted as nothing. */
export const Totals = ({ totals }: { totals: readonly Total[] }) => (
  <section className="panel">
    <Heading level={3}>{months.totals}</Heading>
    {totals.length === 0 ? (
      <Empty>{months.noTotals}</Empty>
    ) : (
      <DataTable hideCaption caption={months.totals} columns={totalColumns} rows={totals} keyOf={(row) => row.municipality ?? ''} />
    )}
    <p className="small">{months.correctionsTold}</p>
  </section>
);

const gapColumns: Column<Gap>[] = [
  {
    header: person,
    heads: true,
    cell: ({ placement }) => (placement ? <Link to={`/plaatsingen/${placement.id}`}>{personName(placement)}</Link> : texts.common.notShown),
  },
  { header: municipality, cell: ({ placement }) => placement && nameOf(placement.municipality) },
  { header: placements.kind, cell: ({ placement }) => placement && kinds[placement.kind] },
  { header: placements.employer, cell: ({ placement }) => placement && (placement.employer?.name ?? placements.inside) },
  { header: months.why, cell: ({ reason }) => months.reasons[reason] },
];

/** Placements of which a month has no sheet, or no revenue. */
export const Gaps = ({ gaps }: { gaps: NonNullable<MonthQuery['hoursGaps']> }) => (
  <section className="panel">
    <Heading level={3}>{months.gaps}</Heading>
    {gaps.nodes.length === 0 ? (
      <Empty>{months.noGaps}</Empty>
    ) : (
      <DataTable hideCaption caption={months.gaps} columns={gapColumns} rows={gaps.nodes} keyOf={({ placement, reason }) => `${placement?.id} ${reason}`} />
    )}
    <Pager list={gaps} />
  </section>
);
