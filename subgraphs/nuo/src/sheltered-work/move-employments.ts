import type { RequestContext, WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { onDay } from '../dated.ts';
import { publish } from '../events/publish.ts';
import { Participant } from '../participants/participant.entity.ts';
import { Residence } from '../wsw-workers/wsw-worker.entity.ts';
import { writeResidence } from '../wsw-workers/wsw-worker.store.ts';
import { ShelteredEmployment } from './employment.entity.ts';
import { stateEmployments } from './employment.facts.ts';
import { knownTerms, writeTerms } from './employment.store.ts';

export interface Moved {
  /** The client's, and everyone in our files who is the same person. */
  participantId: string;
  participantIds: readonly string[];
  /** From and to which municipality the regie went. */
  from: string;
  municipality: string;
  cutoverOn: string;
}

/** The days from the day of transition on at which terms of an employment begin to be another municipality's. */
const daysToChange = (terms: readonly { validFrom: string; validUntil: string | null }[], cutoverOn: string): string[] =>
  terms.filter(({ validUntil }) => validUntil === null || validUntil >= cutoverOn).map(({ validFrom }) => (validFrom < cutoverOn ? cutoverOn : validFrom));

/** A worker lives from then on where the regie went. Of whom no residence is known nothing is made up. */
const moveResidence = async (tx: WriteTx, ctx: RequestContext, participantId: string, { municipality, cutoverOn }: Moved): Promise<void> => {
  const known = await tx.em.findBy(Residence, { participantId, replacedAt: IsNull() });
  const held = onDay(known, cutoverOn);
  if (held && held.municipality !== municipality) await writeResidence(tx, ctx, participantId, municipality, cutoverOn);
};

const moveThoseOf = async (tx: WriteTx, ctx: RequestContext, participantId: string, { municipality, cutoverOn }: Moved): Promise<boolean> => {
  const rows = await tx.em.findBy(ShelteredEmployment, { participantId, state: In(['AWAITING_DECISION', 'AGREED', 'ENDED']) });
  const running = rows.filter(({ endsOn }) => endsOn === null || endsOn >= cutoverOn);
  for (const { id, version } of running) {
    for (const day of daysToChange(await knownTerms(tx, [id]), cutoverOn)) await writeTerms(tx, ctx, id, day, { responsibleMunicipality: municipality });
    await tx.em.update(ShelteredEmployment, { id }, { responsibleMunicipality: municipality, version: version + 1 });
    await publish(tx, ctx, 'EmploymentTermsChanged', id, null);
  }
  await stateEmployments(
    tx,
    ctx,
    running.map(({ id }) => id),
  );
  return running.length > 0;
};

/**
 * Employments that run on the day of transition or later, or wait for a decision, are the new municipality's to answer for from that day on; those that ended
 * before stay with the old one. Who pays and who employs is agreed, and does not follow from a move. A Wsw worker in our files who is the same person, and no
 * client or third party's, moves along. Gives the participants whose file changed; the caller holds the person.
 */
export const moveEmployments = async (tx: WriteTx, ctx: RequestContext, moved: Moved): Promise<string[]> => {
  const { participantId, participantIds, from, municipality } = moved;
  const own = { clientId: IsNull(), commissionerKind: IsNull(), municipality: from };
  const workers = (await tx.em.findBy(Participant, { id: In([...participantIds]), ...own })).map(({ id }) => id);
  if (workers.length > 0) await tx.em.update(Participant, { id: In(workers) }, { municipality, version: () => 'version + 1' });
  const changed: string[] = [];
  for (const id of [participantId, ...workers]) {
    if ((await moveThoseOf(tx, ctx, id, moved)) || workers.includes(id)) changed.push(id);
    await moveResidence(tx, ctx, id, moved);
  }
  return changed;
};
