import { Link } from 'react-router';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { Pager } from '../../ui/pager.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { Panel } from '../shared/panel.tsx';
import { proposalPath } from '../shared/paths.ts';
import { who } from '../shared/say.ts';
import { municipalityName } from '../../ui/municipality.ts';
import { AFTER } from './after.ts';
import type { EmployerWorkQuery } from './work.generated.ts';

const { employer: words, words: names, noName } = desk;

type List = NonNullable<NonNullable<EmployerWorkQuery['employer']>['proposals']>;
type Row = List['nodes'][number];
const tones: Partial<Record<Row['status'], Tone>> = { PROPOSED: 'info', INTERVIEW: 'info', TRIAL: 'good', PLACED: 'good', REJECTED: 'bad' };

const nameOf = ({ candidate }: Row): string => (candidate && 'client' in candidate ? candidate.client?.displayName : null) ?? noName;

export const ProposalStatusBadge = ({ status }: { status: Row['status'] }) => (
  <StatusBadge tone={tones[status] ?? 'neutral'}>{names.proposalStatus[status]}</StatusBadge>
);

const columnsOf = (employerId: string): Column<Row>[] => [
  { header: words.candidate, heads: true, cell: (row) => <Link to={proposalPath(employerId, row.id)}>{nameOf(row)}</Link> },
  { header: words.vacancy, cell: ({ vacancy }) => vacancy?.title ?? texts.common.none },
  { header: words.status, cell: ({ status }) => <ProposalStatusBadge status={status} /> },
  { header: words.municipality, cell: ({ municipality }) => municipalityName(municipality) },
  { header: words.proposedBy, cell: ({ proposedBy, proposedAt }) => `${who(proposedBy)}, ${dayText(dayOf(proposedAt))}` },
];

interface Props {
  employerId: string;
  /** Null for who may only know how many there are. */
  list: List | null;
  counts: readonly { municipality: string; count: number }[];
}

/** How many candidates are proposed, for everybody; who they are, for who may know. */
export const Proposals = ({ employerId, list, counts }: Props) => (
  <Panel title={words.proposals}>
    {counts.length > 0 && (
      <p>{words.openProposals(new Intl.ListFormat('nl').format(counts.map(({ municipality, count }) => `${municipalityName(municipality)} ${count}`)))}</p>
    )}
    {list === null || list.nodes.length === 0 ? (
      <Empty>{words.noProposals}</Empty>
    ) : (
      <DataTable caption={words.proposals} hideCaption columns={columnsOf(employerId)} rows={list.nodes} keyOf={({ id }) => id} />
    )}
    {list && <Pager list={list} name={AFTER.proposals} label={words.proposals} />}
  </Panel>
);
