import { NUO } from '@werkplein/kernel';
import { addDays, dayNumber } from './days.ts';
import { demoId } from './ids.ts';
import type { DemoTimesheet } from './lending.types.ts';
import { randomOf } from './random.ts';
import type { DemoPlacement } from './placement.types.ts';

/** The books of these months are closed; the one after them is open. */
export const demoClosedMonths = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2026-${month}`);
const OPEN = '2026-10';
/** Of the open month so many sheets are not there yet. */
const MISSING = 0.1;
const kinds = new Set(['SHELTERED_INTERNAL', 'WORK_ON_LOCATION', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP']);
const ran = new Set(['ACTIVE', 'INTERRUPTED', 'ENDED']);

/** Four days after the 28th it is the next month, whatever the month. */
const lastDay = (month: string): string => addDays(`${addDays(`${month}-28`, 4).slice(0, 'jjjj-mm'.length)}-01`, -1);

/** Days of the month on which the placement ran. */
const daysOf = ({ startsOn, endedOn }: DemoPlacement, month: string): number => {
  const first = startsOn > `${month}-01` ? startsOn : `${month}-01`;
  const end = lastDay(month);
  const last = endedOn !== null && endedOn < end ? endedOn : end;
  return Math.max(0, dayNumber(last) - dayNumber(first) + 1);
};

const sheetOf = (placement: DemoPlacement, month: string, days: number, index: number): DemoTimesheet => {
  const random = randomOf(`timesheet ${month} ${placement.id}`, 0);
  const contract = Math.round((placement.hoursPerWeek * 100 * days) / 7);
  const seasonHours = placement.status === 'INTERRUPTED' && month === OPEN ? Math.round(contract / 2) : 0;
  const sickHours = random.chance(0.2) ? Math.min(contract - seasonHours, random.int(1, 10) * 400) : 0;
  const leaveHours = Math.min(contract - seasonHours - sickHours, random.int(0, 4) * 400);
  const workedHours = contract - seasonHours - sickHours - leaveHours;
  const lent = placement.kind.startsWith('SECONDMENT');
  const outside = placement.kind === 'WORK_ON_LOCATION';
  return {
    id: demoId(NUO, 'timesheet', index),
    placementId: placement.id,
    month,
    workedHours,
    billableHours: lent || outside ? Math.round((workedHours * random.int(90, 100)) / 100) : 0,
    sickHours,
    leaveHours,
    seasonHours,
    otherAbsentHours: 0,
    // A group on location is paid for the work, not by the hour.
    revenueCents: outside ? workedHours * 9 : placement.kind === 'SHELTERED_INTERNAL' ? workedHours * 3 : null,
    directCostCents: random.int(0, 20) * 250,
    recordedOn: addDays(lastDay(month), random.int(1, 4)),
  };
};

/** Sheets of the months of this year that are closed and of one that is open. */
export function* demoTimesheets(placements: Iterable<DemoPlacement>): Generator<DemoTimesheet> {
  const all = [...placements].filter(({ kind, status }) => kinds.has(kind) && ran.has(status));
  for (const [at, month] of [...demoClosedMonths, OPEN].entries()) {
    for (const [n, placement] of all.entries()) {
      const days = daysOf(placement, month);
      const missing = month === OPEN && randomOf(`missing ${placement.id}`, 0).chance(MISSING);
      if (days > 0 && !missing) yield sheetOf(placement, month, days, at * all.length + n);
    }
  }
}
