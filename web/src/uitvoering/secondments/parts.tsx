import { Link } from 'react-router';
import { secondments as words } from '../../texts/secondments.ts';
import type { Tone } from '../../ui/badge.tsx';
import { euroText } from '../../ui/numbers.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import type { Column } from '../../ui/table.tsx';
import type { SecondmentRowFragment, SecondmentStatus } from './secondments.generated.ts';
import { texts } from '../../texts.ts';
import { uitvoering } from '../../texts/uitvoering.ts';

export const euros = (cents: number): string => euroText(cents / 100);

const tones: Record<SecondmentStatus, Tone> = { CONCEPT: 'neutral', SIGNED: 'info', RUNNING: 'good', NOTICE_GIVEN: 'attention', ENDED: 'neutral' };
export const SecondmentBadge = ({ status }: { status: SecondmentStatus }) => <StatusBadge tone={tones[status]}>{words.statuses[status]}</StatusBadge>;

/** The last day that is known: the day on which it ended, else by notice, else as agreed. */
export const lastDay = ({ endsOn, noticeEndsOn, endedOn }: Pick<SecondmentRowFragment, 'endsOn' | 'noticeEndsOn' | 'endedOn'>): string => {
  const day = endedOn ?? noticeEndsOn ?? endsOn;
  return day === null ? words.noEnd : dayText(day);
};

export const secondmentColumns: Column<SecondmentRowFragment>[] = [
  { header: words.work, heads: true, cell: ({ id, title }) => <Link to={`/detacheringen/${id}`}>{title}</Link> },
  { header: words.hirer, cell: ({ employer }) => employer?.name ?? texts.common.notShown },
  { header: words.kind, wide: true, cell: ({ kind }) => words.kinds[kind] },
  { header: words.from, cell: ({ startsOn }) => dayText(startsOn) },
  { header: words.until, cell: lastDay },
  { header: uitvoering.state, cell: ({ status }) => <SecondmentBadge status={status} /> },
];
