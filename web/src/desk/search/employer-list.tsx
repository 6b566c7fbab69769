import { Link } from 'react-router';
import type { Asked } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { employerPath } from '../shared/paths.ts';
import { cityOf, who } from '../shared/say.ts';
import type { EmployersQuery, EmployerStatus } from './employers.generated.ts';

const { common } = texts;

const tones: Partial<Record<EmployerStatus, Tone>> = { ACTIVE: 'good', PROSPECT: 'info', BLOCKED: 'bad' };
/** How an employer stands with us. */
export const EmployerStatusBadge = ({ status }: { status: EmployerStatus }) => (
  <StatusBadge tone={tones[status] ?? 'neutral'}>{desk.words.employerStatus[status]}</StatusBadge>
);

type Row = NonNullable<EmployersQuery['employers']>['nodes'][number];

const columns: Column<Row>[] = [
  {
    header: desk.search.employer,
    heads: true,
    cell: (row) => (
      <span>
        <Link to={employerPath(row.id)}>{row.name}</Link>
        {row.legalName !== row.name && <span className="small desk-under">{row.legalName}</span>}
        {row.keyAccount && <span className="small desk-under">{desk.search.keyAccount}</span>}
      </span>
    ),
  },
  { header: desk.search.place, cell: ({ branches }) => cityOf(branches) ?? common.unknown },
  { header: desk.search.kvk, wide: true, cell: ({ kvkNumber }) => kvkNumber ?? common.none },
  { header: desk.search.status, cell: ({ status }) => <EmployerStatusBadge status={status} /> },
  { header: desk.search.owner, cell: ({ account }) => (account?.owner ? who(account.owner) : desk.search.noOwner) },
];

/** What was found; it stays while the next is looked for. */
export const EmployerList = ({ asked }: { asked: Asked<EmployersQuery> }) => (
  <section className="panel" aria-label={desk.search.list}>
    <Answer asked={asked}>
      {({ employers }) =>
        employers &&
        (employers.nodes.length === 0 ? (
          <Empty>{desk.search.none}</Empty>
        ) : (
          <>
            <DataTable caption={desk.search.list} hideCaption columns={columns} rows={employers.nodes} keyOf={({ id }) => id} />
            <Pager list={employers} />
          </>
        ))
      }
    </Answer>
  </section>
);
