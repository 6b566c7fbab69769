import { Fact, holdsOn, knownFacts, municipalities, type Page, type ReadTx, wasKnown } from '@werkplein/kernel';
import {
  ALL,
  type Counted,
  type CountedFact,
  counting,
  type Evaluator,
  type FigureRow,
  lacking,
  listByDay,
  type Missing,
  pageOfFacts,
  type Span,
} from '@werkplein/indicators';
import { In, type SelectQueryBuilder } from 'typeorm';
import { HANDICAP } from '../indications/indication.facts.ts';
import { EMPLOYMENT } from '../sheltered-work/employment.facts.ts';
import { wswKinds } from '../sheltered-work/employment.machine.ts';
import { BECAME, currentOf, joinBecame } from './became.ts';
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

/** Employments of the Wsw that were known and hold between the first of these month-ends and the last. */
const employed = (alias: string, ends: readonly MonthEnd[]): string =>
  `${alias}.kind = '${EMPLOYMENT}' AND ${alias}.code IN (${wswKinds.map((kind) => `'${kind}'`).join(', ')}) AND ${wasKnown(alias)} AND ${between(alias, ends)}`;

const between = (alias: string, ends: readonly MonthEnd[]): string =>
  `${alias}.validFrom <= '${ends.at(-1)?.day}' AND (${alias}.validUntil IS NULL OR ${alias}.validUntil >= '${ends[0]?.day}')`;

/** SQL: the place of the first month-end on or after the beginning of a fact that holds `between`, and of the last one before it ends. */
const firstEnd = (alias: string, ends: readonly MonthEnd[]): string =>
  `CASE ${ends.map(({ day }, at) => `WHEN ${alias}.validFrom <= '${day}' THEN ${at}`).join(' ')} END`;
const lastEnd = (alias: string, ends: readonly MonthEnd[]): string =>
  `CASE WHEN ${alias}.validUntil IS NULL THEN ${ends.length - 1} ${ends
    .map(({ day }, at) => `WHEN ${alias}.validUntil >= '${day}' THEN ${at}`)
    .toReversed()
    .join(' ')} END`;

/**
 * SQL: ids of whom month-ends must be looked at one by one: who may have more than a full week together, by what one employment says or by two of
 * one time, and whoever is somebody else too. Of all others a month-end is their hours by a full week.
 */
const apart = (ends: readonly MonthEnd[]): string => {
  const week = Math.min(...ends.map((end) => end.week));
  const together = `SELECT 1 FROM fact a INNER JOIN fact b ON b.subject = a.subject AND ${employed('b', ends)}
    WHERE a.subject = f.subject AND ${employed('a', ends)} AND (a.validFrom < b.validFrom OR (a.validFrom = b.validFrom AND a.id < b.id))
    AND (a.validUntil IS NULL OR a.validUntil >= b.validFrom)`;
  return `SELECT f.subject AS id FROM fact f WHERE ${employed('f', ends)} AND f.subject IS NOT NULL GROUP BY f.subject
      HAVING MAX(f.amount) > ${week} OR (SUM(f.amount) > ${week} AND EXISTS (${together}))
    UNION ALL SELECT f.ref FROM fact f WHERE f.kind = '${BECAME}' AND ${wasKnown('f')}
    UNION ALL SELECT f.other FROM fact f WHERE f.kind = '${BECAME}' AND f.other IS NOT NULL AND ${wasKnown('f')}`;
};

/** More than a database takes as a list of values with room to spare. */
const LISTED = 10_000;

/** SQL: those people for an `IN`. A few as their ids, for MariaDB reckons what is named in a statement anew at each place; of many the query itself. */
const peopleApart = async (tx: ReadTx, ends: readonly MonthEnd[], { knownAt }: Span): Promise<{ sql: string; parameters: Record<string, unknown> }> => {
  const query = apart(ends);
  const found = await tx.em
    .createQueryBuilder()
    .select('p.id', 'id')
    .from(`(${query})`, 'p')
    .setParameters({ knownAt })
    .limit(LISTED + 1)
    .getRawMany<{ id: string }>();
  if (found.length > LISTED) return { sql: query, parameters: {} };
  const ids = [...new Set(found.map(({ id }) => id))];
  // An empty list is no SQL; no id is empty.
  return { sql: ':...apart', parameters: { apart: ids.length > 0 ? ids : [''] } };
};

/** Numbers with an exponent, so that both databases reckon in floating point. */
const double = (value: number): string => `${value}e0`;

/**
 * Of each employment of some people on each month-end: its share of a full week, by at most one for a person together; more than that is taken from
 * all of their employments alike. With `weighed` a serious handicap on that day counts by its factor.
 */
const shares = (tx: ReadTx, { ends, weighed }: { ends: readonly MonthEnd[]; weighed: boolean }, { knownAt }: Span): SelectQueryBuilder<Fact> => {
  const days = ends.map(({ day, week, factor }) => `SELECT '${day}' AS day, ${double(week)} AS week, ${double(factor)} AS factor`).join(' UNION ALL ');
  const facts = joinBecame(tx.em.createQueryBuilder(Fact, 'f').where(employed('f', ends), { knownAt }), 'who', 'f.subject').innerJoin(
    `(${days})`,
    'm',
    holdsOn('f', 'm.day'),
  );
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

/** Every id that these people had or have, as known then. */
const namesOf = async (tx: ReadTx, ids: readonly string[], { knownAt }: Span): Promise<string[]> => {
  const became = await knownFacts(tx, [BECAME], knownAt).andWhere('f.ref IN (:...ids)', { ids }).getMany();
  const current = [...new Set([...ids, ...became.flatMap(({ other }) => other ?? [])])];
  const others = await knownFacts(tx, [BECAME], knownAt).andWhere('f.other IN (:...current)', { current }).getMany();
  return [...new Set([...current, ...others.map(({ ref }) => ref)])];
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

/** Hours of employments alike, in hundredths together: from which month-end until which they run, by place, and the same of a serious handicap. */
interface Stretch {
  firstEnd: number;
  lastEnd: number;
  handicapFirst: number | null;
  handicapLast: number | null;
  amount: number;
}

/** Full weeks of a stretch over its month-ends; of a serious handicap only what it counts more, for the hours are in a stretch without it. */
const weeksOf = ({ firstEnd: first, lastEnd: last, handicapFirst, handicapLast, amount }: Stretch, ends: readonly MonthEnd[]): number =>
  ends.reduce((sum, { week, factor }, at) => {
    if (at < first || at > last) return sum;
    if (handicapFirst === null || handicapLast === null) return sum + amount / week;
    return at < handicapFirst || at > handicapLast ? sum : sum + (amount / week) * (factor - 1);
  }, 0);

/** What everyone has, by payer and who is responsible: most by stretches, who is `apart` by each month-end. Two statements. */
const cellsOf = async (tx: ReadTx, ends: readonly MonthEnd[], span: Span, weighed: boolean): Promise<Cell[]> => {
  const { sql: apartHere, parameters } = await peopleApart(tx, ends, span);
  const summed = (alias: string, [first, last]: readonly string[]): string =>
    `SELECT ${alias}.payer AS payer, ${alias}.responsible AS responsible, ${firstEnd(alias, ends)} AS firstEnd, ${lastEnd(alias, ends)} AS lastEnd,
       ${first} AS handicapFirst, ${last} AS handicapLast, SUM(${alias}.amount) AS amount, NULL AS share`;
  const alone = (alias: string): string => `${employed(alias, ends)} AND ${alias}.subject NOT IN (${apartHere})
       GROUP BY ${alias}.payer, ${alias}.responsible, firstEnd, lastEnd, handicapFirst, handicapLast`;
  const serious = `f.kind = '${HANDICAP}' AND f.code = 'ERNSTIG' AND ${wasKnown('f')} AND ${between('f', ends)}`;
  const oneByOne = shares(tx, { ends, weighed }, span).andWhere(`f.subject IN (${apartHere})`);
  const parts = [
    `${summed('f', ['NULL', 'NULL'])} FROM fact f WHERE ${alone('f')}`,
    // A cross join, for SQLite looks up the right of one by the left: handicaps are fewer than employments.
    ...(weighed
      ? [`${summed('e', [firstEnd('f', ends), lastEnd('f', ends)])} FROM fact f CROSS JOIN fact e WHERE e.subject = f.ref AND ${serious} AND ${alone('e')}`]
      : []),
    `SELECT x.payer, x.responsible, NULL, NULL, NULL, NULL, NULL, SUM(x.share) FROM (${oneByOne.getQuery()}) x GROUP BY x.payer, x.responsible`,
  ];
  const rows = await tx.em
    .createQueryBuilder()
    .select('s.*')
    .from(`(${parts.join(' UNION ALL ')})`, 's')
    .setParameters({ ...oneByOne.getParameters(), ...parameters })
    .getRawMany<Record<'payer' | 'responsible', string> & Record<keyof Stretch | 'share', unknown>>();
  const place = (value: unknown): number | null => (value === null ? null : Number(value));
  const cells = rows.map(({ payer, responsible, share, ...row }): Cell => {
    if (share !== null) return { payer, responsible, share: Number(share) };
    const [handicapFirst, handicapLast] = [place(row.handicapFirst), place(row.handicapLast)];
    return {
      payer,
      responsible,
      share: weeksOf({ firstEnd: Number(row.firstEnd), lastEnd: Number(row.lastEnd), handicapFirst, handicapLast, amount: Number(row.amount) }, ends),
    };
  });
  // In one order, so that floating point adds up alike each time.
  return cells.toSorted((a, b) => `${a.payer} ${a.responsible}`.localeCompare(`${b.payer} ${b.responsible}`) || a.share - b.share);
};

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
  /** Only of the people of a page is it reckoned, with every name that each of them has. */
  const list = async (tx: ReadTx, span: Span, municipality: string | null, page: { first: number; after: string | null }): Promise<Page<CountedFact>> => {
    const { ends } = await measuring(tx, span);
    if (ends.length === 0) return pageOfFacts([], page.first, page.after);
    const facts = tx.em
      .createQueryBuilder(Fact, 'f')
      .where(employed('f', ends), { knownAt: span.knownAt })
      .andWhere(`${firstEnd('f', ends)} <= ${lastEnd('f', ends)}`);
    if (municipality !== null) facts.andWhere('f.payer = :municipality', { municipality });
    const listed = await listByDay(facts, page, () => 0);
    const ids = listed.nodes.map(({ id }) => id);
    if (ids.length === 0) return listed;
    const people = await tx.em.findBy(Fact, { id: In(ids) });
    const names = await namesOf(
      tx,
      people.flatMap(({ subject }) => subject ?? []),
      span,
    );
    const rows = await from(tx, shares(tx, { ends, weighed }, span).andWhere('f.subject IN (:...names)', { names }))
      .select('x.id', 'id')
      .addSelect('SUM(x.share)', 'share')
      .where('x.id IN (:...ids)', { ids })
      .groupBy('x.id')
      .getRawMany<{ id: string; share: number | string }>();
    const shareOf = new Map(rows.map(({ id, share }) => [id, exact(Number(share))]));
    const payerOf = new Map(people.map(({ id, payer }) => [id, payer]));
    const nodes = listed.nodes.map((fact) => ({ ...fact, municipality: payerOf.get(fact.id) ?? null, contribution: shareOf.get(fact.id) ?? 0 }));
    return { ...listed, nodes };
  };
  return {
    count: async (tx, span) => {
      const at = await measuring(tx, span);
      const cells = at.ends.length === 0 ? [] : await cellsOf(tx, at.ends, span, weighed);
      const all = new Set([...municipalities.map(({ code }) => code), ...cells.flatMap(({ payer, responsible }) => [payer, responsible])]);
      return new Map([...[...all].map((of): [string, Counted] => [of, yearsOf(cells, at, of)]), [ALL, yearsOf(cells, at, null)]]);
    },
    facts: async (tx, span, side, municipality, { first, after }) =>
      side === 'NUMERATOR'
        ? list(tx, span, municipality, { first, after })
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
