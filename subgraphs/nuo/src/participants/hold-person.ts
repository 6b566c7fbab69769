import { badInput, type WriteTx } from '@werkplein/kernel';
import { lockPerson } from '../persons/index.ts';
import { Participant } from './participant.entity.ts';

/** A participant of whom the person is held until the transaction ends, with everyone in our files who is that person. */
export interface HeldParticipant {
  participant: Participant;
  participantIds: string[];
}

/** Holds the person behind a participant; one who is not there is bad input. */
export const holdPersonOf = async (tx: WriteTx, participantId: string): Promise<HeldParticipant> => {
  const person = await lockPerson(tx, participantId);
  const participant = await tx.em.findOneBy(Participant, { id: participantId });
  if (!participant) throw badInput([{ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
  return { participant, participantIds: person?.participantIds ?? [participantId] };
};
