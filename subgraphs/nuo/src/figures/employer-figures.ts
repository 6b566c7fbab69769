import { addDays, Fact, knownFacts, organisationName, type ReadTx, wasKnown } from '@werkplein/kernel';
import {
  type Counted,
  countPopulation,
  counting,
  type Evaluator,
  type FigureRow,
  listPopulation,
  type Population,
  populationFacts,
  type Span,
} from '@werkplein/indicators';
import { CONTACT_ATTEMPT } from '../contact-plans/contact-attempt.facts.ts';
import { doublesOf, type OutgoingContact } from '../contact-plans/double-approaches.rules.ts';
import { COOL_DOWN_MAX } from '../contact-plans/double-approaches.store.ts';
import { CONTACT, CONTACT_MISSED, CONTACT_PARTNER } from '../contacts/contact.facts.ts';
import { BRANCH, EMPLOYER } from '../employers/employer.facts.ts';
import { PLACEMENT } from '../placements/placement.facts.ts';
import { groupBy } from '../reads.ts';
import { currentOf, joinBecame } from './became.ts';
import { begunIn, daysOf, runningIn } from './moments.ts';

const employer = currentOf('now', 'f.other');

/** WERKGEVERS_ACTIEF: an employer counts once in each municipality where it has a branch, and once in the total, also without any. */
export const activeEmployers: Evaluator = counting({
  kind: [CONTACT, PLACEMENT],
  by: "COALESCE(b.municipality, '')",
  moment: runningIn,
  where: 'f.other IS NOT NULL',
  distinct: employer,
  join: (facts) => void joinBecame(facts, 'now', 'f.other').leftJoin(Fact, 'b', `b.ref = ${employer} AND b.kind = '${BRANCH}' AND ${wasKnown('b')}`),
});

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

const contactCells = async (tx: ReadTx, span: Span): Promise<ContactCell[]> => {
  const rows = await populationFacts(tx, contacts, span)
    .select('f.municipality', 'organisation')
    .addSelect('f.code', 'steering')
    .addSelect('f.facet', 'direction')
    .addSelect('COUNT(*)', 'n')
    .addSelect('SUM(CASE WHEN f.amount > 1 THEN 1 ELSE 0 END)', 'joint')
    .groupBy('f.municipality')
    .addGroupBy('f.code')
    .addGroupBy('f.facet')
    .orderBy('f.municipality')
    .addOrderBy('f.code')
    .addOrderBy('f.facet')
    .getRawMany<Record<keyof ContactCell, string>>();
  return rows.map((row) => ({ ...row, n: Number(row.n), joint: Number(row.joint) }));
};

/** `named`: also by organisation, for the figure of all. */
const contactsOf = (cells: readonly ContactCell[], named: boolean): Counted => {
  const add = (of: 'n' | 'joint'): number => cells.reduce((total, cell) => total + cell[of], 0);
  const rows = cells.map(({ organisation, steering, direction, n }): FigureRow => {
    const text = `${steerings[steering] ?? steering}, ${directions[direction] ?? direction}`;
    const key = `${steering}:${direction}`;
    return { key: named ? `${organisation}:${key}` : key, label: named ? `${organisationName(organisation)}: ${text}` : text, value: n, partOfValue: true };
  });
  return {
    numerator: add('n'),
    denominator: null,
    rows: [...rows, { key: 'gezamenlijk', label: 'Waarvan samen met een andere organisatie', value: add('joint'), partOfValue: false }],
  };
};

/** CONTACTEN: by the organisation that recorded it, so a visit of two organisations is one contact. */
export const employerContacts: Evaluator = {
  count: async (tx, span) =>
    new Map([...groupBy(await contactCells(tx, span), ({ organisation }) => organisation)].map(([of, cells]) => [of, contactsOf(cells, false)])),
  total: async (tx, span) => contactsOf(await contactCells(tx, span), true),
  facts: (tx, span, _side, organisation, page) => listPopulation(tx, contacts, span, organisation, page),
};

const attempts = (code: string): Population => ({ kind: CONTACT_ATTEMPT, codes: [code], by: 'municipality', moment: begunIn });

/** Outgoing contacts, also those that did not succeed, of the period and of the rests that reach into it, in order of day, with who took part and how long the employer rests. */
const outgoingContacts = async (tx: ReadTx, span: Span): Promise<OutgoingContact[]> => {
  const { from, until } = daysOf(span);
  const outgoing = {
    kind: [CONTACT, CONTACT_MISSED],
    facet: 'OUTGOING',
    by: 'municipality',
    moment: () => ({ begins: { from: addDays(from, -COOL_DOWN_MAX), until } }),
  };
  const contacted = await joinBecame(populationFacts(tx, outgoing, span), 'now', 'f.other')
    .innerJoin(Fact, 'e', `e.ref = ${employer} AND e.kind = '${EMPLOYER}' AND ${wasKnown('e')}`)
    .select(['f.ref AS id', 'f.validFrom AS day', 'f.municipality AS organisation', 'e.ref AS employerId', 'e.amount AS coolDownDays'])
    .orderBy('f.validFrom')
    .addOrderBy('f.ref')
    .getRawMany<{ id: string; day: string; organisation: string; employerId: string; coolDownDays: number | string }>();
  const taking = await knownFacts(tx, [CONTACT_PARTNER], span.knownAt)
    .andWhere('f.validFrom BETWEEN :from AND :until', outgoing.moment().begins)
    .select(['f.ref AS id', 'f.actor AS actor'])
    .getRawMany<{ id: string; actor: string }>();
  const partners = groupBy(taking, ({ id }) => id);
  return contacted.map(({ id, coolDownDays, ...contact }) => ({
    ...contact,
    coolDownDays: Number(coolDownDays),
    organisations: [contact.organisation, ...(partners.get(id) ?? []).map(({ actor }) => actor)],
  }));
};

interface Beside {
  overruled: number;
  doubles: number;
}

const besideRows = ({ overruled, doubles }: Beside): FigureRow[] => [
  { key: 'doorgezet', label: 'Toch doorgezet na een waarschuwing', value: overruled, partOfValue: false },
  { key: 'dubbel', label: 'Echte dubbele benaderingen', value: doubles, partOfValue: false },
];

/** VOORKOMEN_DUBBELINGEN: what coordination prevented, beside what went on all the same; by whose attempt, or whose second contact it was. */
export const preventedApproaches: Evaluator = {
  count: async (tx, span) => {
    const { from } = span;
    const [prevented, overruled] = [await countPopulation(tx, attempts('PREVENTED'), span), await countPopulation(tx, attempts('OVERRULED'), span)];
    const doubles = groupBy(
      doublesOf(await outgoingContacts(tx, span)).filter(({ day }) => day >= from),
      ({ organisation }) => organisation,
    );
    const all = new Set([...prevented.keys(), ...overruled.keys(), ...doubles.keys()]);
    return new Map(
      [...all].map((of): [string, Counted] => [
        of,
        {
          numerator: prevented.get(of) ?? 0,
          denominator: null,
          rows: besideRows({ overruled: overruled.get(of) ?? 0, doubles: doubles.get(of)?.length ?? 0 }),
        },
      ]),
    );
  },
  total: async (_tx, _span, counts) => {
    const organisations = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const rowsOf = (key: string): number => organisations.reduce((sum, [, { rows = [] }]) => sum + (rows.find((row) => row.key === key)?.value ?? 0), 0);
    return {
      numerator: organisations.reduce((sum, [, { numerator }]) => sum + (numerator ?? 0), 0),
      denominator: null,
      rows: [
        ...organisations.map(([of, { numerator }]) => ({ key: of, label: organisationName(of), value: numerator ?? 0, partOfValue: true })),
        ...besideRows({ overruled: rowsOf('doorgezet'), doubles: rowsOf('dubbel') }),
        ...organisations.flatMap(([of, { rows = [] }]) =>
          rows.map((row) => ({ ...row, key: `${of}:${row.key}`, label: `${organisationName(of)}: ${row.label.toLowerCase()}` })),
        ),
      ],
    };
  },
  facts: (tx, span, _side, organisation, page) => listPopulation(tx, attempts('PREVENTED'), span, organisation, page),
};
