import { daysBetween, Fact, knownFacts, type ReadTx, wasKnown } from '@werkplein/kernel';
import { asCounted, type Counted, counting, type Evaluator, pageOfFacts, populationFacts, type Span } from '@werkplein/indicators';
import { ORDER, ORDER_LATE } from '../orders/service-order.facts.ts';
import { placingServices } from '../orders/service-order.rules.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { groupBy } from '../reads.ts';
import { begunIn, onMeasuredDay } from './moments.ts';

/** OPDRACHTEN_TE_LAAT: of an order the last day for an answer was stored when it was offered, so no later rule moves it. */
export const lateOrders: Evaluator = counting({ kind: ORDER_LATE, by: 'municipality', moment: onMeasuredDay });

interface FirstPlacement {
  fact: Fact;
  days: number;
}

/** The first placement under each order, when that began in the period, with the days since the order was offered. */
const firstPlacements = async (tx: ReadTx, span: Span): Promise<FirstPlacement[]> => {
  const earlier = `SELECT 1 FROM fact e WHERE e.cause = f.cause AND e.kind = '${PLACEMENT}' AND ${wasKnown('e')}
    AND (e.validFrom < f.validFrom OR (e.validFrom = f.validFrom AND e.id < f.id))`;
  const { raw, entities } = await populationFacts(tx, { kind: PLACEMENT, by: 'municipality', moment: begunIn }, span)
    .innerJoin(Fact, 'o', `o.ref = f.cause AND o.kind = '${ORDER}' AND ${wasKnown('o')}`)
    .andWhere(`NOT EXISTS (${earlier})`)
    .addSelect('o.validFrom', 'offeredOn')
    .orderBy('f.id')
    .getRawAndEntities<{ offeredOn: string }>();
  return entities.map((fact, at) => ({ fact, days: daysBetween(raw[at]?.offeredOn as string, fact.validFrom) }));
};

interface Open {
  municipality: string;
  since: string;
}

/** Orders for work that run on the measured day, and under which nothing had begun by then. */
const openOrders = (tx: ReadTx, { measuredOn, knownAt }: Span): Promise<Open[]> =>
  knownFacts(tx, [ORDER], knownAt)
    .andWhere('f.code IN (:...services)', { services: placingServices })
    .andWhere('f.validFrom <= :measuredOn AND (f.validUntil IS NULL OR f.validUntil >= :measuredOn)', { measuredOn })
    .andWhere(`NOT EXISTS (SELECT 1 FROM fact p WHERE p.cause = f.ref AND p.kind = '${PLACEMENT}' AND ${wasKnown('p')} AND p.validFrom <= :measuredOn)`)
    .select(['f.municipality AS municipality', 'f.validFrom AS since'])
    .getRawMany<Open>();

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The middle one, or the mean of the two in the middle. */
const median = (values: readonly number[]): number | null => {
  const sorted = ascending(values);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** The smallest value that nine of ten do not exceed. */
const ninthOfTen = (values: readonly number[]): number | null => ascending(values)[Math.ceil(values.length * 0.9) - 1] ?? null;

const leadTimes = (firsts: readonly FirstPlacement[], open: readonly Open[], { measuredOn }: Span): Counted => {
  const days = firsts.map((first) => first.days);
  const ages = open.map(({ since }) => daysBetween(since, measuredOn));
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
      ...row('open_oudste', 'Leeftijd in dagen van wat het langst openstaat', ages.length === 0 ? null : Math.max(...ages)),
    ],
  };
};

/** DOORLOOPTIJD_OPDRACHT_TOT_PLAATSING: the numerator is all days together, so that a mean follows too; who still waits is told beside it. */
export const leadTime: Evaluator = {
  count: async (tx, span) => {
    const firsts = groupBy(await firstPlacements(tx, span), ({ fact }) => fact.municipality as string);
    const open = groupBy(await openOrders(tx, span), ({ municipality }) => municipality);
    const all = new Set([...firsts.keys(), ...open.keys()]);
    return new Map([...all].map((municipality) => [municipality, leadTimes(firsts.get(municipality) ?? [], open.get(municipality) ?? [], span)]));
  },
  total: async (tx, span) => leadTimes(await firstPlacements(tx, span), await openOrders(tx, span), span),
  facts: async (tx, span, _side, municipality, { first, after }) => {
    const firsts = (await firstPlacements(tx, span)).filter(({ fact }) => municipality === null || fact.municipality === municipality);
    return pageOfFacts(
      firsts.map(({ fact, days }) => asCounted(fact, days)),
      first,
      after,
    );
  },
};
