import { addDays, fault, homeOf, localDay, parseDay, parseWhole, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { commissionerOf } from '../participants/commissioner.rules.ts';
import { Participant } from '../participants/participant.entity.ts';
import { regieOf } from '../participants/participant.policy.ts';
import { lockParticipant } from '../participants/participant.store.ts';
import { newParticipant, resolveOrCreate } from '../participants/register-participant.ts';
import { holdOrder, letterOf, type Refusal, refusalOf, stepText } from './change-order.ts';
import type { ServiceOrder } from './service-order.entity.ts';
import type { ServiceOrderInput } from './service-order.inputs.ts';
import type { ServiceOrderStep } from './service-order.rules.ts';

/** What one INT holds. */
const CENTS_MAX = 2_147_483_647;
const DAYS_BACK = 366;

export interface OrderFacts extends Pick<ServiceOrder, 'disclosureId' | 'service' | 'goal' | 'budgetCents' | 'startsOn'> {
  respondBy: string | null;
}

/** What the input says of the order, and the letter; every problem in one answer. */
export const checkOrder = (ctx: RequestContext, input: ServiceOrderInput): { facts: OrderFacts; reference: string | null } => {
  const today = localDay(ctx.clock());
  const checking = checkInput();
  const named = [input.clientId, input.participantId].filter(Boolean).length;
  if (input.orderId ? named > 0 : named !== 1)
    checking.problem('clientId', 'Noem een cliënt of een deelnemer, en van een concept dat er al is alleen `orderId`.');
  if (Boolean(input.orderId) !== (typeof input.expectedVersion === 'number'))
    checking.problem('expectedVersion', 'Geef de versie van het concept, en alleen daarvan.');
  if (input.disclosureId && homeOf(input.disclosureId) !== ctx.principal.organisation)
    checking.problem('disclosureId', 'Dit is geen nummer van het eigen Werkplein.');
  const goal = stepText(checking, 'goal', input.goal);
  const budgetCents = checking.optional('budgetCents', input.budgetCents, parseWhole(0, CENTS_MAX));
  const startsOn = checking.required('startsOn', input.startsOn, parseDay);
  if (startsOn && startsOn < addDays(today, -DAYS_BACK)) checking.problem('startsOn', 'Kies een dag die hooguit een jaar geleden is.');
  const respondBy = checking.optional('respondBy', input.respondBy, parseDay);
  if (respondBy !== null && respondBy < today) checking.problem('respondBy', 'Kies vandaag of een latere dag.');
  const reference = letterOf(checking, input.reference);
  checking.done();
  return { facts: { disclosureId: input.disclosureId ?? null, service: input.service, goal, budgetCents, startsOn, respondBy }, reference };
};

/** For whom; of another regie they do not exist. A client whom the NUO did not know becomes a participant. */
const personOf = async (tx: WriteTx, ctx: RequestContext, { clientId, participantId }: ServiceOrderInput): Promise<Participant> => {
  const { organisation } = ctx.principal;
  let id = participantId ?? null;
  if (clientId) {
    const home = homeOf(clientId);
    if (home !== organisation || regieOf(home) !== home) throw fault('NOT_FOUND');
    id = (await resolveOrCreate(tx, ctx, newParticipant(ctx, { clientId, municipality: home }))).id;
  }
  const person = id === null ? null : await lockParticipant(tx, id);
  if (!person || regieOf(person.municipality) !== organisation) throw fault('NOT_FOUND');
  return person;
};

const blank = { offeredOn: null, noticeOn: null, endsOn: null, result: null, reason: null, advice: null, evaluation: null, activeFor: null };

/** The concept that the input names, or a new one, which is not a row yet; its participant is held. Refused when this step cannot be taken. */
export const holdConcept = async (
  tx: WriteTx,
  ctx: RequestContext,
  input: ServiceOrderInput,
  facts: OrderFacts & { respondBy: string },
  step: ServiceOrderStep,
): Promise<{ order: ServiceOrder; isNew: boolean; refused: Refusal | null }> => {
  if (input.orderId) {
    const order = await holdOrder(tx, ctx, input.orderId);
    return { order, isNew: false, refused: refusalOf(ctx, order, step, input.expectedVersion as number) };
  }
  const person = await personOf(tx, ctx, input);
  const { kind, code } = commissionerOf(person);
  const { id: participantId, clientId, municipality } = person;
  const commissioner = { commissionerKind: kind, commissionerCode: code };
  const order: ServiceOrder = { ...blank, ...facts, ...commissioner, id: ctx.newId(), participantId, clientId, municipality, status: 'CONCEPT', version: 0 };
  return { order, isNew: true, refused: null };
};
