import { type Counted, countPopulation, dividing, type Evaluator, type FigureRow, type Population, type Span } from '@werkplein/indicators';
import { atMoment, knownFacts, type ReadTx } from '@werkplein/kernel';
import { PROGRAMME } from '../dossiers/dossier.facts.ts';
import { HAND_OVER } from '../responsibility/responsibility.facts.ts';

const changes: Population = { kind: HAND_OVER, by: 'municipality', moment: (span) => ({ begins: span }) };
const clients: Population = { kind: PROGRAMME, by: 'municipality', distinct: 'subject', moment: (span) => ({ within: span }) };

/** How many clients had so many hand-overs in the period, by municipality. */
const clientsByNumber = async (tx: ReadTx, { from, until, knownAt }: Span): Promise<{ by: string; n: number; clients: number }[]> => {
  const each = atMoment(knownFacts(tx, [HAND_OVER], knownAt), { begins: { from, until } })
    .select('f.municipality', 'belongsTo')
    .addSelect('COUNT(*)', 'n')
    .groupBy('f.municipality')
    .addGroupBy('f.subject');
  const rows = await tx.em
    .createQueryBuilder()
    .select('c.belongsTo', 'belongsTo')
    .addSelect('c.n', 'n')
    .addSelect('COUNT(*)', 'clients')
    .from(`(${each.getQuery()})`, 'c')
    .setParameters(each.getParameters())
    .groupBy('c.belongsTo')
    .addGroupBy('c.n')
    .getRawMany<{ belongsTo: string; n: unknown; clients: unknown }>();
  return rows.map(({ belongsTo, n, clients }) => ({ by: belongsTo, n: Number(n), clients: Number(clients) }));
};

const lines = [
  { key: 'een', label: 'Cliënten met één overdracht bij het Werkplein', is: (n: number) => n === 1 },
  { key: 'twee', label: 'Cliënten met twee overdrachten bij het Werkplein', is: (n: number) => n === 2 },
  { key: 'meer', label: 'Cliënten met drie of meer overdrachten bij het Werkplein', is: (n: number) => n > 2 },
];

/** OVERDRACHTEN_PER_CLIENT, the part of a Werkplein: another klantregisseur or another municipality, by the clients in a programme in the period. */
export const handOversPerClient: Evaluator = {
  ...dividing(changes, clients),
  count: async (tx, span) => {
    const above = await countPopulation(tx, changes, span);
    const below = await countPopulation(tx, clients, span);
    const byNumber = await clientsByNumber(tx, span);
    const linesOf = (code: string): FigureRow[] => {
      const own = byNumber.filter(({ by }) => by === code);
      return [
        ...lines.map(({ key, label, is }) => ({
          key,
          label,
          value: own.filter(({ n }) => is(n)).reduce((sum, each) => sum + each.clients, 0),
          partOfValue: false,
        })),
        {
          key: 'meeste_werkplein',
          label: 'Meeste overdrachten van één cliënt bij het Werkplein',
          value: Math.max(0, ...own.map(({ n }) => n)),
          greatest: true,
          partOfValue: false,
        },
      ];
    };
    const codes = [...new Set([...above.keys(), ...below.keys()])];
    return new Map(codes.map((code): [string, Counted] => [code, { numerator: above.get(code) ?? 0, denominator: below.get(code) ?? 0, rows: linesOf(code) }]));
  },
};
