import type { RequestContext } from '@werkplein/kernel';
import { loadById } from '../reads.ts';
import { Participant } from './participant.entity.ts';
import { reaches, viewParticipants } from './participant.policy.ts';

/** The participant, or null when absent or of a municipality that is not the principal's. */
export const loadParticipant = async (ctx: RequestContext, id: string): Promise<Participant | null> => {
  const row = await loadById(ctx, 'participant', Participant, id);
  return row && reaches(ctx, viewParticipants, row.municipality) ? row : null;
};
