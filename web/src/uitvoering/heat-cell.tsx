import { texts } from '../texts.ts';

const { workplaces } = texts;
const number = (value: number): string => value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });

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
  const free = { over: workplaces.over(number(-freeHours)), full: workplaces.full }[level as string] ?? workplaces.free(number(freeHours));
  return (
    <div className="heat" data-level={level}>
      {workplaces.hours(number(used), number(used + freeHours))}
      <strong>{free}</strong>
      <span>{workplaces.persons(persons)}</span>
      {reservedHours > 0 && <span>{workplaces.reserved(number(reservedHours))}</span>}
    </div>
  );
};
