import { insertRows, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { Timesheet } from './hours.entity.ts';

export const currentKey = (placementId: string, month: string): string => `${placementId}|${month}`;

/** The sheets that count, of these placements and months. */
export const currentSheets = async ({ em }: ReadTx, keys: readonly string[]): Promise<Map<string, Timesheet>> =>
  keys.length === 0 ? new Map() : new Map((await em.findBy(Timesheet, { currentKey: In([...keys]) })).map((row) => [row.currentKey as string, row]));

/** Writes new rows and withdraws those that they replace, in two statements. */
export const writeSheets = async (tx: WriteTx, rows: readonly Timesheet[], now: Date): Promise<void> => {
  const replaced = rows.flatMap(({ replacesId }) => replacesId ?? []);
  if (replaced.length > 0) await tx.em.update(Timesheet, { id: In(replaced) }, { withdrawnAt: now, currentKey: null });
  await insertRows(tx, Timesheet, rows);
};

/** What of a placement in a closed month counts now: its sheet, and the corrections of it since. */
export const factsConcerning = ({ em }: ReadTx, placementId: string, concernsMonth: string): Promise<Timesheet[]> =>
  em
    .createQueryBuilder(Timesheet, 't')
    .where('t.placementId = :placementId AND t.concernsMonth = :concernsMonth AND t.withdrawnAt IS NULL', { placementId, concernsMonth })
    .getMany();
