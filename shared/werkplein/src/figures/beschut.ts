import { counting, countPopulation, type Evaluator, lacking, listPopulation, type Population } from '@werkplein/indicators';
import { TAAKSTELLING } from '../beschut/taakstelling.facts.ts';
import { BESCHUT } from '../doelgroep/doelgroep.facts.ts';
import { DOSSIER } from '../dossiers/dossier.facts.ts';
import { BESCHUT_PLACE } from '../provisions/provision.facts.ts';
import { hasOnDay } from './same-person.ts';

const waiting = counting({
  kind: BESCHUT,
  by: 'municipality',
  distinct: 'subject',
  moment: ({ measuredOn }) => ({ on: measuredOn }),
  where: `${hasOnDay(DOSSIER)} AND NOT ${hasOnDay(BESCHUT_PLACE)}`,
});

/**
 * WACHTLIJST_BESCHUT: as the waiting list itself, established, with an open dossier and without a place that this Werkplein gave. A Werkplein
 * has one municipality, so the total needs no question of its own.
 */
export const beschutWaiting: Evaluator = { count: waiting.count, facts: waiting.facts };

const places: Population = { kind: TAAKSTELLING, by: 'municipality', sum: true, moment: ({ measuredOn }) => ({ on: measuredOn }) };

/** The taakstelling below BESCHUT_GEREALISEERD_VS_TAAKSTELLING; who works the NUO counts. One that nobody recorded is unknown, not zero. */
export const beschutTaakstelling: Evaluator = {
  count: async (tx, span) => new Map([...(await countPopulation(tx, places, span))].map(([code, denominator]) => [code, { numerator: null, denominator }])),
  without: async (_tx, { measuredOn }) => ({ numerator: null, denominator: null, missing: [lacking(`de taakstelling op ${measuredOn}`)] }),
  facts: (tx, span, _side, municipality, page) => listPopulation(tx, places, span, municipality, page),
};
