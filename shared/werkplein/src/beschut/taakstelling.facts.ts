import { addDays, type Knowing, stateFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { type LawParameter, parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { allLawParameters } from '../law-parameters/law-parameter.store.ts';

/** How many places in beschut werk there must be; `amount`: places. */
export const TAAKSTELLING = 'TAAKSTELLING';

const CODE = 'BESCHUT_TAAKSTELLING';

/** What figures count of the taakstelling: what holds on each day, of the latest set that speaks of it. */
export const taakstellingFacts = (parameters: readonly LawParameter[], municipality: string): StatedFact[] => {
  const rows = parameters.filter(({ code }) => code === CODE);
  const starts = rows.flatMap(({ validFrom, validUntil }) => [validFrom, ...(validUntil === null ? [] : [addDays(validUntil, 1)])]);
  const days = [...new Set(starts)].toSorted();
  return days.flatMap((validFrom, at) => {
    const holds = parameterOn(rows, CODE, validFrom);
    const next = days[at + 1];
    if (!holds) return [];
    return [{ kind: TAAKSTELLING, municipality, amount: Math.round(holds.value), validFrom, validUntil: next === undefined ? null : addDays(next, -1) }];
  });
};

/** States the taakstelling of a municipality after its parameters changed. */
export const stateTaakstelling = async (tx: WriteTx, knowing: Knowing, municipality: string): Promise<void> =>
  stateFacts(tx, knowing, `${municipality}:taakstelling`, [TAAKSTELLING], taakstellingFacts(await allLawParameters(tx), municipality));
