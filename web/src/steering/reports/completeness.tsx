import { steering } from '../../texts/steering.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { MissingNote } from '../missing.tsx';

/** Whether everything was there, and what was not. */
export const Completeness = ({ of }: { of: { complete: boolean; missingSources: readonly string[] } }) => (
  <span className="board-cell">
    <StatusBadge tone={of.complete ? 'good' : 'attention'}>{of.complete ? steering.complete : steering.incomplete}</StatusBadge>
    <MissingNote of={of} />
  </span>
);
