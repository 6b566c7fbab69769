import { Fact, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { IsNull } from 'typeorm';
import { groupBy, rowsBy } from '../reads.ts';
import { Placement } from '../placements/placement.entity.ts';
import { EMPLOYMENT } from '../sheltered-work/employment.facts.ts';
import { type ClosedMonthGap, Timesheet } from './hours.entity.ts';
import { firstDayOf, lastDayOf } from './month.rules.ts';

// What a closed month of the NUO's books came to: facts of the month in which it counts, so a correction counts where it was booked.

/** Cents of revenue, and of revenue less direct cost; `code`: the kind of placement. */
export const MONTH_REVENUE = 'MONTH_REVENUE';
export const MONTH_ADDED_VALUE = 'MONTH_ADDED_VALUE';
/** Hundredths of hours. */
export const MONTH_CONTRACT_HOURS = 'MONTH_CONTRACT_HOURS';
export const MONTH_SICK_HOURS = 'MONTH_SICK_HOURS';
/** A month that is closed; `ref` is the month. */
export const CLOSED_MONTH = 'CLOSED_MONTH';
/** A placement of which a closed month lacks the hours or the revenue, as `code` says. */
export const MONTH_GAP = 'MONTH_GAP';

/**
 * What the sheets of a closed month come to together: `facet` the kind of fact that is added up, by who pays and kind of placement; `ref` is the
 * month. It follows from those facts and is stated with them: a year of a large NUO has millions.
 */
export const MONTH_SUM = 'MONTH_SUM';

const ofSheet = [MONTH_REVENUE, MONTH_ADDED_VALUE, MONTH_CONTRACT_HOURS, MONTH_SICK_HOURS];

const monthOf = (month: string) => ({ validFrom: firstDayOf(month), validUntil: lastDayOf(month) });

/** A revenue that is not known counts for nothing here; the gap tells of it. */
export const sheetFacts = (sheet: Timesheet, payer: string): StatedFact[] => {
  const { month, municipality, participantId, placementId, placementKind, secondmentId, contractHours, sickHours, directCostCents } = sheet;
  const revenue = sheet.revenueCents ?? 0;
  const same = { ...monthOf(month), municipality, payer, subject: participantId, code: placementKind, cause: placementId, other: secondmentId };
  const amounts: [string, number][] = [
    [MONTH_REVENUE, revenue],
    [MONTH_ADDED_VALUE, revenue - directCostCents],
    [MONTH_CONTRACT_HOURS, contractHours],
    [MONTH_SICK_HOURS, sickHours],
  ];
  return amounts.flatMap(([kind, amount]) => (amount === 0 ? [] : [{ ...same, kind, amount }]));
};

/** Who pays for a participant in a month: by the latest employment of it, or the municipality that answers. */
type PayerOf = (participantId: string, month: string, municipality: string) => string;

const payersOf = async (tx: WriteTx, participantIds: readonly string[]): Promise<PayerOf> => {
  const facts = await rowsBy(tx, Fact, 'subject', participantIds, { kind: EMPLOYMENT, withdrawnAt: IsNull() });
  const inOrder = facts.toSorted((a, b) => (`${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1));
  const of = groupBy(inOrder, ({ subject }) => subject ?? '');
  return (participantId, month, municipality) => {
    const { validFrom, validUntil } = monthOf(month);
    const inMonth = (fact: Fact): boolean => fact.validFrom <= validUntil && (fact.validUntil === null || fact.validUntil >= validFrom);
    return of.get(participantId)?.findLast(inMonth)?.payer ?? municipality;
  };
};

/** States what the facts of sheets of a closed month come to now; known since `recordedAt` where they were facts before this was. */
export const stateMonthSums = async (tx: WriteTx, knowing: Knowing, month: string, recordedAt: Date = knowing.clock()): Promise<void> => {
  const period = monthOf(month);
  const rows = await tx.em
    .createQueryBuilder(Fact, 'f')
    .select(['f.kind AS facet', 'f.payer AS payer', 'f.code AS code'])
    .addSelect('SUM(f.amount)', 'amount')
    .where('f.kind IN (:...ofSheet) AND f.validUntil = :validUntil AND f.withdrawnAt IS NULL', { ofSheet, ...period })
    .groupBy('f.kind')
    .addGroupBy('f.payer')
    .addGroupBy('f.code')
    .getRawMany<Record<'facet' | 'payer' | 'code', string> & { amount: unknown }>();
  const sums = rows.map(({ amount, ...row }): StatedFact => ({ ...period, ...row, kind: MONTH_SUM, amount: Number(amount), recordedAt }));
  await stateAllFacts(tx, knowing, [MONTH_SUM], new Map([[month, sums]]));
};

/** States a month that closes, under the lock on the books: everything that counts in it, and what it lacks. */
export const stateMonth = async (tx: WriteTx, knowing: Knowing, month: string, gaps: readonly ClosedMonthGap[]): Promise<void> => {
  const sheets = (await tx.em.findBy(Timesheet, { month })).filter(({ withdrawnAt }) => withdrawnAt === null);
  const lacking = new Map((await rowsBy(tx, Placement, 'id', [...new Set(gaps.map(({ placementId }) => placementId))])).map((row) => [row.id, row]));
  const people = [...sheets, ...lacking.values()].map(({ participantId }) => participantId);
  const payerOf = await payersOf(tx, [...new Set(people)]);
  const stated = new Map<string, StatedFact[]>([[month, [{ kind: CLOSED_MONTH, ...monthOf(month) }]]]);
  for (const sheet of sheets) stated.set(sheet.id, sheetFacts(sheet, payerOf(sheet.participantId, sheet.concernsMonth, sheet.municipality)));
  for (const { id, placementId, reason } of gaps) {
    const { participantId, municipality, kind } = lacking.get(placementId) as Placement;
    const payer = payerOf(participantId, month, municipality);
    stated.set(id, [{ kind: MONTH_GAP, ...monthOf(month), municipality, payer, subject: participantId, cause: placementId, code: reason, facet: kind }]);
  }
  await stateAllFacts(tx, knowing, [CLOSED_MONTH, MONTH_GAP, ...ofSheet], stated);
  await stateMonthSums(tx, knowing, month);
};
