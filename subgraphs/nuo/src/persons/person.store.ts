import { insertMissing, type WriteTx } from '@werkplein/kernel';
import { Participant } from '../participants/participant.entity.ts';
import { Person } from './person.entity.ts';

/** A person of each new participant, known by no token yet. */
export const newPersons = (tx: WriteTx, ids: readonly string[]): Promise<void> =>
  insertMissing(
    tx,
    Person,
    ids.map((id) => ({ id, token: null })),
  );

/** One human being, held until the transaction ends. */
export interface HeldPerson {
  id: string;
  /** Everyone in our files who is this person, in ascending order. */
  participantIds: string[];
}

export const holdRow = ({ em, dialect }: WriteTx, id: string): Promise<Person | null> =>
  em.findOne(Person, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

export const personIdOf = async ({ em }: WriteTx, participantId: string): Promise<string | null> =>
  (await em.findOne(Participant, { where: { id: participantId }, select: { id: true, personId: true } }))?.personId ?? null;

/**
 * The person behind a participant, or null without one: who decides what a person does waits here for the other who does (H3).
 * Taken after the employer, before the participant, the order and the placement.
 */
export const lockPerson = async (tx: WriteTx, participantId: string): Promise<HeldPerson | null> => {
  for (;;) {
    const id = await personIdOf(tx, participantId);
    if (id === null) return null;
    const held = await holdRow(tx, id);
    // A token may have joined the participant to another person while we waited.
    if (held === null || (await personIdOf(tx, participantId)) !== id) continue;
    const rows = await tx.em.find(Participant, { where: { personId: id }, select: { id: true } });
    return { id, participantIds: rows.map((row) => row.id).toSorted() };
  }
};
