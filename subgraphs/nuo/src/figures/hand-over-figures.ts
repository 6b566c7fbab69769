import type { ReadTx } from '@werkplein/kernel';
import { ALL, type Counted, countPopulation, type Evaluator, listPopulation, type Population, populationFacts, type Span } from '@werkplein/indicators';
import { HAND_OVER } from '../responsibility/hand-over.facts.ts';
import { begunIn } from './moments.ts';

/** Only of clients of a Werkplein: by those it is divided. */
const handOvers: Population = { kind: HAND_OVER, facet: 'CLIENT', by: 'municipality', moment: begunIn };

/** The most that one client had, by municipality. */
const mostOfOne = async (tx: ReadTx, span: Span): Promise<Map<string, number>> => {
  const each = populationFacts(tx, handOvers, span)
    .select('f.municipality', 'municipality')
    .addSelect('COUNT(*)', 'n')
    .groupBy('f.municipality')
    .addGroupBy('f.subject');
  const rows = await tx.em
    .createQueryBuilder()
    .select('x.municipality', 'municipality')
    .addSelect('MAX(x.n)', 'n')
    .from(`(${each.getQuery()})`, 'x')
    .setParameters(each.getParameters())
    .groupBy('x.municipality')
    .getRawMany<{ municipality: string; n: number | string }>();
  return new Map(rows.map(({ municipality, n }) => [municipality, Number(n)]));
};

const counted = (numerator: number, most: number): Counted => ({
  numerator,
  denominator: null,
  rows: [{ key: 'meeste_nuo', label: 'Meeste overdrachten van één cliënt bij de NUO', value: most, greatest: true, partOfValue: false }],
});

/** OVERDRACHTEN_PER_CLIENT, the part of the NUO: who answered became another, or an order was handed back. */
export const handOversAtNuo: Evaluator = {
  count: async (tx, span) => {
    const [counts, most] = [await countPopulation(tx, handOvers, span), await mostOfOne(tx, span)];
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    return new Map([
      ...[...counts].map(([municipality, n]): [string, Counted] => [municipality, counted(n, most.get(municipality) ?? 0)]),
      [ALL, counted(all, Math.max(0, ...most.values()))],
    ]);
  },
  facts: (tx, span, side, municipality, page) =>
    side === 'NUMERATOR'
      ? listPopulation(tx, handOvers, span, municipality, page)
      : Promise.resolve({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }),
};
