import type { NewId, WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { lockSecondments } from '../secondments/secondment.store.ts';
import type { SheetFacts } from './assess-sheets.ts';
import { shareBooks } from './books.ts';
import type { Timesheet } from './hours.entity.ts';
import { currentKey } from './hours.store.ts';
import { lastDayOf } from './month.rules.ts';

export interface Booker {
  clock(): Date;
  newId: NewId;
  /** Who records it. */
  by: string;
}

const placementsOf = ({ em, dialect }: WriteTx, ids: readonly string[], lock: boolean): Promise<Placement[]> =>
  em.find(Placement, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    ...(lock && dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }),
  });

/**
 * Holds what a sheet is reckoned from until the transaction ends: the agreements first, then the books, then the placements. Gives the last
 * month that is closed.
 */
export const holdForHours = async (tx: WriteTx, placementIds: readonly string[]): Promise<string | null> => {
  const agreements = (rows: readonly Placement[]): string[] => rows.flatMap(({ secondmentId }) => secondmentId ?? []);
  const seen = agreements(await placementsOf(tx, placementIds, false));
  await lockSecondments(tx, seen, 'read');
  const closedThrough = await shareBooks(tx);
  const held = agreements(await placementsOf(tx, placementIds, true));
  // A placement came under another agreement while we waited.
  const later = held.filter((id) => !seen.includes(id));
  await lockSecondments(tx, later, 'read');
  return closedThrough;
};

/** The row of a sheet that counts in the month of the work. */
export const sheetRow = ({ clock, newId, by }: Booker, month: string, facts: SheetFacts, replacesId: string | null): Timesheet => ({
  ...facts,
  id: newId(),
  kind: 'SHEET',
  month,
  concernsMonth: month,
  countsOn: lastDayOf(month),
  reason: null,
  recordedAt: clock(),
  recordedById: by,
  withdrawnAt: null,
  replacesId,
  currentKey: currentKey(facts.placementId, month),
});
