import { badInput, fault, NUO, type Outcome, parseText, type RequestContext, runCommand, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { keepingServiceOrder } from '../activities.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import type { InputCheck } from '../input.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { ServiceOrder, ServiceOrderEvent } from './service-order.entity.ts';
import { stateOrders } from './service-order.facts.ts';
import { isActor, seesOrder } from './service-order.policy.ts';
import type { ServiceOrderStepInput } from './service-order.inputs.ts';
import type { ServiceOrderChanged, ServiceOrderVersionConflict } from './service-order.results.ts';
import { isActiveOrder, serviceOrderMachine, type ServiceOrderStatus, type ServiceOrderStep } from './service-order.rules.ts';
import { lockOrder } from './service-order.store.ts';

export type Refusal = StepRefused | ServiceOrderVersionConflict;

/** What goes with a step: the columns that it writes, the text that its row keeps, and the commissioner's letter. */
export interface Change {
  columns?: Partial<ServiceOrder>;
  text?: string | null;
  reference?: string | null;
}

/** Each step tells what it did; a concept is nobody's news. */
const eventOf: Partial<Record<ServiceOrderStep, EventType>> = {
  offer: 'ServiceOrderOffered',
  accept: 'ServiceOrderAccepted',
  refuse: 'ServiceOrderRefused',
  withdraw: 'ServiceOrderWithdrawn',
  start: 'ServiceOrderStarted',
  handBack: 'ServiceOrderHandedBack',
  complete: 'ServiceOrderCompleted',
  end: 'ServiceOrderEnded',
  evaluate: 'ServiceOrderEvaluated',
};

/** Whoever of the NUO takes a step of regie does it for the commissioner. */
const forCommissioner = (ctx: RequestContext, step: ServiceOrderStep): boolean =>
  ctx.principal.organisation === NUO && serviceOrderMachine.steps[step].by[0] === 'REGIE';

/** A concept needs no letter of the commissioner yet. */
const demandLetter = (ctx: RequestContext, step: ServiceOrderStep, reference: string | null): void => {
  if (reference === null && forCommissioner(ctx, step) && step !== 'save' && step !== 'change')
    throw badInput([{ path: ['input', 'reference'], message: 'Noem de brief van de opdrachtgever.' }]);
};

/** Writes a step of an order that is held, with its row and its event. */
export const writeStep = async (
  tx: WriteTx,
  ctx: RequestContext,
  order: ServiceOrder,
  step: ServiceOrderStep,
  { columns, text = null, reference = null }: Change,
): Promise<void> => {
  demandLetter(ctx, step, reference);
  const { to, from } = serviceOrderMachine.steps[step];
  const toStatus: ServiceOrderStatus = to === 'SAME' ? order.status : to;
  const activeFor = isActiveOrder(toStatus) ? order.participantId : null;
  const version = order.version + 1;
  await tx.em.update(ServiceOrder, { id: order.id }, { ...columns, status: toStatus, activeFor, version });
  await tx.em.insert(ServiceOrderEvent, {
    id: ctx.newId(),
    orderId: order.id,
    version,
    step,
    fromStatus: from.length === 0 ? null : order.status,
    toStatus,
    at: ctx.clock(),
    byId: colleagueId(ctx.principal),
    organisation: forCommissioner(ctx, step) ? order.commissionerCode : ctx.principal.organisation,
    reference,
    text,
  });
  if (order.offeredOn !== null || step === 'offer') await stateOrders(tx, ctx, [{ ...order, ...columns, status: toStatus }]);
  const event = eventOf[step];
  if (event && (order.offeredOn !== null || step === 'offer')) await publish(tx, ctx, event, order.id, null);
};

/** The order, held after its participant, when it is the caller's to see; else it does not exist for them. */
export const holdOrder = async (tx: WriteTx, ctx: RequestContext, id: string): Promise<ServiceOrder> => {
  const seen = await tx.em.findOneBy(ServiceOrder, { id });
  if (!seen || !seesOrder(ctx, seen)) throw fault('NOT_FOUND');
  await lockParticipant(tx, seen.participantId);
  return (await lockOrder(tx, id)) as ServiceOrder;
};

/** Why the caller cannot take this step now, or null when they can. */
export const refusalOf = (ctx: RequestContext, order: ServiceOrder, step: ServiceOrderStep, expectedVersion: number): Refusal | null => {
  const refused = stepRefused(serviceOrderMachine, order.status, step, (actor) => isActor(ctx, order, actor));
  if (refused) return refused;
  return order.version === expectedVersion ? null : { __typename: 'ServiceOrderVersionConflict', orderId: order.id, currentVersion: order.version };
};

export const outcomeFor = <A>({ id, participantId }: ServiceOrder, answer: A): Outcome<A> => ({
  answer,
  subjectIds: [id, participantId],
  persons: [participantId],
});

/** One step of an order: who, from which state and which version is the same for all; `take` says what the step writes and answers. */
export const changeOrder = <A extends { __typename: string }>(
  ctx: RequestContext,
  command: string,
  step: ServiceOrderStep,
  input: ServiceOrderStepInput,
  take: (tx: WriteTx, order: ServiceOrder, write: (change: Change) => Promise<void>) => Promise<A>,
): Promise<A | Refusal> =>
  runCommand<A | Refusal>(
    ctx,
    command,
    input,
    async (tx) => {
      const order = await holdOrder(tx, ctx, input.orderId);
      const refused = refusalOf(ctx, order, step, input.expectedVersion);
      return outcomeFor(order, refused ?? (await take(tx, order, (change) => writeStep(tx, ctx, order, step, change))));
    },
    keepingServiceOrder,
  );

/** A step that writes what it was told, and no more. */
export const takeStep = (ctx: RequestContext, command: string, step: ServiceOrderStep, input: ServiceOrderStepInput, change: Change) =>
  changeOrder<ServiceOrderChanged>(ctx, command, step, input, async (_tx, order, write) => {
    await write(change);
    return { __typename: 'ServiceOrderChanged', orderId: order.id };
  });

const TEXT = 1000;
/** A text that a step asks for. */
export const stepText = (checking: InputCheck, field: string, text: string): string =>
  checking.required(field, text, (value) => parseText(value, { max: TEXT, multiline: true }));

export const letterOf = (checking: InputCheck, reference: string | null | undefined): string | null =>
  checking.optional('reference', reference, (value) => parseText(value, { max: 64 }));
