import { addDays, homeOf, type LetterEffect, letterHandler, LetterRefused, NUO, parseDay, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import { correctingParticipant, keepingPersonnelFile } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { stateOrders } from '../orders/service-order.facts.ts';
import { Participant } from '../participants/participant.entity.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { lockPerson } from '../persons/index.ts';
import { WaitingToken } from '../letters/waiting-token.entity.ts';
import { Placement } from '../placements/placement.entity.ts';
import { statePlacements } from '../placements/placement.facts.ts';
import { stateHandOvers } from '../responsibility/hand-over.facts.ts';
import { moveEmployments } from '../sheltered-work/move-employments.ts';
import { ParticipantClient, RegieChange, TransferredOrder } from './regie-change.entity.ts';

interface Change {
  transferId: string;
  participant: Participant;
  /** Everyone in our files who is that person. */
  participantIds: readonly string[];
  newClientId: string;
  municipality: string;
  cutoverOn: string;
}

/** The client ids of a participant, each for its days: the old one ends the day before the new one begins. */
const splitPeriods = async ({ em }: WriteTx, newId: RequestContext['newId'], { transferId, participant, newClientId, municipality, cutoverOn }: Change) => {
  const participantId = participant.id;
  const validUntil = addDays(cutoverOn, -1);
  const running = await em.findOneBy(ParticipantClient, { participantId, validUntil: IsNull() });
  if (running) await em.update(ParticipantClient, { id: running.id }, { validUntil });
  else
    await em.insert(ParticipantClient, {
      id: newId(),
      participantId,
      clientId: participant.clientId as string,
      municipality: participant.municipality,
      validFrom: null,
      validUntil,
      transferId,
    });
  await em.insert(ParticipantClient, { id: newId(), participantId, clientId: newClientId, municipality, validFrom: cutoverOn, validUntil: null, transferId });
};

/** Orders that wait or run: the new regie directs them, and says whether they go on. What the old Werkplein shares for them is over. */
const moveOrders = async (tx: WriteTx, ctx: RequestContext, { transferId, participant, newClientId, municipality, cutoverOn }: Change): Promise<void> => {
  const { em } = tx;
  const orders = await em.findBy(ServiceOrder, { participantId: participant.id, status: In(['OFFERED', 'ACCEPTED', 'IN_PROGRESS']) });
  for (const { id, version, municipality: fromMunicipality } of orders) {
    const regie = { clientId: newClientId, municipality, commissionerCode: municipality, disclosureId: null };
    await em.update(ServiceOrder, { id }, { ...regie, version: version + 1 });
    await em.insert(TransferredOrder, {
      id: ctx.newId(),
      transferId,
      orderId: id,
      participantId: participant.id,
      municipality,
      fromMunicipality,
      decidedAt: null,
      decision: null,
      decidedById: null,
    });
  }
  await stateOrders(tx, ctx, await em.findBy(ServiceOrder, { id: In(orders.map(({ id }) => id)) }));
  // A concept is known to the old Werkplein only, and can no longer be offered by it.
  const withdrawn = { status: 'WITHDRAWN', endsOn: addDays(cutoverOn, -1), reason: 'Verhuisd' } as const;
  await em.update(ServiceOrder, { participantId: participant.id, status: 'CONCEPT' }, { ...withdrawn, version: () => 'version + 1' });
};

/** Placements that run on the day of transition or later go on, for the new municipality; those before it stay with the old one. */
const movePlacements = async (tx: WriteTx, ctx: RequestContext, { participant, newClientId, municipality, cutoverOn }: Change): Promise<void> => {
  await tx.em
    .createQueryBuilder()
    .update(Placement)
    .set({ clientId: newClientId, municipality, version: () => 'version + 1' })
    .where('participantId = :participantId AND (endedOn IS NULL OR endedOn >= :cutoverOn)', { participantId: participant.id, cutoverOn })
    .andWhere("status NOT IN ('REJECTED', 'CANCELLED')")
    .execute();
  // Of one that began after the transition the new municipality answered on its first day, also when it was told later.
  await statePlacements(tx, ctx, await tx.em.findBy(Placement, { participantId: participant.id }));
};

/** Gives the participants whose personnel file changed with it. */
const move = async (tx: WriteTx, ctx: RequestContext, change: Change): Promise<string[]> => {
  const { participant, participantIds, newClientId, municipality, cutoverOn } = change;
  await splitPeriods(tx, ctx.newId, change);
  // Somebody whom we knew as the new client already is another participant of the same person; what ran stays with who ran it.
  const taken = await tx.em.existsBy(Participant, { clientId: newClientId });
  await tx.em.update(Participant, { id: participant.id }, { ...(!taken && { clientId: newClientId, municipality }), version: participant.version + 1 });
  await moveOrders(tx, ctx, change);
  await movePlacements(tx, ctx, change);
  const employed = await moveEmployments(tx, ctx, { participantId: participant.id, participantIds, from: participant.municipality, municipality, cutoverOn });
  await stateHandOvers(tx, ctx, [participant.id]);
  await publish(tx, ctx, 'ParticipantRegieChanged', participant.id, null);
  return employed;
};

const id = z.string().refine((text) => homeOf(text) !== null && homeOf(text) !== NUO);
const day = z.string().refine((text) => {
  try {
    return parseDay(text) === text;
  } catch {
    return false;
  }
});

/**
 * The old Werkplein tells that its client is another's from a day on. Only the one whose client it was is believed: a Werkplein
 * that would claim another's client is refused.
 */
export const hearRegieChanged = letterHandler({
  body: z.object({ transferId: id, oldClientId: id, newClientId: id, cutoverOn: day }),
  take: async (tx, ctx, { transferId, oldClientId, newClientId, cutoverOn }, { sender }): Promise<LetterEffect> => {
    const municipality = homeOf(newClientId) as string;
    if (homeOf(oldClientId) !== sender || homeOf(transferId) !== sender || municipality === sender) throw new LetterRefused('NOT_YOURS');
    if (await tx.em.existsBy(RegieChange, { id: transferId })) return { subjectIds: [transferId], persons: [] };
    await tx.em.insert(RegieChange, { id: transferId, oldClientId, newClientId, cutoverOn, receivedAt: ctx.clock() });
    await tx.em.delete(WaitingToken, { id: oldClientId });
    const known = await tx.em.findOneBy(Participant, { clientId: oldClientId });
    if (!known) return { subjectIds: [transferId], persons: [] };
    const person = await lockPerson(tx, known.id);
    const participant = (await lockParticipant(tx, known.id)) as Participant;
    const participantIds = person?.participantIds ?? [participant.id];
    const files = await move(tx, ctx, { transferId, participant, participantIds, newClientId, municipality, cutoverOn });
    const processed = [
      { subjectId: participant.id, activity: correctingParticipant },
      ...files.map((subjectId) => ({ subjectId, activity: keepingPersonnelFile })),
    ];
    return { subjectIds: [transferId, participant.id], persons: [], processed };
  },
});
