import type { SelectQueryBuilder } from 'typeorm';
import { daysBetween, type Fact, knownFacts, type ReadTx } from '@werkplein/kernel';
import { ALL, type Counted, type Evaluator, type FigureRow, lacking, listPopulation, type Population, populationFacts, type Span } from '@werkplein/indicators';
import { firstDayOf, lastDayOf, monthOf } from '../hours/month.rules.ts';
import { CLOSED_MONTH, MONTH_ADDED_VALUE, MONTH_CONTRACT_HOURS, MONTH_GAP, MONTH_REVENUE, MONTH_SICK_HOURS, MONTH_SUM } from '../hours/month.facts.ts';
import type { NuoParameterCode } from '../parameters/nuo-parameter.rules.ts';
import { daysOf, endedIn } from './moments.ts';
import { openInWords, wholeMonths } from './months.ts';
import { parametersKnown, type ValueOn } from './parameter-values.ts';

// Figures of the NUO's books: only what closed months came to. A month that is open makes a figure incomplete, and never smaller than it is.

const secondments = ['SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'];
const isLent = (kind: string | null): boolean => secondments.includes(kind ?? '');

const ofKind = (kind: string, codes?: readonly string[]): Population => ({ kind, by: 'payer', moment: endedIn, sum: true, ...(codes && { codes }) });

/** What closed months came to, by who pays, kind of fact and of placement, and month. */
interface Booked {
  payer: string;
  kind: string;
  code: string | null;
  day: string;
  amount: number;
}

const addedUp = async (facts: SelectQueryBuilder<Fact>, kind: string): Promise<Booked[]> => {
  const rows = await facts
    .select(['f.payer AS payer', `${kind} AS kind`, 'f.code AS code', 'f.validUntil AS day'])
    .addSelect('SUM(COALESCE(f.amount, 1))', 'amount')
    .groupBy('f.payer')
    .addGroupBy(kind)
    .addGroupBy('f.code')
    .addGroupBy('f.validUntil')
    .getRawMany<Record<keyof Booked, string>>();
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
};

/** From the sums of closed months; what nobody added up yet, of a database from before there were sums, from the facts themselves. */
const booked = async (tx: ReadTx, kinds: readonly string[], closed: readonly string[], span: Span): Promise<Booked[]> => {
  const where = `(f.kind = '${MONTH_GAP}' OR f.facet IN (:...added))`;
  const sums = populationFacts(tx, { kind: [MONTH_SUM, MONTH_GAP], by: 'payer', moment: endedIn, where }, span).setParameters({ added: kinds });
  const rows = await addedUp(sums, `CASE WHEN f.kind = '${MONTH_SUM}' THEN f.facet ELSE f.kind END`);
  const summed = new Set(rows.flatMap(({ kind, day }) => (kind === MONTH_GAP ? [] : [monthOf(day)])));
  const days = closed.filter((month) => !summed.has(month)).map(lastDayOf);
  if (days.length === 0) return rows;
  const facts = populationFacts(tx, { kind: kinds, by: 'payer', moment: endedIn }, span).andWhere('f.validUntil IN (:...days)', { days });
  return [...rows, ...(await addedUp(facts, 'f.kind'))];
};

const closedMonths = async (tx: ReadTx, span: Span): Promise<string[]> => {
  const facts = knownFacts(tx, [CLOSED_MONTH], span.knownAt).andWhere('f.validUntil BETWEEN :from AND :until', daysOf(span));
  return (await facts.select('f.ref', 'month').getRawMany<{ month: string }>()).map(({ month }) => month);
};

interface Books {
  closed: readonly string[];
  stillOpen: readonly string[];
  rows: readonly Booked[];
  valueOn: ValueOn;
}

/** What one payer, or all, have of an indicator. */
type CountBooks = (rows: readonly Booked[], books: Books) => Pick<Counted, 'numerator' | 'denominator' | 'rows'>;

interface BooksIndicator {
  kinds: readonly string[];
  /** What a closed month lacks that this indicator needs: the reason of a gap. */
  lacks: readonly string[];
  /** The parameter without which a month cannot be counted. */
  needs?: NuoParameterCode;
  count: CountBooks;
  facts: Evaluator['facts'];
}

const add = (rows: readonly Booked[], kind: string, wanted: (row: Booked) => boolean = () => true): number =>
  rows.reduce((sum, row) => sum + (row.kind === kind && wanted(row) ? row.amount : 0), 0);

const fromBooks = ({ kinds, lacks, needs, count, facts }: BooksIndicator): Evaluator => {
  const open = async (tx: ReadTx, span: Span): Promise<Books> => {
    const closed = await closedMonths(tx, span);
    const { from, until } = daysOf(span);
    const stillOpen = wholeMonths(from, until).filter((month) => !closed.includes(month));
    return { closed, stillOpen, rows: await booked(tx, kinds, closed, span), valueOn: await parametersKnown(tx, span.knownAt) };
  };
  const counted = (rows: readonly Booked[], books: Books): Counted => {
    const gaps = add(rows, MONTH_GAP, ({ code }) => lacks.includes(code ?? ''));
    const unknown = needs !== undefined && books.closed.some((month) => books.valueOn(needs, lastDayOf(month)) === null);
    const missing = [
      ...openInWords(books.stillOpen).map((months) => lacking(months)),
      ...(gaps > 0 ? [lacking('gegevens van plaatsingen', gaps)] : []),
      ...(unknown ? [lacking(needs)] : []),
    ];
    // Nothing was closed: then nothing is known, which is not zero.
    if (books.closed.length === 0) return { numerator: null, denominator: null, missing };
    return { ...count(rows, books), missing };
  };
  return {
    count: async (tx, span) => {
      const books = await open(tx, span);
      const of = Map.groupBy(books.rows, ({ payer }) => payer);
      return new Map([...[...of].map(([payer, rows]): [string, Counted] => [payer, counted(rows, books)]), [ALL, counted(books.rows, books)]]);
    },
    without: async (tx, span) => counted([], await open(tx, span)),
    facts,
  };
};

/** OMZET_DETACHERING. */
export const secondmentRevenue: Evaluator = fromBooks({
  kinds: [MONTH_REVENUE],
  lacks: ['NO_SHEET', 'REVENUE_UNKNOWN'],
  count: (rows) => ({ numerator: add(rows, MONTH_REVENUE, ({ code }) => isLent(code)), denominator: null }),
  facts: (tx, span, _side, municipality, page) => listPopulation(tx, ofKind(MONTH_REVENUE, secondments), span, municipality, page),
});

/** VERZUIM_PCT: hours without work because of the season are hours of their own. */
export const sickLeave: Evaluator = fromBooks({
  kinds: [MONTH_SICK_HOURS, MONTH_CONTRACT_HOURS],
  lacks: ['NO_SHEET'],
  count: (rows) => ({ numerator: add(rows, MONTH_SICK_HOURS), denominator: add(rows, MONTH_CONTRACT_HOURS) }),
  facts: (tx, span, side, municipality, page) =>
    listPopulation(tx, ofKind(side === 'NUMERATOR' ? MONTH_SICK_HOURS : MONTH_CONTRACT_HOURS), span, municipality, page),
});

const DAYS_A_WEEK = 7;
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** What hundredths of contract hours of a month are in fte, by a full week in equal parts over the days; 0 without one. */
const fteOf = (hundredths: number, lastDay: string, valueOn: ValueOn): number => {
  const week = valueOn('WSW_FULL_WEEK', lastDay);
  const weeks = (daysBetween(firstDayOf(monthOf(lastDay)), lastDay) + 1) / DAYS_A_WEEK;
  return week === null ? 0 : hundredths / 100 / (week * weeks);
};

/** The mean over the closed months. */
const meanFte = (rows: readonly Booked[], { closed, valueOn }: Books): number =>
  exact(rows.reduce((sum, { kind, amount, day }) => sum + (kind === MONTH_CONTRACT_HOURS ? fteOf(amount, day, valueOn) : 0), 0) / closed.length);

const CENTS = 100;

/** The same for one group of kinds of work, in euros. */
const groupRows = (name: string, label: string, rows: readonly Booked[], books: Books): FigureRow[] => {
  const value = add(rows, MONTH_ADDED_VALUE) / CENTS;
  const fte = meanFte(rows, books);
  return [
    { key: `ntw:${name}`, label: `${label}: netto toegevoegde waarde in euro`, value, partOfValue: false },
    { key: `fte:${name}`, label: `${label}: gemiddelde fte`, value: fte, partOfValue: false },
    ...(fte === 0
      ? []
      : [{ key: `ntw_per_fte:${name}`, label: `${label}: euro per fte`, value: Math.round((value / fte) * CENTS) / CENTS, partOfValue: false }]),
  ];
};

/** NTW_PER_FTE: the people of the hours are those of the revenue and cost. */
export const addedValuePerFte: Evaluator = fromBooks({
  kinds: [MONTH_ADDED_VALUE, MONTH_CONTRACT_HOURS],
  lacks: ['NO_SHEET', 'REVENUE_UNKNOWN'],
  needs: 'WSW_FULL_WEEK',
  count: (rows, books) => ({
    numerator: add(rows, MONTH_ADDED_VALUE),
    denominator: meanFte(rows, books),
    rows: [
      ...groupRows(
        'detachering',
        'Detachering',
        rows.filter(({ code }) => isLent(code)),
        books,
      ),
      ...groupRows(
        'intern',
        'Intern en op locatie',
        rows.filter(({ code }) => !isLent(code)),
        books,
      ),
    ],
  }),
  facts: async (tx, span, side, municipality, page) => {
    if (side === 'NUMERATOR') return listPopulation(tx, ofKind(MONTH_ADDED_VALUE), span, municipality, page);
    const closed = (await closedMonths(tx, span)).length;
    const valueOn = await parametersKnown(tx, span.knownAt);
    const hours = await listPopulation(tx, ofKind(MONTH_CONTRACT_HOURS), span, municipality, page);
    const nodes = hours.nodes.map((fact) => ({ ...fact, contribution: fteOf(fact.contribution, lastDayOf(monthOf(fact.validFrom)), valueOn) / closed }));
    return { ...hours, nodes };
  },
});
