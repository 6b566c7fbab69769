import { badInput, homeOf, NUO, type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { Person } from '../persons/person.entity.ts';
import { loadById } from '../reads.ts';
import { Participant } from './participant.entity.ts';
import { reaches, viewParticipants } from './participant.policy.ts';

/** The participant, or null when absent or of a municipality that is not the principal's. */
export const loadParticipant = async (ctx: RequestContext, id: string): Promise<Participant | null> => {
  const row = await loadById(ctx, 'participant', Participant, id);
  if (!row || !reaches(ctx, viewParticipants, row.municipality)) {
    // An id that nobody has leaves the same trace, so that the time of the answer tells nothing.
    if (homeOf(id) === NUO && scopeOf(ctx.principal, viewParticipants) !== 'all') ctx.denied(viewParticipants.name, 'Participant', [id]);
    return null;
  }
  ctx.processed(row.id, showingParticipant);
  return row;
};

/** Holds the person behind a participant until the end of the transaction: what a person can have only one of is decided under this lock. */
export const lockParticipant = async (tx: WriteTx, participantId: string): Promise<{ participant: Participant; participantIds: string[] }> => {
  const find = () => tx.em.findOneBy(Participant, { id: participantId });
  const found = await find();
  if (found?.personId && tx.dialect === 'mariadb') await tx.em.findOne(Person, { where: { id: found.personId }, lock: { mode: 'pessimistic_write' } });
  const participant = tx.dialect === 'mariadb' ? await find() : found;
  if (!participant) throw badInput([{ path: ['input', 'participantId'], message: 'Deze deelnemer bestaat niet.' }]);
  const all = participant.personId === null ? [participant] : await tx.em.findBy(Participant, { personId: participant.personId });
  return { participant, participantIds: all.map(({ id }) => id) };
};
