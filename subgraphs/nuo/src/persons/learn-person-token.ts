import { isUniqueViolation, stateFacts, type WriteTx } from '@werkplein/kernel';
import type { Telling } from '../events/publish.ts';
import { BECAME, becameFacts } from '../figures/became.ts';
import { Participant } from '../participants/participant.entity.ts';
import { reportDoubles } from '../placements/double-placements.ts';
import { Person } from './person.entity.ts';
import { holdRow, lockPerson, personIdOf } from './person.store.ts';

/** Who the token is of: as the Werkplein knows the person, or as we do. */
export type WhoseToken = { clientId: string } | { participantId: string };

export interface TokenLearned {
  participantId: string;
  /** Whether somebody else in our files turns out to be the same person. */
  joined: boolean;
  /** Placements that overlap another one of the person now; nothing was done about them. */
  doublePlacementIds: string[];
}

const participantOf = async ({ em }: WriteTx, whose: WhoseToken): Promise<string | null> =>
  (await em.findOne(Participant, { where: 'clientId' in whose ? { clientId: whose.clientId } : { id: whose.participantId }, select: { id: true } }))?.id ??
  null;

/** Both persons, in ascending order, so that two who learn of the same pair never wait for each other. */
const holdBoth = async (tx: WriteTx, ...ids: string[]): Promise<Person[]> => {
  const held: Person[] = [];
  for (const id of [...new Set(ids)].toSorted()) {
    const row = await holdRow(tx, id);
    if (row) held.push(row);
  }
  return held;
};

const alone = async ({ em }: WriteTx, personId: string): Promise<boolean> => (await em.countBy(Participant, { personId })) === 1;

/** Gives the participant the person of the token; true when that was decided on what still held. */
const settle = async (tx: WriteTx, participantId: string, token: string, freshId: string): Promise<boolean> => {
  const own = await personIdOf(tx, participantId);
  const known = await tx.em.findOneBy(Person, { token });
  if (own === null || known?.id === own) return true;
  const held = await holdBoth(tx, own, ...(known ? [known.id] : []));
  const mine = held.find(({ id }) => id === own);
  if (!mine || (await personIdOf(tx, participantId)) !== own) return false;
  if (known && held.find(({ id }) => id === known.id)?.token !== token) return false;
  if (known) {
    const leavesNobody = await alone(tx, own);
    await tx.em.update(Participant, { id: participantId }, { personId: known.id });
    if (leavesNobody) await tx.em.delete(Person, { id: own });
    return true;
  }
  try {
    if (mine.token === null || (await alone(tx, own))) {
      await tx.em.update(Person, { id: own }, { token });
      return true;
    }
    // The BSN was set right: this participant is somebody else than those who had the same token.
    await tx.em.insert(Person, { id: freshId, token });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return false;
  }
  await tx.em.update(Participant, { id: participantId }, { personId: freshId });
  return true;
};

/**
 * Takes in whose token this is: participants with one token are one person, whatever Werkplein they come from. Without a participant
 * there is nothing to learn, and null is answered. What the person does twice already is told (`DoublePlacementFound`), not undone.
 */
export const learnPersonToken = async (tx: WriteTx, ctx: Telling, { token, ...whose }: WhoseToken & { token: string }): Promise<TokenLearned | null> => {
  const participantId = await participantOf(tx, whose);
  if (participantId === null) return null;
  const before = await personIdOf(tx, participantId);
  while (!(await settle(tx, participantId, token, ctx.newId())));
  const person = await lockPerson(tx, participantId);
  if (person && person.id !== before) await stateFacts(tx, ctx, participantId, [BECAME], becameFacts(participantId, person.id));
  const joined = person !== null && person.id !== before && person.participantIds.length > 1;
  return { participantId, joined, doublePlacementIds: joined ? await reportDoubles(tx, ctx, person.participantIds) : [] };
};
