import { workplaces } from '../texts/workplaces.ts';
import { shortNumber } from '../ui/numbers.ts';

interface Load {
  occupiedHours: number;
  reservedHours: number;
  freeHours: number;
  persons: number;
}

const MOST = 0.75;

/** How full a place is: by words, by number, and only then by colour. */
export const levelOf = ({ occupiedHours, reservedHours, freeHours }: Load): 'over' | 'full' | 'most' | 'some' => {
  const used = occupiedHours + reservedHours;
  if (freeHours < 0) return 'over';
  if (freeHours === 0) return 'full';
  return used / (used + freeHours) >= MOST ? 'most' : 'some';
};

/** What a workplace holds in a week or on a day. */
export const HeatCell = ({ load }: { load: Load }) => {
  const { occupiedHours, reservedHours, freeHours, persons } = load;
  const used = occupiedHours + reservedHours;
  const level = levelOf(load);
  const free = { over: workplaces.over(shortNumber(-freeHours)), full: workplaces.full }[level as string] ?? workplaces.free(shortNumber(freeHours));
  return (
    <div className="heat" data-level={level}>
      {workplaces.hours(shortNumber(used), shortNumber(used + freeHours))}
      <strong>{free}</strong>
      <span>{workplaces.persons(persons)}</span>
      {reservedHours > 0 && <span>{workplaces.reserved(shortNumber(reservedHours))}</span>}
    </div>
  );
};
