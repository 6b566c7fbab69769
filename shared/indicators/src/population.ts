import { atMoment, decodeCursor, Fact, knownFacts, type Moment, type Page, pageSize, type ReadTx, toPage } from '@werkplein/kernel';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { FigureRow } from './combine.rules.ts';
import type { Counted, CountedFact, Evaluator, Side, Span } from './evaluator.ts';

/** A number of the same facts that stands beside the count. */
export interface Beside {
  key: string;
  /** Dutch. */
  label: string;
  /** SQL, an aggregate over the fact `f`. */
  measure: string;
}

/** Which facts are counted, in words that both the count and the list behind it are made of. */
export interface Population {
  kind: string | readonly string[];
  codes?: readonly string[];
  facet?: string;
  /** Column by which a fact belongs to a municipality or an organisation, or SQL over the fact `f` and what is joined. */
  by: string;
  moment(span: Span): Moment;
  /** Counts different persons or other records instead of facts: a column, or SQL as for `by`. */
  distinct?: string;
  /** Adds up `amount` instead of counting. */
  sum?: boolean;
  /** What else must hold; SQL over the fact `f`. */
  where?: string;
  /** Joins what the SQL above names; no fact may come out of it twice for one `by`, unless `distinct`. */
  join?(facts: SelectQueryBuilder<Fact>, span: Span): void;
  beside?: readonly Beside[];
}

/** A column of the fact, or SQL. */
const sqlOf = (of: string): string => (of.includes('.') ? of : `f.${of}`);

/** The facts of a population as a query over `f`, to count or to list. */
export const populationFacts = (tx: ReadTx, of: Population, span: Span): SelectQueryBuilder<Fact> => {
  const kinds = typeof of.kind === 'string' ? [of.kind] : of.kind;
  const facts = atMoment(knownFacts(tx, kinds, span.knownAt), of.moment(span)).andWhere(`${sqlOf(of.by)} IS NOT NULL`);
  of.join?.(facts, span);
  if (of.codes) facts.andWhere('f.code IN (:...codes)', { codes: of.codes });
  if (of.facet !== undefined) facts.andWhere('f.facet = :facet', { facet: of.facet });
  if (of.where !== undefined) facts.andWhere(of.where);
  return facts;
};

const measureOf = ({ distinct, sum }: Population): string =>
  sum ? 'COALESCE(SUM(f.amount), 0)' : distinct ? `COUNT(DISTINCT ${sqlOf(distinct)})` : 'COUNT(*)';

/** What a population comes to, with what stands beside it. */
export interface Measured {
  n: number;
  rows: FigureRow[];
}

type Raw = Record<string, unknown>;

const measured = (raw: Raw | undefined, { beside = [] }: Population): Measured => ({
  n: Number(raw?.['n'] ?? 0),
  rows: beside.map(({ key, label }, at) => ({ key, label, value: Number(raw?.[`beside${at}`] ?? 0), partOfValue: false })),
});

const measuring = (facts: SelectQueryBuilder<Fact>, of: Population): SelectQueryBuilder<Fact> => {
  facts.select(measureOf(of), 'n');
  for (const [at, { measure }] of (of.beside ?? []).entries()) facts.addSelect(measure, `beside${at}`);
  return facts;
};

/** How many, or how much, for each municipality or organisation: one statement. */
export const measurePopulation = async (tx: ReadTx, of: Population, span: Span): Promise<Map<string, Measured>> => {
  const by = sqlOf(of.by);
  const rows = await measuring(populationFacts(tx, of, span), of)
    .addSelect(by, 'belongsTo')
    .groupBy(by)
    .getRawMany<Raw>();
  return new Map(rows.map((row) => [String(row['belongsTo']), measured(row, of)]));
};

export const countPopulation = async (tx: ReadTx, of: Population, span: Span): Promise<Map<string, number>> =>
  new Map([...(await measurePopulation(tx, of, span))].map(([by, { n }]) => [by, n]));

/** The same over all at once: of different persons or employers that is no sum. */
export const totalPopulation = async (tx: ReadTx, of: Population, span: Span): Promise<Measured> =>
  measured(await measuring(populationFacts(tx, of, span), of).getRawOne<Raw>(), of);

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

/** A page of the facts of a query in order of day and id; `contributionOf` also sees what the query selects beside the fact. */
export const listByDay = async (
  facts: SelectQueryBuilder<Fact>,
  { first, after }: { first: number; after: string | null },
  contributionOf: (fact: Fact, raw: Raw) => number,
): Promise<Page<CountedFact>> => {
  const size = pageSize(first);
  const from = decodeCursor(after);
  if (from) facts.andWhere('f.validFrom >= :day AND (f.validFrom > :day OR f.id > :after)', { day: from[0], after: from[1] });
  const { entities, raw } = await facts
    .orderBy('f.validFrom')
    .addOrderBy('f.id')
    .limit(size + 1)
    .getRawAndEntities<Raw>();
  return toPage(
    entities.map((fact, at) => asCounted(fact, contributionOf(fact, raw[at] as Raw))),
    size,
    ({ validFrom, id }) => [validFrom, id],
  );
};

const contributionOf = ({ sum }: Population, fact: Fact): number => (sum ? (fact.amount ?? 0) : 1);

/** The facts behind a count, by day and id: one for each person or record where those are counted, by id. */
export const listPopulation = async (
  tx: ReadTx,
  of: Population,
  span: Span,
  municipality: string | null,
  { first, after }: { first: number; after: string | null },
): Promise<Page<CountedFact>> => {
  const facts = populationFacts(tx, of, span);
  if (municipality !== null) facts.andWhere(`${sqlOf(of.by)} = :municipality`, { municipality });
  if (of.distinct) {
    const size = pageSize(first);
    const from = decodeCursor(after);
    // The first fact of each person stands for the person.
    facts.select('MIN(f.id)', 'firstId').groupBy(sqlOf(of.distinct));
    if (from) facts.having('MIN(f.id) > :after', { after: from[1] });
    const firsts = await facts
      .orderBy('firstId')
      .limit(size + 1)
      .getRawMany<{ firstId: string }>();
    const ids = firsts.map(({ firstId }) => firstId);
    const rows = ids.length === 0 ? [] : await tx.em.find(Fact, { where: { id: In(ids) }, order: { id: 'ASC' } });
    return toPage(
      rows.map((fact) => asCounted(fact, contributionOf(of, fact))),
      size,
      ({ id }) => ['', id],
    );
  }
  return listByDay(facts, { first, after }, (fact) => contributionOf(of, fact));
};

/** An indicator that counts one population. */
export const counting = (of: Population): Evaluator => ({
  count: async (tx, span) =>
    new Map([...(await measurePopulation(tx, of, span))].map(([by, { n: numerator, rows }]) => [by, { numerator, denominator: null, value: numerator, rows }])),
  without: async () => ({ numerator: 0, denominator: null, value: 0 }),
  ...((of.distinct || of.beside) && {
    total: async (tx: ReadTx, span: Span): Promise<Counted> => {
      const { n, rows } = await totalPopulation(tx, of, span);
      return { numerator: n, denominator: null, value: n, rows };
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
