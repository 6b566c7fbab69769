import { atMoment, type Attribution, decodeCursor, Fact, knownFacts, type Moment, type Page, pageSize, type ReadTx, toPage } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import type { Counted, CountedFact, Evaluator, Side, Span } from './evaluator.ts';

/** Which facts are counted, in words that both the count and the list behind it are made of. */
export interface Population {
  kind: string;
  codes?: readonly string[];
  facet?: string;
  /** Column by which a fact belongs to a municipality or an organisation. */
  by: Attribution | 'actor';
  moment(span: Span): Moment;
  /** Counts different persons or other records instead of facts. */
  distinct?: 'subject' | 'other';
  /** Adds up `amount` instead of counting. */
  sum?: boolean;
  /** What else must hold; SQL over the fact `f`. */
  where?: string;
}

const selected = (tx: ReadTx, of: Population, span: Span): SelectQueryBuilder<Fact> => {
  const facts = atMoment(knownFacts(tx, [of.kind], span.knownAt), of.moment(span)).andWhere(`f.${of.by} IS NOT NULL`);
  if (of.codes) facts.andWhere('f.code IN (:...codes)', { codes: of.codes });
  if (of.facet !== undefined) facts.andWhere('f.facet = :facet', { facet: of.facet });
  if (of.where !== undefined) facts.andWhere(of.where);
  return facts;
};

const measure = ({ distinct, sum }: Population): string => (sum ? 'SUM(f.amount)' : distinct ? `COUNT(DISTINCT f.${distinct})` : 'COUNT(*)');

/** How many, or how much, for each municipality or organisation: one statement. */
export const countPopulation = async (tx: ReadTx, of: Population, span: Span): Promise<Map<string, number>> => {
  const rows = await selected(tx, of, span)
    .select(`f.${of.by}`, 'by')
    .addSelect(measure(of), 'n')
    .groupBy(`f.${of.by}`)
    .getRawMany<{ by: string; n: unknown }>();
  return new Map(rows.map(({ by, n }) => [by, Number(n)]));
};

/** The same over all at once: of different persons or employers that is no sum. */
export const totalPopulation = async (tx: ReadTx, of: Population, span: Span): Promise<number> => {
  const row = await selected(tx, of, span).select(measure(of), 'n').getRawOne<{ n: unknown }>();
  return Number(row?.n ?? 0);
};

/** A fact as it is listed: what became of it later is not part of what was known. */
export const asCounted = ({ id, kind, ref, municipality, validFrom, validUntil, recordedAt }: Fact, contribution: number): CountedFact => ({
  id,
  kind,
  ref,
  municipality,
  validFrom,
  validUntil,
  recordedAt,
  contribution,
});

const contributionOf =
  ({ sum }: Population) =>
  (fact: Fact): CountedFact =>
    asCounted(fact, sum ? (fact.amount ?? 0) : 1);

/** The facts behind a count, by id: one for each person or record where those are counted. */
export const listPopulation = async (
  tx: ReadTx,
  of: Population,
  span: Span,
  municipality: string | null,
  { first, after }: { first: number; after: string | null },
): Promise<Page<CountedFact>> => {
  const size = pageSize(first);
  const from = decodeCursor(after);
  const facts = selected(tx, of, span);
  if (municipality !== null) facts.andWhere(`f.${of.by} = :municipality`, { municipality });
  if (of.distinct) {
    // The first fact of each person stands for the person.
    const firsts = facts.clone().select('MIN(f.id)').groupBy(`f.${of.distinct}`);
    const [sql, parameters] = [firsts.getQuery(), firsts.getParameters()];
    const listed = tx.em.createQueryBuilder(Fact, 'g').where(`g.id IN (${sql})`).setParameters(parameters);
    if (from) listed.andWhere('g.id > :after', { after: from[1] });
    const rows = await listed
      .orderBy('g.id')
      .limit(size + 1)
      .getMany();
    return toPage(rows.map(contributionOf(of)), size, ({ id }) => ['', id]);
  }
  if (from) facts.andWhere('f.id > :after', { after: from[1] });
  const rows = await facts
    .orderBy('f.id')
    .limit(size + 1)
    .getMany();
  return toPage(rows.map(contributionOf(of)), size, ({ id }) => ['', id]);
};

/** An indicator that counts one population. */
export const counting = (of: Population): Evaluator => ({
  count: async (tx, span) => new Map([...(await countPopulation(tx, of, span))].map(([by, numerator]) => [by, { numerator, denominator: null }])),
  ...(of.distinct && {
    total: async (tx: ReadTx, span: Span): Promise<Counted> => {
      const value = await totalPopulation(tx, of, span);
      return { numerator: value, denominator: null, value };
    },
  }),
  facts: (tx, span, _side, municipality, page) => listPopulation(tx, of, span, municipality, page),
});

/** An indicator that divides one population by another. */
export const dividing = (numerator: Population, denominator: Population): Evaluator => ({
  count: async (tx, span) => {
    const [above, below] = [await countPopulation(tx, numerator, span), await countPopulation(tx, denominator, span)];
    return new Map([...new Set([...above.keys(), ...below.keys()])].map((by) => [by, { numerator: above.get(by) ?? 0, denominator: below.get(by) ?? 0 }]));
  },
  facts: (tx, span, side: Side, municipality, page) => listPopulation(tx, side === 'NUMERATOR' ? numerator : denominator, span, municipality, page),
});
