import { organisationName } from '@werkplein/kernel';
import { type Counted, countPopulation, type Evaluator, type FigureRow, listPopulation, type Population } from '@werkplein/indicators';
import { CONTACT_ATTEMPT } from '../contact-plans/contact-attempt.facts.ts';
import { DOUBLE_APPROACH } from '../contact-plans/double-approach.facts.ts';
import { begunIn } from './moments.ts';

const attempts = (code: string): Population => ({ kind: CONTACT_ATTEMPT, codes: [code], by: 'municipality', moment: begunIn });

const doubles: Population = { kind: DOUBLE_APPROACH, by: 'municipality', moment: begunIn };

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
    const [prevented, overruled] = [await countPopulation(tx, attempts('PREVENTED'), span), await countPopulation(tx, attempts('OVERRULED'), span)];
    const double = await countPopulation(tx, doubles, span);
    const all = new Set([...prevented.keys(), ...overruled.keys(), ...double.keys()]);
    return new Map(
      [...all].map((of): [string, Counted] => [
        of,
        {
          numerator: prevented.get(of) ?? 0,
          denominator: null,
          rows: besideRows({ overruled: overruled.get(of) ?? 0, doubles: double.get(of) ?? 0 }),
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
