import { localDay, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingServiceOrder } from '../activities.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { returnParticipant } from '../participants/exit-participant.ts';
import { outcomeFor, type Refusal, writeStep } from './change-order.ts';
import { respondByOf } from './respond-by.ts';
import { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderInput } from './service-order.inputs.ts';
import type { ServiceOrderActive, ServiceOrderPlaced } from './service-order.results.ts';
import { checkOrder, holdConcept } from './write-order.ts';

type Answer = ServiceOrderPlaced | ServiceOrderActive | NuoParameterMissing | Refusal;

/** The order of this person and service that stands in the way: an active one, or one with notice that runs on into this one. */
const inTheWay = (tx: WriteTx, { participantId, service, startsOn }: Pick<ServiceOrder, 'participantId' | 'service' | 'startsOn'>) =>
  tx.em
    .createQueryBuilder(ServiceOrder, 'o')
    .where('o.participantId = :participantId AND o.service = :service', { participantId, service })
    .andWhere('(o.activeFor IS NOT NULL OR (o.status = :ended AND o.endsOn >= :startsOn))', { ended: 'ENDED', startsOn })
    .orderBy('o.id')
    .getOne();

/** Offers an order to the NUO: a new one, or a concept with what the input says now. */
export const placeServiceOrder = async (ctx: RequestContext, input: ServiceOrderInput): Promise<Answer> => {
  const { facts, reference } = checkOrder(ctx, input);
  return runCommand<Answer>(
    ctx,
    'ServiceOrderPlace',
    input,
    async (tx) => {
      const today = localDay(ctx.clock());
      const respondBy = await answeringMissing(() => respondByOf(tx, facts.respondBy, today));
      if (typeof respondBy !== 'string') return { answer: respondBy, subjectIds: [] };
      const columns = { ...facts, respondBy };
      const { order, isNew, refused } = await holdConcept(tx, ctx, input, columns, 'offer');
      if (refused) return outcomeFor(order, refused);
      const other = await inTheWay(tx, { ...facts, participantId: order.participantId });
      if (other) return outcomeFor(order, { __typename: 'ServiceOrderActive', orderId: other.id });
      if (isNew) await tx.em.insert(ServiceOrder, order);
      await returnParticipant(tx, order.participantId);
      await writeStep(tx, ctx, order, 'offer', { columns: { ...columns, offeredOn: today }, reference });
      return outcomeFor(order, { __typename: 'ServiceOrderPlaced', orderId: order.id });
    },
    keepingServiceOrder,
  );
};
