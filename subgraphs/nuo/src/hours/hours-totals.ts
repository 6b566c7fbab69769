import type { ReadTx } from '@werkplein/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { groupBy } from '../reads.ts';
import { ClosedMonthGap, Timesheet, TimesheetLedger } from './hours.entity.ts';
import { hourColumns, inHours, moneyColumns } from './hours.rules.ts';
import { isClosed } from './month.rules.ts';

const amounts = [...hourColumns, ...moneyColumns] as const;
type Sums = Record<(typeof amounts)[number] | 'sheets' | 'corrections' | 'revenueUnknown', number>;

/** Of whom hours are added up, and by what: a column of a sheet, and of the placement of a gap. */
export const hoursParents = {
  all: ["'all'", "'all'"],
  municipality: ['t.municipality', 'p.municipality'],
  participant: ['t.participantId', 'p.participantId'],
  secondment: ['t.secondmentId', 'p.secondmentId'],
} as const;
export type HoursParent = keyof typeof hoursParents;

const groups = {
  MONTH: ['month', 't.month', 'g.month'],
  MUNICIPALITY: ['municipality', 't.municipality', 'p.municipality'],
  PLACEMENT_KIND: ['placementKind', 't.placementKind', 'p.kind'],
} as const;
export type Group = keyof typeof groups;

export interface TotalsAsked {
  parent: HoursParent;
  from: string;
  until: string;
  by: readonly Group[];
  /** Only of this municipality; null for all. */
  own: string | null;
}

export interface Total extends Sums {
  month: string | null;
  municipality: string | null;
  placementKind: string | null;
  closed: boolean;
  gaps: number;
}

type Raw = Record<string, string | number | null>;

const grouped = <E extends ObjectLiteral>(query: SelectQueryBuilder<E>, of: 't' | 'g', asked: TotalsAsked, keys: readonly string[]): SelectQueryBuilder<E> => {
  const at = of === 't' ? 0 : 1;
  const parent = hoursParents[asked.parent][at];
  query.select(parent, 'parent').andWhere(`${of}.month BETWEEN :from AND :until`, { from: asked.from, until: asked.until });
  if (asked.parent !== 'all') query.andWhere(`${parent} IN (:...keys)`, { keys });
  if (asked.own !== null) query.andWhere(`${hoursParents.municipality[at]} = :own`, { own: asked.own });
  if (asked.parent !== 'all') query.addGroupBy(parent);
  for (const group of asked.by) {
    const [name, ...columns] = groups[group];
    query.addSelect(columns[at], name).addGroupBy(columns[at]);
  }
  return query;
};

const named = [...amounts, 'sheets', 'corrections', 'revenueUnknown'] as const;
const keyOf = (row: Raw, { by }: TotalsAsked): string => JSON.stringify([row['parent'], ...by.map((group) => row[groups[group][0]])]);

const totalOf = (row: Raw, asked: TotalsAsked, gaps: number, closedThrough: string | null): Total => {
  const text = (name: string): string | null => (row[name] as string | undefined) ?? null;
  // MariaDB gives a sum as text.
  const sums = Object.fromEntries(named.map((name) => [name, Number(row[name] ?? 0)])) as Sums;
  const month = text('month');
  return {
    ...sums,
    month,
    municipality: text('municipality'),
    placementKind: text('placementKind'),
    closed: isClosed(month ?? asked.until, closedThrough),
    gaps,
  };
};

/** Hours added up for each of many parents, in three statements however many there are. Where only gaps are, there is a total too. */
export const totalsOf = async (tx: ReadTx, asked: TotalsAsked, keys: readonly string[]): Promise<Map<string, Total[]>> => {
  const sums = grouped(tx.em.createQueryBuilder(Timesheet, 't').where('t.withdrawnAt IS NULL'), 't', asked, keys);
  for (const column of amounts) sums.addSelect(`SUM(t.${column})`, column);
  sums.addSelect("SUM(CASE WHEN t.kind = 'SHEET' THEN 1 ELSE 0 END)", 'sheets');
  sums.addSelect("SUM(CASE WHEN t.kind = 'CORRECTION' THEN 1 ELSE 0 END)", 'corrections');
  sums.addSelect('SUM(CASE WHEN t.revenueCents IS NULL THEN 1 ELSE 0 END)', 'revenueUnknown');
  const gaps = grouped(tx.em.createQueryBuilder(ClosedMonthGap, 'g').innerJoin(Placement, 'p', 'p.id = g.placementId').where('1 = 1'), 'g', asked, keys);
  const missing = new Map((await gaps.addSelect('COUNT(*)', 'count').getRawMany<Raw>()).map((row) => [keyOf(row, asked), row]));
  const { closedThrough } = await tx.em.findOneByOrFail(TimesheetLedger, { id: 1 });
  const found = new Map((await sums.getRawMany<Raw>()).map((row) => [keyOf(row, asked), row]));
  const totals = [...new Map([...missing, ...found])].map(([key, row]) => ({
    parent: String(row['parent']),
    total: totalOf(row, asked, Number(missing.get(key)?.['count'] ?? 0), closedThrough),
  }));
  const order = ({ total: { month, municipality, placementKind } }: { total: Total }): string => [month, municipality, placementKind].join();
  const shown = totals.filter(({ total }) => total.sheets + total.corrections + total.gaps > 0).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return new Map([...groupBy(shown, ({ parent }) => parent)].map(([parent, some]) => [parent, some.map(({ total }) => total)]));
};

/** The sums of one month, to be kept when it closes. */
export const monthTotals = async (tx: ReadTx, month: string): Promise<Record<string, number>> => {
  const [total] = (await totalsOf(tx, { parent: 'all', from: month, until: month, by: [], own: null }, [])).get('all') ?? [];
  return Object.fromEntries([...amounts, 'sheets', 'corrections'].map((name) => [name, total?.[name as keyof Sums] ?? 0]));
};

/** A total as the graph shows it. */
export const shownTotal = (total: Total) => ({
  ...total,
  contractHours: inHours(total.contractHours),
  workedHours: inHours(total.workedHours),
  billableHours: inHours(total.billableHours),
  absentHours: inHours(absentOf(total)),
  complete: total.closed && total.gaps === 0 && total.revenueUnknown === 0,
});

export const absentOf = (row: Pick<Timesheet, 'sickHours' | 'leaveHours' | 'seasonHours' | 'otherAbsentHours'>): number =>
  row.sickHours + row.leaveHours + row.seasonHours + row.otherAbsentHours;
