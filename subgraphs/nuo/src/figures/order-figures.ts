import { daysBetween, Fact, knownFacts, type ReadTx, wasKnown } from '@werkplein/kernel';
import { ALL, type Counted, counting, type Evaluator, listByDay, populationFacts, type Span } from '@werkplein/indicators';
import type { SelectQueryBuilder } from 'typeorm';
import { ORDER, ORDER_LATE } from '../orders/service-order.facts.ts';
import { placingServices } from '../orders/service-order.rules.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { groupBy } from '../reads.ts';
import { begunIn, onMeasuredDay } from './moments.ts';

/** OPDRACHTEN_TE_LAAT: of an order the last day for an answer was stored when it was offered, so no later rule moves it. */
export const lateOrders: Evaluator = counting({ kind: ORDER_LATE, by: 'municipality', moment: onMeasuredDay });

/** The first placement under each order, as `f`, when that began in the period, and the order as `o`. */
const firstPlacements = (tx: ReadTx, span: Span): SelectQueryBuilder<Fact> => {
  const earlier = `SELECT 1 FROM fact e WHERE e.cause = f.cause AND e.kind = '${PLACEMENT}' AND ${wasKnown('e')}
    AND e.validFrom <= f.validFrom AND (e.validFrom < f.validFrom OR e.ref < f.ref)`;
  return populationFacts(tx, { kind: PLACEMENT, by: 'municipality', moment: begunIn }, span)
    .innerJoin(Fact, 'o', `o.ref = f.cause AND o.kind = '${ORDER}' AND ${wasKnown('o')}`)
    .andWhere(`NOT EXISTS (${earlier})`);
};

/** So many calendar days. */
interface Lasted {
  municipality: string;
  days: number;
}

/** Of each how long after its order was offered it began. */
const ledToWork = async (tx: ReadTx, span: Span): Promise<Lasted[]> => {
  const rows = await firstPlacements(tx, span)
    .select('f.municipality', 'municipality')
    .addSelect('o.validFrom', 'offeredOn')
    .addSelect('f.validFrom', 'begunOn')
    .getRawMany<{ municipality: string; offeredOn: string; begunOn: string }>();
  return rows.map(({ municipality, offeredOn, begunOn }) => ({ municipality, days: daysBetween(offeredOn, begunOn) }));
};

/** Orders for work that run on the measured day, and under which nothing had begun by then: how long they are open. */
const openOrders = async (tx: ReadTx, { measuredOn, knownAt }: Span): Promise<Lasted[]> => {
  const rows = await knownFacts(tx, [ORDER], knownAt)
    .andWhere('f.code IN (:...services)', { services: placingServices })
    .andWhere('f.validFrom <= :measuredOn AND (f.validUntil IS NULL OR f.validUntil >= :measuredOn)', { measuredOn })
    .andWhere(`NOT EXISTS (SELECT 1 FROM fact p WHERE p.cause = f.ref AND p.kind = '${PLACEMENT}' AND ${wasKnown('p')} AND p.validFrom <= :measuredOn)`)
    .select('f.validFrom', 'since')
    .addSelect('f.municipality', 'municipality')
    .addSelect('COUNT(*)', 'n')
    .groupBy('f.validFrom')
    .addGroupBy('f.municipality')
    .getRawMany<{ since: string; municipality: string; n: unknown }>();
  return rows.flatMap(({ since, municipality, n }) => {
    const days = daysBetween(since, measuredOn);
    return Array.from({ length: Number(n) }, (): Lasted => ({ municipality, days }));
  });
};

/** In order. */
const daysOf = (lasted: readonly Lasted[]): number[] => lasted.map(({ days }) => days).toSorted((a, b) => a - b);

/** The middle one, or the mean of the two in the middle. */
const median = (sorted: readonly number[]): number | null => {
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** The smallest value that nine of ten do not exceed. */
const ninthOfTen = (sorted: readonly number[]): number | null => sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;

const leadTimes = (led: readonly Lasted[], open: readonly Lasted[]): Counted => {
  const [days, ages] = [daysOf(led), daysOf(open)];
  const sum = days.reduce((total, each) => total + each, 0);
  const row = (key: string, label: string, value: number | null) => (value === null ? [] : [{ key, label, value, partOfValue: false }]);
  return {
    numerator: sum,
    denominator: null,
    value: median(days),
    rows: [
      ...row('aantal', 'Opdrachten met een eerste plaatsing', days.length),
      ...row('gemiddelde', 'Gemiddelde in dagen', days.length === 0 ? null : sum / days.length),
      ...row('p90', 'Negen van de tien binnen zo veel dagen (P90)', ninthOfTen(days)),
      ...row('open', 'Opdrachten die nog openstaan', ages.length),
      ...row('open_mediaan', 'Leeftijd in dagen van wat openstaat, mediaan', median(ages)),
      ...row('open_oudste', 'Leeftijd in dagen van wat het langst openstaat', ages.at(-1) ?? null),
    ],
  };
};

/** DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING: the numerator is all days together, so that a mean follows too; who still waits is told beside it. */
export const leadTime: Evaluator = {
  count: async (tx, span) => {
    const [led, open] = [await ledToWork(tx, span), await openOrders(tx, span)];
    const [ledBy, openBy] = [groupBy(led, ({ municipality }) => municipality), groupBy(open, ({ municipality }) => municipality)];
    const all = [...new Set([...ledBy.keys(), ...openBy.keys()])];
    return new Map([
      ...all.map((municipality): [string, Counted] => [municipality, leadTimes(ledBy.get(municipality) ?? [], openBy.get(municipality) ?? [])]),
      [ALL, leadTimes(led, open)],
    ]);
  },
  facts: (tx, span, _side, municipality, page) => {
    const firsts = firstPlacements(tx, span).addSelect('o.validFrom', 'offeredOn');
    if (municipality !== null) firsts.andWhere('f.municipality = :municipality', { municipality });
    return listByDay(firsts, page, ({ validFrom }, { offeredOn }) => daysBetween(String(offeredOn), validFrom));
  },
};
