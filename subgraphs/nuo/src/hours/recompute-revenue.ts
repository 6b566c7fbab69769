import type { NewId, WriteTx } from '@werkplein/kernel';
import { In, MoreThanOrEqual, Not, IsNull } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { holdingRatesOf } from '../secondments/secondment.store.ts';
import { daysAtWork } from './assess-sheets.ts';
import { Timesheet } from './hours.entity.ts';
import { revenueOf } from './hours.rules.ts';
import { currentKey, writeSheets } from './hours.store.ts';
import { monthOf } from './month.rules.ts';

/**
 * After the rates of agreements changed from a day on: reckons the revenue of the sheets from that month on anew, each as a new row. The
 * agreements are held and no month is closed meanwhile, so every sheet that there is has an open month. Gives how many changed, and of how
 * many the revenue is not known now.
 */
export const recomputeRevenue = async (
  tx: WriteTx,
  { clock, newId, principal }: { clock(): Date; newId: NewId; principal: { employeeId: string } },
  secondmentIds: readonly string[],
  from: string,
): Promise<{ recomputed: number; unknown: number }> => {
  const sheets = await tx.em.findBy(Timesheet, {
    secondmentId: In([...secondmentIds]),
    month: MoreThanOrEqual(monthOf(from)),
    currentKey: Not(IsNull()),
    revenueBasis: 'COMPUTED',
  });
  if (sheets.length === 0) return { recomputed: 0, unknown: 0 };
  const placements = new Map((await tx.em.findBy(Placement, { id: In(sheets.map(({ placementId }) => placementId)) })).map((row) => [row.id, row]));
  const rates = await holdingRatesOf(tx, secondmentIds);
  const now = clock();
  const fresh = sheets.flatMap((sheet): Timesheet[] => {
    const days = daysAtWork(placements.get(sheet.placementId) as Placement, sheet.month);
    const parts = sheet.billableParts.length > 0 || !days ? sheet.billableParts : [{ ...days, hours: sheet.billableHours }];
    const revenue = revenueOf(parts, rates.get(sheet.secondmentId as string) ?? []);
    const revenueCents = 'cents' in revenue ? revenue.cents : null;
    if (revenueCents === sheet.revenueCents) return [];
    const key = currentKey(sheet.placementId, sheet.month);
    return [{ ...sheet, id: newId(), revenueCents, recordedAt: now, recordedById: principal.employeeId, replacesId: sheet.id, currentKey: key }];
  });
  await writeSheets(tx, fresh, now);
  return { recomputed: fresh.length, unknown: fresh.filter(({ revenueCents }) => revenueCents === null).length };
};
