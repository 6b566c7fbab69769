import { addDays, type Period, periodsOverlap } from '@werkplein/kernel';

export const workplaceKinds = ['INSIDE', 'ON_LOCATION', 'GREEN'] as const;
export type WorkplaceKind = (typeof workplaceKinds)[number];

/** Hours a week that a placement takes of a place, or that are kept for somebody who comes back. */
export interface Load extends Period {
  hours: number;
  reserved: boolean;
}

/** How much room a place has, and from when until when it is there. */
export interface Room {
  capacityHours: number;
  opensOn: string;
  closesOn: string | null;
}

/** What a load takes in a period; null when it takes nothing in it. */
export const loadDuring = (load: Load, { from, to }: Period): Load | null => {
  const first = load.from < from ? from : load.from;
  const last = load.to !== null && (to === null || load.to < to) ? load.to : to;
  return last !== null && last < first ? null : { ...load, from: first, to: last };
};

const onDay = (day: string) => (load: Load) => periodsOverlap(load, { from: day, to: day });
const hoursOf = (loads: readonly Load[]): number => loads.reduce((sum, { hours }) => sum + hours, 0);

/** The first day of the wanted hours on which the place is not there or they do not fit beside the others, or null. */
export const firstFullDay = ({ capacityHours, opensOn, closesOn }: Room, others: readonly Load[], wanted: Load): string | null => {
  if (wanted.from < opensOn) return wanted.from;
  // A sum rises only where something begins.
  const days = [wanted.from, ...others.map(({ from }) => from)].filter((day) => onDay(day)(wanted)).toSorted();
  const full = days.find((day) => hoursOf(others.filter(onDay(day))) + wanted.hours > capacityHours) ?? null;
  const shut = closesOn !== null && (wanted.to === null || wanted.to > closesOn) ? addDays(closesOn, 1) : null;
  const closed = shut === null || shut > wanted.from ? shut : wanted.from;
  return full !== null && (closed === null || full < closed) ? full : closed;
};

/** What a place holds in a period: that of its fullest day. */
export interface Occupancy {
  from: string;
  until: string;
  occupiedHours: number;
  reservedHours: number;
  freeHours: number;
  persons: number;
}

/** The fullest day of each of these periods, of a place that is there; on days on which it is not there nothing is free. */
export const occupancyIn = (room: Room, loads: readonly Load[], periods: readonly { from: string; until: string }[]): Occupancy[] =>
  periods.map(({ from, until }) => {
    const days = [from, ...loads.map((load) => load.from)].filter((day) => day >= from && day <= until);
    const fullest = days.map((day) => loads.filter(onDay(day))).reduce((most, held) => (hoursOf(held) > hoursOf(most) ? held : most));
    const reserved = fullest.filter((load) => load.reserved);
    const there = until >= room.opensOn && (room.closesOn === null || from <= room.closesOn);
    const held = hoursOf(fullest);
    return {
      from,
      until,
      occupiedHours: held - hoursOf(reserved),
      reservedHours: hoursOf(reserved),
      freeHours: there ? Math.max(0, room.capacityHours - held) : 0,
      persons: fullest.length,
    };
  });

const MONDAY = 1;
const DAYS_OF_WEEK = 7;

/** Days, or weeks from Monday, that cover a period; the first and last week may be short. */
export const cellsOf = (from: string, until: string, unit: 'DAY' | 'WEEK'): { from: string; until: string }[] => {
  const cells: { from: string; until: string }[] = [];
  for (let day = from; day <= until; ) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const left = unit === 'DAY' ? 0 : (DAYS_OF_WEEK - weekday + MONDAY - 1) % DAYS_OF_WEEK;
    const end = addDays(day, left);
    cells.push({ from: day, until: end < until ? end : until });
    day = addDays(end, 1);
  }
  return cells;
};

/** What a place is to somebody who comes back. */
export interface Candidate {
  id: string;
  name: string;
  location: string;
  municipality: string;
}

/** Where somebody comes back first: the last own place, then the same location, then the municipality where they live, then the rest by name. */
export const byNearest = <C extends Candidate>(candidates: readonly C[], last: Pick<Candidate, 'id' | 'location'> | null, home: string): C[] => {
  const nearness: ((place: C) => boolean)[] = [
    ({ id }) => id === last?.id,
    ({ location }) => location === last?.location,
    ({ municipality }) => municipality === home,
    () => true,
  ];
  const distance = (place: C): number => nearness.findIndex((holds) => holds(place));
  return candidates.toSorted((a, b) => distance(a) - distance(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
};
