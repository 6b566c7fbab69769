// Days and instants as people write them; the graph gives days as YYYY-MM-DD and instants in UTC.

const ZONE = 'Europe/Amsterdam';

/** A formatter takes some ms to make: each is made when a screen first needs it. */
const lazily = (locale: string, options: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
  let made: Intl.DateTimeFormat | null = null;
  return (at) => (made ??= new Intl.DateTimeFormat(locale, options)).format(at);
};

const day = lazily('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const weekday = lazily('nl-NL', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const instant = lazily('nl-NL', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const time = lazily('nl-NL', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const isoDay = lazily('sv-SE', { timeZone: ZONE });
const parts = lazily('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: ZONE });

/** A day is not torn apart at the end of a line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0');

/** `2026-11-28` as `28 nov 2026`. */
export const dayText = (date: string): string => whole(day(new Date(`${date}T00:00:00Z`)));
/** `2026-11-28` as `za 28 nov`. */
export const weekdayText = (date: string): string => whole(weekday(new Date(`${date}T00:00:00Z`)));
export const instantText = (at: string): string => instant(new Date(at)).split(', ').map(whole).join(', ');
export const timeText = (at: string): string => time(new Date(at));

/** The calendar day in Amsterdam of an instant, today unless given. */
export const dayOf = (at: Date | string = new Date()): string => isoDay(new Date(at));
/** The day so many days later. */
export const addDays = (date: string, days: number): string => {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** An instant as the value of a `datetime-local` field. */
export const localInput = (at: Date | string): string => parts(new Date(at)).replace(' ', 'T').slice(0, 16);
/** The instant that a `datetime-local` field means in Amsterdam; empty for an empty field. */
export const instantOf = (local: string): string => {
  if (local === '') return '';
  const asUtc = new Date(`${local}:00Z`);
  const shift = new Date(`${localInput(asUtc)}:00Z`).getTime() - asUtc.getTime();
  return new Date(asUtc.getTime() - shift).toISOString();
};
