import { addDays, homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { LoonwaardeRow } from './loonwaarde.entity.ts';

/** An established loonwaarde; `amount`: hundredths of a percent. */
export const LOONWAARDE = 'LOONWAARDE';
/** The hours a week of that function; `amount`: hundredths. */
export const LOONWAARDE_HOURS = 'LOONWAARDE_HOURS';
/** Both multiplied, for a mean by hours. */
export const LOONWAARDE_BY_HOURS = 'LOONWAARDE_BY_HOURS';
const kinds = [LOONWAARDE, LOONWAARDE_HOURS, LOONWAARDE_BY_HOURS];

const HUNDREDTHS = 100;
const hundredths = (value: number): number => Math.round(value * HUNDREDTHS);
const functionOf = ({ functionName }: LoonwaardeRow): string => functionName.trim().toLowerCase();
const byDay = (a: LoonwaardeRow, b: LoonwaardeRow): number =>
  (a.validFrom ?? '') === (b.validFrom ?? '') ? (a.id < b.id ? -1 : 1) : (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1;

/** What figures count of all loonwaarden of one client, by row: each holds until the next of the same function, so a function has one a day. */
export const loonwaardeFacts = (rows: readonly LoonwaardeRow[]): Map<string, StatedFact[]> => {
  const facts = new Map<string, StatedFact[]>(rows.map(({ id }) => [id, []]));
  const established = rows.filter(({ state }) => state === 'ESTABLISHED').toSorted(byDay);
  for (const sameFunction of Map.groupBy(established, functionOf).values())
    for (const [at, { id, clientId, validFrom, wageValuePct, hoursPerWeek }] of sameFunction.entries()) {
      const next = sameFunction[at + 1]?.validFrom ?? null;
      if (validFrom === null || wageValuePct === null || next === validFrom) continue;
      const validUntil = next === null ? null : addDays(next, -1);
      const amounts = [hundredths(wageValuePct), hundredths(hoursPerWeek), hundredths(wageValuePct) * hundredths(hoursPerWeek)];
      facts.set(
        id,
        kinds.map((kind, each) => ({ kind, amount: amounts[each] as number, subject: clientId, municipality: homeOf(clientId), validFrom, validUntil })),
      );
    }
  return facts;
};

/** States the loonwaarden of these clients; whoever calls holds the clients. */
export const stateLoonwaarden = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const rows = Map.groupBy(await tx.em.findBy(LoonwaardeRow, { clientId: In([...clientIds]) }), ({ clientId }) => clientId);
  await stateAllFacts(tx, knowing, kinds, new Map([...rows.values()].flatMap((each) => [...loonwaardeFacts(each)])));
};
