import type { ReadTx } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { statusesAtWork } from './assess-sheets.ts';
import { Timesheet } from './hours.entity.ts';
import { kindsWithHours } from './hours.rules.ts';
import { firstDayOf, lastDayOf } from './month.rules.ts';

export interface Gap {
  placementId: string;
  reason: 'NO_SHEET' | 'REVENUE_UNKNOWN';
}

/** Placements that ran in the month and have no sheet of it. */
const withoutSheet = ({ em }: ReadTx, month: string): SelectQueryBuilder<Placement> =>
  em
    .createQueryBuilder(Placement, 'p')
    .select('p.id', 'placementId')
    .where('p.kind IN (:...kinds) AND p.status IN (:...statuses)', { kinds: [...kindsWithHours], statuses: [...statusesAtWork] })
    .andWhere('p.startsOn <= :last AND (p.endedOn IS NULL OR p.endedOn >= :first)', { first: firstDayOf(month), last: lastDayOf(month) })
    .andWhere('NOT EXISTS (SELECT 1 FROM timesheet t WHERE t.placementId = p.id AND t.concernsMonth = :month AND t.currentKey IS NOT NULL)', { month });

const withoutRevenue = ({ em }: ReadTx, month: string): SelectQueryBuilder<Timesheet> =>
  em
    .createQueryBuilder(Timesheet, 't')
    .select('DISTINCT t.placementId', 'placementId')
    .where('t.month = :month AND t.withdrawnAt IS NULL AND t.revenueCents IS NULL', { month });

export interface GapPage {
  after: string;
  limit: number;
  municipality: string | null;
}

/** What a month lacks, by id of the placement; all of it or a page. In two statements. */
export const gapsOf = async (tx: ReadTx, month: string, page: GapPage | null = null): Promise<Gap[]> => {
  const reasons = [
    { reason: 'NO_SHEET', query: withoutSheet(tx, month), id: 'p.id', of: 'p.municipality' },
    { reason: 'REVENUE_UNKNOWN', query: withoutRevenue(tx, month), id: 't.placementId', of: 't.municipality' },
  ] as const;
  const gaps: Gap[] = [];
  for (const { reason, query, id, of } of reasons) {
    if (page?.municipality) query.andWhere(`${of} = :municipality`, { municipality: page.municipality });
    if (page) query.andWhere(`${id} > :after`, { after: page.after }).limit(page.limit);
    for (const { placementId } of await query.orderBy(id).getRawMany<{ placementId: string }>()) gaps.push({ placementId, reason });
  }
  const sorted = gaps.toSorted((a, b) => (a.placementId < b.placementId ? -1 : 1));
  return page ? sorted.slice(0, page.limit) : sorted;
};
