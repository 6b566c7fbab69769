import { homeOf, type Knowing, stateAllFacts, type StatedFact, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { DoelgroepRow } from './doelgroep.entity.ts';

/** Beschut werk of a client was established. */
export const BESCHUT = 'BESCHUT';

/** What figures count of one period of an axis; of one that another took the place of nothing. */
export const beschutFacts = ({ axis, supersededAt, value, clientId, validFrom, validUntil }: DoelgroepRow): StatedFact[] =>
  axis !== 'BESCHUT' || supersededAt !== null || value !== 'VASTGESTELD'
    ? []
    : [{ kind: BESCHUT, subject: clientId, municipality: homeOf(clientId), validFrom, validUntil }];

/** States the axis BESCHUT of these clients; whoever calls holds the clients. */
export const stateBeschut = async (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]): Promise<void> => {
  const rows = await tx.em.findBy(DoelgroepRow, { clientId: In([...clientIds]), axis: 'BESCHUT' });
  await stateAllFacts(tx, knowing, [BESCHUT], new Map(rows.map((row) => [row.id, beschutFacts(row)])));
};
