import { type Database, type Knowing, type WriteTx } from '@werkplein/kernel';
import { MoreThan } from 'typeorm';
import { stateTaakstelling } from '../beschut/taakstelling.facts.ts';
import { ClientRow } from '../clients/client.entity.ts';
import { stateBeschut } from '../doelgroep/doelgroep.facts.ts';
import { stateDossiers } from '../dossiers/dossier.facts.ts';
import { stateLoonwaarden } from '../loonwaarde/loonwaarde.facts.ts';
import { stateFollowUps } from '../outflow/follow-up.facts.ts';
import { statePlaces } from '../provisions/provision.facts.ts';
import { stateHandOvers } from '../responsibility/responsibility.facts.ts';

type State = (tx: WriteTx, knowing: Knowing, clientIds: readonly string[]) => Promise<void>;

/** Everything that figures count of a client's record, except steps of the ladder: those that came along with a move are counted where they were taken. */
const states: readonly State[] = [stateDossiers, stateHandOvers, stateBeschut, statePlaces, stateLoonwaarden, stateFollowUps];

/** States what the records of these clients come to; what is stated already stays as it is. */
export const stateClientFacts: State = async (tx, knowing, clientIds) => {
  for (const state of states) await state(tx, knowing, clientIds);
};

const BATCH = 500;

/**
 * States the facts of every client and the taakstelling, for a database from before they were kept: they are known from now on. Once they
 * are stated it changes nothing; gives how many clients it looked at.
 */
export const stateFactsOfAll = async (db: Database, knowing: Knowing, municipality: string): Promise<number> => {
  await db.write((tx) => stateTaakstelling(tx, knowing, municipality));
  let seen = 0;
  for (let after = ''; ; ) {
    const clients = await db.read.em.find(ClientRow, { select: { id: true }, where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: BATCH });
    const last = clients.at(-1);
    if (!last) return seen;
    const ids = clients.map(({ id }) => id);
    await db.write((tx) => stateClientFacts(tx, knowing, ids));
    seen += ids.length;
    after = last.id;
  }
};
