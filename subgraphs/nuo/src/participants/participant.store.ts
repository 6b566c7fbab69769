import { homeOf, NUO, type RequestContext, scopeOf, type WriteTx } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { loadById, rowsBy } from '../reads.ts';
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

/** The participant that is this client, within what the caller may see. */
export const loadParticipantOfClient = async (ctx: RequestContext, clientId: string): Promise<Participant | null> => {
  const row = await ctx.load(
    'participantOfClient',
    clientId,
    async (ids) => new Map((await rowsBy(ctx.db.read, Participant, 'clientId', ids)).map((found) => [found.clientId as string, found])),
  );
  if (!row || !reaches(ctx, viewParticipants, row.municipality)) return null;
  ctx.processed(row.id, showingParticipant);
  return row;
};

/** The participant as it is now, held until the transaction ends: what is decided for one person waits here, after the employer and the person. */
export const lockParticipant = ({ em, dialect }: WriteTx, id: string): Promise<Participant | null> =>
  em.findOne(Participant, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });
