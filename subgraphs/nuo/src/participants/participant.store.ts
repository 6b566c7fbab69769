import type { RequestContext } from '@werkplein/kernel';
import { showingParticipant } from '../activities.ts';
import { loadById } from '../reads.ts';
import { Participant } from './participant.entity.ts';
import { reaches, viewParticipants } from './participant.policy.ts';

/** The participant, or null when absent or of a municipality that is not the principal's. */
export const loadParticipant = async (ctx: RequestContext, id: string): Promise<Participant | null> => {
  const row = await loadById(ctx, 'participant', Participant, id);
  if (!row) return null;
  if (!reaches(ctx, viewParticipants, row.municipality)) {
    ctx.denied(viewParticipants.name, 'Participant', [id]);
    return null;
  }
  ctx.processed(row.id, showingParticipant);
  return row;
};
