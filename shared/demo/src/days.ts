/** The demo population is as it was on this day. */
export const TODAY = '2026-11-01';

const DAY = 86_400_000;

/** Days since 1970. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days);
/** Saturday and Sunday become the Friday before them. */
export const workingDay = (number: number): number => {
  const weekday = (number + 4) % 7;
  return weekday === 6 ? number - 1 : weekday === 0 ? number - 2 : number;
};
