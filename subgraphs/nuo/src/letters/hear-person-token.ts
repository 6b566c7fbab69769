import { homeOf, type LetterEffect, letterHandler, LetterRefused, type WriteTx } from '@werkplein/kernel';
import { In } from 'typeorm';
import { z } from 'zod';
import { correctingParticipant } from '../activities.ts';
import type { Telling } from '../events/publish.ts';
import { learnPersonToken } from '../persons/index.ts';
import { Person } from '../persons/person.entity.ts';
import { WaitingToken } from './waiting-token.entity.ts';

const token = z.string().regex(/^[0-9a-f]{8}\.[0-9a-f]{64}$/);

/**
 * A Werkplein that changes the key sends the token under each: whoever is known by one of them is from now on known by the first.
 * The turns of the unique index keep two who rename at once apart.
 */
const rename = async ({ em }: WriteTx, first: string, others: readonly string[]): Promise<void> => {
  if (others.length === 0 || (await em.existsBy(Person, { token: first }))) return;
  const [known] = await em.find(Person, { where: { token: In([...others]) }, order: { id: 'ASC' }, take: 1 });
  if (known) await em.update(Person, { id: known.id }, { token: first });
};

/** What a Werkplein told of a client before we knew them is learned when they become a participant. */
export const learnWaitingToken = async (tx: WriteTx, ctx: Telling, clientId: string): Promise<void> => {
  const waiting = await tx.em.findOneBy(WaitingToken, { id: clientId });
  if (!waiting) return;
  await learnPersonToken(tx, ctx, { clientId, token: waiting.token });
  await tx.em.delete(WaitingToken, { id: clientId });
};

/** A Werkplein tells by which token one of its clients can be known as the same person as another's. */
export const hearPersonToken = letterHandler({
  body: z.object({ clientId: z.string(), tokens: z.array(token).min(1).max(5) }),
  take: async (tx, ctx, { clientId, tokens }, { sender }): Promise<LetterEffect> => {
    if (homeOf(clientId) !== sender) throw new LetterRefused('NOT_YOURS');
    const [first, ...others] = tokens as [string, ...string[]];
    await rename(tx, first, others);
    const learned = await learnPersonToken(tx, ctx, { clientId, token: first });
    if (learned)
      return { subjectIds: [learned.participantId], processed: [{ subjectId: learned.participantId, activity: correctingParticipant }], persons: [] };
    const waiting = { token: first, receivedAt: ctx.clock() };
    const known = await tx.em.findOneBy(WaitingToken, { id: clientId });
    if (known) await tx.em.update(WaitingToken, { id: clientId }, waiting);
    else await tx.em.insert(WaitingToken, { id: clientId, ...waiting });
    return { subjectIds: [clientId], persons: [] };
  },
});
