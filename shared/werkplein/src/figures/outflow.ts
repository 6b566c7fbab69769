import { type Counted, counting, countPopulation, dividing, type Evaluator, type Population } from '@werkplein/indicators';
import { OUTFLOW } from '../dossiers/dossier.facts.ts';
import { OUTFLOW_FOLLOW_UP } from '../outflow/follow-up.facts.ts';
import { workReasons } from '../outflow/follow-up.rules.ts';
import { wasFollowedBy } from './same-person.ts';

const toWork: Population = { kind: OUTFLOW, codes: workReasons, by: 'municipality', distinct: 'subject', moment: (span) => ({ begins: span }) };
const fromWsw: Population = { ...toWork, facet: 'WSW' };

/** UITSTROOM_NAAR_WERK: people whose dossier was closed because of work; those of the Wsw (bestemming 01 of its statistic) on a line of their own. */
export const outflowToWork: Evaluator = {
  facts: counting(toWork).facts,
  count: async (tx, span) => {
    const all = await countPopulation(tx, toWork, span);
    const wsw = await countPopulation(tx, fromWsw, span);
    const counted = (n: number, ofWsw: number): Counted => ({
      numerator: n,
      denominator: null,
      rows: [
        { key: 'overig', label: 'Niet uit de Wsw', value: n - ofWsw, partOfValue: true },
        { key: 'wsw', label: 'Uit de Wsw naar regulier werk (bestemming 01)', value: ofWsw, partOfValue: true },
      ],
    });
    return new Map([...all].map(([code, n]) => [code, counted(n, wsw.get(code) ?? 0)]));
  },
};

/** People whose term after outflow to work ended in the period: the fact of the outflow ends with it. */
const cohort: Population = { ...toWork, moment: (span) => ({ ends: span }) };
const lasting: Population = { ...cohort, where: wasFollowedBy(OUTFLOW_FOLLOW_UP, ['LASTING']) };
const known: Population = { ...cohort, where: wasFollowedBy(OUTFLOW_FOLLOW_UP, ['LASTING', 'NOT_LASTING']) };

/** DUURZAME_UITSTROOM_26W: of the cohort who still works without a benefit; of whom nobody knows is not lasting, and told apart. */
export const sustainedOutflow: Evaluator = {
  ...dividing(lasting, cohort),
  count: async (tx, span) => {
    const all = await countPopulation(tx, cohort, span);
    const last = await countPopulation(tx, lasting, span);
    const told = await countPopulation(tx, known, span);
    return new Map(
      [...all].map(([code, denominator]): [string, Counted] => {
        const numerator = last.get(code) ?? 0;
        const known = told.get(code) ?? 0;
        return [
          code,
          {
            numerator,
            denominator,
            rows: [
              { key: 'niet-blijvend', label: 'Werkt niet meer of heeft weer een uitkering', value: known - numerator, partOfValue: false },
              { key: 'onbekend', label: 'Niet bekend', value: denominator - known, partOfValue: false },
            ],
          },
        ];
      }),
    );
  },
};
