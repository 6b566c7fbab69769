import { decodeCursor, Fact, holdsOn, knownFacts, municipalities, type Page, pageSize, type ReadTx, toPage, wasKnown } from '@werkplein/kernel';
import {
  asCounted,
  type Counted,
  type CountedFact,
  counting,
  type Evaluator,
  type FigureRow,
  lacking,
  type Missing,
  pageOfFacts,
  type Span,
} from '@werkplein/indicators';
import { In, type SelectQueryBuilder } from 'typeorm';
import { HANDICAP } from '../indications/indication.facts.ts';
import { EMPLOYMENT } from '../sheltered-work/employment.facts.ts';
import { wswKinds } from '../sheltered-work/employment.machine.ts';
import { currentOf, joinBecame } from './became.ts';
import { elapsedUntil, onMeasuredDay } from './moments.ts';
import { monthEnds, monthEndsCounted } from './months.ts';
import { parametersKnown } from './parameter-values.ts';

const person = currentOf('who', 'f.subject');

/** BESCHUT_GEREALISEERD_VS_TAAKSTELLING, the part of the NUO: persons, by who was responsible on the day; hours stand beside it. */
export const shelteredWork: Evaluator = counting({
  kind: EMPLOYMENT,
  codes: ['BESCHUT_10B'],
  by: 'municipality',
  moment: onMeasuredDay,
  distinct: person,
  join: (facts) => void joinBecame(facts, 'who', 'f.subject'),
  beside: [{ key: 'uren', label: 'Uren per week samen', measure: 'SUM(f.amount) / 100.0' }],
});

/** A month-end with a full week then, in hundredths of hours, and how much a serious handicap counts. */
interface MonthEnd {
  day: string;
  week: number;
  factor: number;
}

interface Measuring {
  ends: MonthEnd[];
  /** Codes of parameters without which a month-end could not be measured. */
  missing: Missing[];
}

/** Month-ends of the period that have passed, as known at the instant of the question. */
const measuring = async (tx: ReadTx, span: Span): Promise<Measuring> => {
  const days = monthEnds(span.from, elapsedUntil(span));
  const valueOn = await parametersKnown(tx, span.knownAt);
  const ends = days.map((day) => ({ day, week: valueOn('WSW_FULL_WEEK', day), factor: valueOn('WSW_SE_ERNSTIG', day) }));
  return {
    ends: ends.flatMap(({ day, week, factor }) => (week === null || factor === null ? [] : [{ day, week: week * 100, factor }])),
    missing: [
      ...(ends.some(({ week }) => week === null) ? [lacking('WSW_FULL_WEEK')] : []),
      ...(ends.some(({ factor }) => factor === null) ? [lacking('WSW_SE_ERNSTIG')] : []),
    ],
  };
};

/** Numbers with an exponent, so that both databases reckon in floating point. */
const double = (value: number): string => `${value}e0`;

/**
 * Of each employment on each month-end: its share of a full week, by at most one for a person together; more than that is taken from all of their
 * employments alike. With `weighed` a serious handicap on that day counts by its factor.
 */
const shares = (tx: ReadTx, { ends, weighed }: { ends: readonly MonthEnd[]; weighed: boolean }, { knownAt }: Span): SelectQueryBuilder<Fact> => {
  const days = ends.map(({ day, week, factor }) => `SELECT '${day}' AS day, ${double(week)} AS week, ${double(factor)} AS factor`).join(' UNION ALL ');
  const facts = joinBecame(knownFacts(tx, [EMPLOYMENT], knownAt), 'who', 'f.subject')
    .andWhere('f.code IN (:...employments)', { employments: wswKinds })
    .innerJoin(`(${days})`, 'm', holdsOn('f', 'm.day'));
  const ofPerson = `SUM(f.amount) OVER (PARTITION BY m.day, ${person})`;
  const share = `f.amount * 1e0 / CASE WHEN ${ofPerson} > m.week THEN ${ofPerson} ELSE m.week END`;
  if (weighed)
    facts.leftJoin(Fact, 'h', `h.ref = f.subject AND h.kind = '${HANDICAP}' AND h.code = 'ERNSTIG' AND ${wasKnown('h')} AND ${holdsOn('h', 'm.day')}`);
  return facts
    .select('f.id', 'id')
    .addSelect('f.payer', 'payer')
    .addSelect('f.responsible', 'responsible')
    .addSelect(weighed ? `${share} * CASE WHEN h.id IS NULL THEN 1 ELSE m.factor END` : share, 'share');
};

const from = (tx: ReadTx, inner: SelectQueryBuilder<Fact>) =>
  tx.em.createQueryBuilder().from(`(${inner.getQuery()})`, 'x').setParameters(inner.getParameters());

interface Cell {
  payer: string;
  responsible: string;
  share: number;
}

/** What floating point leaves below this is none of the figure. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

const MONTHS = 12;

const yearsOf = (cells: readonly Cell[], { ends, missing }: Measuring, of: string | null): Counted => {
  const sum = (by: 'payer' | 'responsible'): number => exact(cells.reduce((total, cell) => total + (of === null || cell[by] === of ? cell.share : 0), 0));
  const numerator = sum('payer');
  const mean = (value: number): number => (ends.length === 0 ? 0 : exact(value / ends.length));
  const responsible = sum('responsible');
  const row = (key: string, label: string, value: number): FigureRow => ({ key, label, value, partOfValue: false });
  return {
    numerator,
    denominator: ends.length,
    missing,
    rows: [
      row('gedeeld_door_12', 'Gerealiseerd, gedeeld door twaalf maanden', exact(numerator / MONTHS)),
      ...(of === null
        ? []
        : [
            row('verantwoordelijk', 'Naar verantwoordelijke gemeente', mean(responsible)),
            row('verschil', 'Betalende min verantwoordelijke gemeente', mean(numerator - responsible)),
          ]),
    ],
  };
};

/** The mean over the month-ends that have passed of what everyone works, by who pays; `weighed` in standard units. */
const wswYears = (weighed: boolean): Evaluator => {
  const cellsOf = async (tx: ReadTx, span: Span): Promise<{ at: Measuring; cells: Cell[] }> => {
    const at = await measuring(tx, span);
    if (at.ends.length === 0) return { at, cells: [] };
    const rows = await from(tx, shares(tx, { ends: at.ends, weighed }, span))
      .select('x.payer', 'payer')
      .addSelect('x.responsible', 'responsible')
      .addSelect('SUM(x.share)', 'share')
      .groupBy('x.payer')
      .addGroupBy('x.responsible')
      .orderBy('x.payer')
      .addOrderBy('x.responsible')
      .getRawMany<{ payer: string; responsible: string; share: number | string }>();
    return { at, cells: rows.map((row) => ({ ...row, share: Number(row.share) })) };
  };
  const list = async (tx: ReadTx, span: Span, municipality: string | null, first: number, after: string | null): Promise<Page<CountedFact>> => {
    const { ends } = await measuring(tx, span);
    if (ends.length === 0) return pageOfFacts([], first, after);
    const size = pageSize(first);
    const cursor = decodeCursor(after);
    const listed = from(tx, shares(tx, { ends, weighed }, span))
      .select('x.id', 'id')
      .addSelect('SUM(x.share)', 'share')
      .where('1 = 1');
    if (municipality !== null) listed.andWhere('x.payer = :municipality', { municipality });
    if (cursor) listed.andWhere('x.id > :after', { after: cursor[1] });
    const rows = await listed
      .groupBy('x.id')
      .orderBy('x.id')
      .limit(size + 1)
      .getRawMany<{ id: string; share: number | string }>();
    const facts = new Map((await tx.em.findBy(Fact, { id: In(rows.map(({ id }) => id)) })).map((fact) => [fact.id, fact]));
    const counted = rows.map(({ id, share }) => {
      const fact = facts.get(id) as Fact;
      return { ...asCounted(fact, exact(Number(share))), municipality: fact.payer };
    });
    return toPage(counted, size, ({ id }) => ['', id]);
  };
  return {
    count: async (tx, span) => {
      const { at, cells } = await cellsOf(tx, span);
      const all = new Set([...municipalities.map(({ code }) => code), ...cells.flatMap(({ payer, responsible }) => [payer, responsible])]);
      return new Map([...all].map((of) => [of, yearsOf(cells, at, of)]));
    },
    total: async (tx, span) => {
      const { at, cells } = await cellsOf(tx, span);
      return yearsOf(cells, at, null);
    },
    facts: async (tx, span, side, municipality, { first, after }) =>
      side === 'NUMERATOR'
        ? list(tx, span, municipality, first, after)
        : pageOfFacts(
            monthEndsCounted(
              (await measuring(tx, span)).ends.map(({ day }) => day),
              span,
            ),
            first,
            after,
          ),
  };
};

export const wswArbeidsjaren: Evaluator = wswYears(false);
export const wswStandardUnits: Evaluator = wswYears(true);
