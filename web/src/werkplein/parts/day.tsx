import { firstWords } from '../../texts/werkplein-first.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';

/** A day by which something is to be done; that it has passed is said in words. */
export const DueDay = ({ day }: { day: string }) => (
  <span className="due-day">
    {dayText(day)} {day < dayOf() && <StatusBadge tone="bad">{firstWords.overdue}</StatusBadge>}
  </span>
);

/** A period in words; both days belong to it. */
export const periodText = (from: string, until: string | null): string => {
  if (until !== null) return `${dayText(from)} – ${dayText(until)}`;
  return (from > dayOf() ? firstWords.from : firstWords.since)(dayText(from));
};
