import { Fact, municipalities, organisationName, type ReadTx, wasKnown } from '@werkplein/kernel';
import { ALL, type Counted, type Evaluator, type FigureRow, listPopulation, type Population, populationFacts, type Span } from '@werkplein/indicators';
import { CONTACT } from '../contacts/contact.facts.ts';
import { BRANCH } from '../employers/employer.facts.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { groupBy } from '../reads.ts';
import { BECAME, currentOf, joinBecame } from './became.ts';
import { begunIn, daysOf, runningIn } from './moments.ts';

const employer = currentOf('now', 'f.other');

const activity: Population = {
  kind: [CONTACT, PLACEMENT],
  by: "COALESCE(b.municipality, '')",
  moment: runningIn,
  where: 'f.other IS NOT NULL',
  distinct: employer,
  join: (facts) => void joinBecame(facts, 'now', 'f.other').leftJoin(Fact, 'b', `b.ref = ${employer} AND b.kind = '${BRANCH}' AND ${wasKnown('b')}`),
};

const columnOf = (place: string): string => `in_${place}`;

/**
 * Each employer is looked up once, however many contacts it had. Who had contact or a placement comes out by sorting, which for hundreds of thousands
 * takes a third of what `DISTINCT` does; few have become another, so those are looked at one by one.
 */
const activeByMunicipality = async (tx: ReadTx, span: Span): Promise<Record<string, unknown>> => {
  const known = (alias: string, kind: string): string => `${alias}.kind = '${kind}' AND ${wasKnown(alias)}`;
  const contact = `${known('f', CONTACT)} AND f.validFrom BETWEEN :from AND :until`;
  const placement = `${known('f', PLACEMENT)} AND f.validFrom <= :until AND (f.validUntil IS NULL OR f.validUntil >= :from)`;
  const seen = [contact, placement].map((of) => `SELECT f.other AS id FROM fact f WHERE ${of} AND f.other IS NOT NULL`).join(' UNION ALL ');
  const isSeen = (id: string): string => `(${[contact, placement].map((of) => `EXISTS (SELECT 1 FROM fact f WHERE f.other = ${id} AND ${of})`).join(' OR ')})`;
  const became = `SELECT f.ref AS id, f.other AS other FROM fact f WHERE ${known('f', BECAME)}`;
  const homes = (id: string): string => `(SELECT GROUP_CONCAT(b.municipality) FROM fact b WHERE b.ref = ${id} AND ${known('b', BRANCH)})`;
  const active = `SELECT s.id AS id, ${homes('s.id')} AS homes FROM (SELECT a.id AS id FROM (${seen}) a GROUP BY a.id) s
      WHERE s.id NOT IN (SELECT n.id FROM (${became}) n)
    UNION ALL SELECT n.other, ${homes('n.other')} FROM (${became}) n WHERE ${isSeen('n.id')} AND NOT ${isSeen('n.other')} GROUP BY n.other`;
  const query = tx.em.createQueryBuilder().select('COUNT(*)', columnOf(ALL));
  for (const { code } of municipalities) query.addSelect(`SUM(CASE WHEN a.homes LIKE '%${code}%' THEN 1 ELSE 0 END)`, columnOf(code));
  const row = await query
    .from(`(${active})`, 'a')
    .setParameters({ ...daysOf(span), knownAt: span.knownAt })
    .getRawOne<Record<string, unknown>>();
  return row ?? {};
};

/** WERKGEVERS_ACTIEF: an employer counts once in each municipality where it has a branch, and once in the total, also without any. */
export const activeEmployers: Evaluator = {
  count: async (tx, span) => {
    const counts = await activeByMunicipality(tx, span);
    const counted = (of: string): [string, Counted] => {
      const n = Number(counts[columnOf(of)] ?? 0);
      return [of, { numerator: n, denominator: null, value: n }];
    };
    return new Map([...municipalities.map(({ code }) => counted(code)), counted(ALL)]);
  },
  without: async () => ({ numerator: 0, denominator: null, value: 0 }),
  facts: (tx, span, _side, municipality, page) => listPopulation(tx, activity, span, municipality, page),
};

const contacts: Population = { kind: CONTACT, by: 'municipality', moment: begunIn };
const steerings: Record<string, string> = { VRAAGGESTUURD: 'vraaggestuurd', AANBODGESTUURD: 'aanbodgestuurd' };
const directions: Record<string, string> = { OUTGOING: 'uitgaand', INCOMING: 'inkomend' };

interface ContactCell {
  organisation: string;
  steering: string;
  direction: string;
  n: number;
  joint: number;
}

/** First each day by itself, in the order of the index: nothing is sorted but what days come to. */
const contactCells = async (tx: ReadTx, span: Span): Promise<ContactCell[]> => {
  const ofDay = populationFacts(tx, contacts, span)
    .select('f.municipality', 'organisation')
    .addSelect('f.code', 'steering')
    .addSelect('f.facet', 'direction')
    .addSelect('f.amount', 'taking')
    .addSelect('COUNT(*)', 'n')
    .groupBy('f.validFrom')
    .addGroupBy('f.municipality')
    .addGroupBy('f.code')
    .addGroupBy('f.facet')
    .addGroupBy('f.amount');
  const rows = await tx.em
    .createQueryBuilder()
    .select(['d.organisation AS organisation', 'd.steering AS steering', 'd.direction AS direction'])
    .addSelect('SUM(d.n)', 'n')
    .addSelect('SUM(CASE WHEN d.taking > 1 THEN d.n ELSE 0 END)', 'joint')
    .from(`(${ofDay.getQuery()})`, 'd')
    .setParameters(ofDay.getParameters())
    .groupBy('d.organisation')
    .addGroupBy('d.steering')
    .addGroupBy('d.direction')
    .orderBy('d.organisation')
    .addOrderBy('d.steering')
    .addOrderBy('d.direction')
    .getRawMany<Record<keyof ContactCell, string>>();
  return rows.map((row) => ({ ...row, n: Number(row.n), joint: Number(row.joint) }));
};

const add = (cells: readonly ContactCell[], of: 'n' | 'joint'): number => cells.reduce((total, cell) => total + cell[of], 0);

const joint = (cells: readonly ContactCell[]): FigureRow => ({
  key: 'gezamenlijk',
  label: 'Waarvan samen met een andere organisatie',
  value: add(cells, 'joint'),
  partOfValue: false,
});

const contactsOf = (cells: readonly ContactCell[]): Counted => ({
  numerator: add(cells, 'n'),
  denominator: null,
  rows: [
    ...cells.map(
      ({ steering, direction, n }): FigureRow => ({
        key: `${steering}:${direction}`,
        label: `${steerings[steering] ?? steering}, ${directions[direction] ?? direction}`,
        value: n,
        partOfValue: true,
      }),
    ),
    joint(cells),
  ],
});

/** Of all together: the lines of each organisation under its name, in order of code, and what was done together once. */
const contactsOfAll = (counts: ReadonlyMap<string, Counted>): Counted => {
  const each = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const linesOf = ([of, { rows = [] }]: [string, Counted]): FigureRow[] =>
    rows.filter(({ partOfValue }) => partOfValue).map((row) => ({ ...row, key: `${of}:${row.key}`, label: `${organisationName(of)}: ${row.label}` }));
  const together = each.reduce((sum, [, { rows = [] }]) => sum + (rows.find(({ key }) => key === 'gezamenlijk')?.value ?? 0), 0);
  return {
    numerator: each.reduce((sum, [, { numerator }]) => sum + (numerator ?? 0), 0),
    denominator: null,
    rows: [...each.flatMap(linesOf), { ...joint([]), value: together }],
  };
};

/** CONTACTEN: by the organisation that recorded it, so a visit of two organisations is one contact. */
export const employerContacts: Evaluator = {
  count: async (tx, span) =>
    new Map([...groupBy(await contactCells(tx, span), ({ organisation }) => organisation)].map(([of, cells]) => [of, contactsOf(cells)])),
  total: async (_tx, _span, counts) => contactsOfAll(counts),
  facts: (tx, span, _side, organisation, page) => listPopulation(tx, contacts, span, organisation, page),
};
