import { Fact, knownFacts, type ReadTx } from '@werkplein/kernel';
import { asCounted, type Counted, type Evaluator, pageOfFacts, type Span } from '@werkplein/indicators';
import { LADDER } from '../ladder/ladder.facts.ts';

interface Measured {
  last: Fact;
  previous: Fact;
}

/** The last measurement of each person in the period, beside the one before it; who was measured once is in no side. */
const measured = async (tx: ReadTx, { from, until, knownAt }: Span): Promise<Measured[]> => {
  const facts = await knownFacts(tx, [LADDER], knownAt).andWhere('f.validFrom <= :until', { until }).orderBy('f.validFrom').addOrderBy('f.id').getMany();
  const bySubject = Map.groupBy(facts, ({ subject }) => subject);
  return [...bySubject.values()].flatMap((all) => {
    const [previous, last] = all.slice(-2);
    return previous && last && last.validFrom >= from ? [{ previous, last }] : [];
  });
};

const rise = ({ last, previous }: Measured): number => (last.amount ?? 0) - (previous.amount ?? 0);

/** LADDER_STIJGERS: of a person with two measurements the last counts, when it is a step higher than the one before. */
export const ladderRisers: Evaluator = {
  count: async (tx, span) => {
    const byMunicipality = Map.groupBy(await measured(tx, span), ({ last }) => last.municipality ?? '');
    return new Map(
      [...byMunicipality].map(([code, people]): [string, Counted] => {
        const rises = people.map(rise);
        const sorted = rises.filter((step) => step > 0).toSorted((a, b) => a - b);
        return [
          code,
          {
            numerator: sorted.length,
            denominator: people.length,
            rows: [
              { key: 'dalers', label: 'Mensen die lager staan', value: rises.filter((step) => step < 0).length, partOfValue: false },
              { key: 'gelijk', label: 'Mensen die gelijk staan', value: rises.filter((step) => step === 0).length, partOfValue: false },
            ],
          },
        ];
      }),
    );
  },
  facts: async (tx, span, side, municipality, { first, after }) => {
    const people = (await measured(tx, span)).filter(({ last }) => municipality === null || last.municipality === municipality);
    const counted = side === 'NUMERATOR' ? people.filter((person) => rise(person) > 0) : people;
    return pageOfFacts(
      counted.map(({ last }) => asCounted(last, 1)),
      first,
      after,
    );
  },
};
