import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import type { PlacementStatus } from './placements.generated.ts';

const { states } = uitvoering;

const usual: readonly PlacementStatus[] = ['PROPOSED', 'AGREED', 'PLANNED', 'ACTIVE', 'ENDED'];
/** Where a state that is not on the usual way leaves it. */
const beside: Partial<Record<PlacementStatus, { after: number; instead: boolean }>> = {
  REJECTED: { after: 1, instead: true },
  CANCELLED: { after: 3, instead: true },
  INTERRUPTED: { after: 4, instead: false },
};

const wayOf = (status: PlacementStatus): readonly PlacementStatus[] => {
  const aside = beside[status];
  return aside ? [...usual.slice(0, aside.after), status, ...(aside.instead ? [] : usual.slice(aside.after))] : usual;
};

/** The states of a placement in their order, and where it is. */
export const StateLine = ({ status }: { status: PlacementStatus }) => {
  const way = wayOf(status);
  const here = way.indexOf(status);
  return (
    <ol className="state-line" aria-label={placements.line}>
      {way.map((each, index) => (
        <li key={each} data-state={index < here ? 'past' : 'next'} {...(index === here && { 'aria-current': 'step' as const })}>
          <span>{states.placement[each]}</span>
        </li>
      ))}
    </ol>
  );
};
