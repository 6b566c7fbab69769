import { localDay, type Problem, type ReadTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import type { DatedRate } from '../secondments/rate.rules.ts';
import { holdingRatesOf } from '../secondments/secondment.store.ts';
import type { Timesheet } from './hours.entity.ts';
import { type Amounts, type BillablePart, contractHoursOf, keepsHours, partProblems, type Revenue, revenueOf } from './hours.rules.ts';
import { currentKey, currentSheets } from './hours.store.ts';
import { daysInMonth, monthOf } from './month.rules.ts';

/** A month of one placement as somebody gives it. */
export interface GivenSheet extends Omit<Amounts, 'contractHours'> {
  placementId: string;
  month: string;
  billableParts: BillablePart[];
  /** Null: it follows from the billable hours and the rate of each day. */
  revenueCents: number | null;
}

/** What can be written of a given sheet, before it is a row. */
export type SheetFacts = Amounts &
  Pick<Timesheet, 'placementId' | 'participantId' | 'municipality' | 'placementKind' | 'secondmentId' | 'billableParts' | 'revenueBasis'>;

export interface Assessed {
  /** What is wrong, by field of `GivenSheet`. */
  problems: Problem[];
  /** Absent when something is wrong. */
  facts?: SheetFacts;
  /** Why the revenue is not known, or null. */
  revenueUnknown: 'NO_RATE' | 'RATE_CHANGES' | null;
  /** The sheet of this placement and month that counts now. */
  current: Timesheet | null;
}

/** Of these a placement ran, or runs. */
export const statusesAtWork = ['ACTIVE', 'INTERRUPTED', 'ENDED'] as const;

/** The days of a month on which a placement ran, or null. */
export const daysAtWork = ({ status, startsOn, endedOn }: Placement, month: string): { from: string; until: string } | null =>
  (statusesAtWork as readonly string[]).includes(status) ? daysInMonth(month, { from: startsOn, to: endedOn }) : null;

const problem = (message: string, ...path: (string | number)[]): Problem => ({ path, message });

const revenueFor = (
  { revenueCents, billableParts, billableHours }: GivenSheet,
  days: { from: string; until: string },
  rates: readonly DatedRate[],
): Revenue => {
  if (revenueCents !== null) return { cents: revenueCents };
  return revenueOf(billableParts.length > 0 ? billableParts : [{ ...days, hours: billableHours }], rates);
};

const givenHours = ['workedHours', 'billableHours', 'sickHours', 'leaveHours', 'seasonHours', 'otherAbsentHours'] as const;
type GivenHours = Record<(typeof givenHours)[number], number>;
const hoursOf = (given: GivenSheet): GivenHours => Object.fromEntries(givenHours.map((column) => [column, given[column]])) as GivenHours;

const isNothing = (given: GivenSheet): boolean =>
  givenHours.every((column) => given[column] === 0) && !given.revenueCents && given.directCostCents === 0 && given.billableParts.length === 0;

interface Known {
  placement: Placement | undefined;
  rates: readonly DatedRate[];
  current: Timesheet | null;
}

const assess = (given: GivenSheet, { placement, rates, current }: Known, today: string): Omit<Assessed, 'current'> => {
  const wrong = (...problems: Problem[]) => ({ problems, revenueUnknown: null });
  if (!placement) return wrong(problem('Deze plaatsing bestaat niet.', 'placementId'));
  if (!keepsHours(placement.kind)) return wrong(problem('Van deze soort plaatsing houdt de NUO geen uren bij.', 'placementId'));
  if (given.month > monthOf(today)) return wrong(problem('Deze maand is nog niet begonnen.', 'month'));
  const days = daysAtWork(placement, given.month);
  // A sheet of a placement that turns out to have ended before can become nothing.
  if (!days && !(current && isNothing(given))) return wrong(problem('In deze maand liep deze plaatsing niet.', 'month'));
  const { placementId, billableParts, directCostCents } = given;
  const problems = days ? partProblems(billableParts, days, given.billableHours) : [];
  if (problems.length > 0) return wrong(...problems.map(({ part, message }) => problem(message, 'billableParts', ...(part === null ? [] : [part]))));
  const revenue = days ? revenueFor(given, days, rates) : { cents: 0 };
  const facts: SheetFacts = {
    ...hoursOf(given),
    directCostCents,
    placementId,
    participantId: placement.participantId,
    municipality: placement.municipality,
    placementKind: placement.kind,
    secondmentId: placement.secondmentId,
    billableParts,
    contractHours: days ? contractHoursOf(placement.hoursPerWeek, days) : 0,
    revenueCents: 'cents' in revenue ? revenue.cents : null,
    revenueBasis: given.revenueCents === null ? 'COMPUTED' : 'GIVEN',
  };
  return { problems: [], facts, revenueUnknown: 'cents' in revenue ? null : revenue.unknown };
};

/** What can be written of given sheets, and what stands there now; in three statements, however many. */
export const assessSheets = async (tx: ReadTx, given: readonly GivenSheet[], now: Date): Promise<Assessed[]> => {
  const ids = [...new Set(given.map(({ placementId }) => placementId))];
  const placements = new Map((await tx.em.findBy(Placement, { id: In(ids) })).map((row) => [row.id, row]));
  const rates = await holdingRatesOf(tx, [...new Set([...placements.values()].flatMap(({ secondmentId }) => secondmentId ?? []))]);
  const current = await currentSheets(
    tx,
    given.map(({ placementId, month }) => currentKey(placementId, month)),
  );
  return given.map((each) => {
    const placement = placements.get(each.placementId);
    const known = { placement, rates: rates.get(placement?.secondmentId ?? '') ?? [], current: current.get(currentKey(each.placementId, each.month)) ?? null };
    return { ...assess(each, known, localDay(now)), current: known.current };
  });
};
