import { type Counted, countPopulation, dividing, type Evaluator, type Population } from '@werkplein/indicators';
import { PLACED } from '../dossiers/dossier.facts.ts';
import { LOONWAARDE, LOONWAARDE_BY_HOURS, LOONWAARDE_HOURS } from '../loonwaarde/loonwaarde.facts.ts';
import { hasOnDay } from './same-person.ts';

/** What holds on the day of people who are placed then. A forfaitaire share is part of a decision, not a loonwaarde: it is no such fact. */
const ofPlaced = (kind: string): Population => ({ kind, by: 'municipality', moment: ({ measuredOn }) => ({ on: measuredOn }), where: hasOnDay(PLACED) });
const summed = (kind: string): Population => ({ ...ofPlaced(kind), sum: true });

const HUNDREDTHS = 100;

/** GEM_LOONWAARDE: one a person and function, each as heavy; by hours on a line of its own. */
export const meanLoonwaarde: Evaluator = {
  ...dividing(summed(LOONWAARDE), ofPlaced(LOONWAARDE)),
  count: async (tx, span) => {
    const sums = await countPopulation(tx, summed(LOONWAARDE), span);
    const counts = await countPopulation(tx, ofPlaced(LOONWAARDE), span);
    const hours = await countPopulation(tx, summed(LOONWAARDE_HOURS), span);
    const byHours = await countPopulation(tx, summed(LOONWAARDE_BY_HOURS), span);
    return new Map(
      [...counts].map(([code, denominator]): [string, Counted] => {
        const weighted = { value: (byHours.get(code) ?? 0) / HUNDREDTHS, over: hours.get(code) ?? 0 };
        const rows = [{ key: 'naar-uren', label: 'Gewogen naar uren (procent)', ...weighted, partOfValue: false }];
        return [code, { numerator: sums.get(code) ?? 0, denominator, rows }];
      }),
    );
  },
};
