import type { DemoClient } from '@werkplein/demo';
import { homeOf, type Knowing, newIds, stateAllFacts, systemClock, type WriteTx } from '@werkplein/kernel';
import { stateClientFacts } from '../figures/state-client-facts.ts';
import { LADDER, ladderFacts } from '../ladder/ladder.facts.ts';
import { ladderRows } from './demo-programme.ts';

/** Demo facts were known on their first day, as if somebody had recorded them then. */
export const demoKnowing = (municipality: string): Knowing => ({
  clock: systemClock,
  newId: newIds(municipality, systemClock),
  knownSince: ({ validFrom }) => new Date(Math.min(Date.parse(`${validFrom}T12:00:00Z`), systemClock().getTime())),
});

/** States what figures count of these clients. */
export const stateDemoFacts = async (tx: WriteTx, clients: readonly DemoClient[]): Promise<void> => {
  const home = homeOf(clients[0]?.id ?? '');
  if (home === null) return;
  const knowing = demoKnowing(home);
  await stateClientFacts(
    tx,
    knowing,
    clients.map(({ id }) => id),
  );
  await stateAllFacts(tx, knowing, [LADDER], new Map(clients.flatMap(ladderRows).map((row) => [row.id, ladderFacts(row, home)])));
};
