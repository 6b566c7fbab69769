import {
  fault,
  insertRows,
  localDay,
  type Outcome,
  type Period,
  type RequestContext,
  runCommand,
  type StepRefused,
  stepRefused,
  type WriteTx,
} from '@werkplein/kernel';
import { keepingPlacement } from '../activities.ts';
import { colleagueId } from '../colleagues/colleague.store.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { lockOrder, type ServiceOrder } from '../orders/index.ts';
import { answeringMissing, type NuoParameterMissing } from '../parameters/index.ts';
import { type HeldPerson, lockPerson } from '../persons/person.store.ts';
import { Placement, PlacementEvent } from './placement.entity.ts';
import { statePlacements } from './placement.facts.ts';
import { isActor, seesToAct } from './placement.policy.ts';
import type { PlacementStepInput } from './placement.inputs.ts';
import type { PlacementChanged, PlacementVersionConflict } from './placement.results.ts';
import { ran } from './placement.rules.ts';
import { asOf, isImplicit, placementMachine, type PlacementState, type PlacementStep } from './placement-states.rules.ts';
import { answerTo, type Hindrance } from './hindrance.ts';
import { whatHinders } from './person-work.ts';
import { lockWorkplace, noRoom } from '../workplaces/full-day.ts';

export type Refusal = StepRefused | PlacementVersionConflict | Hindrance | NuoParameterMissing;

/** A placement that is held with its person, and with its order when it has one. */
export interface HeldPlacement {
  /** As it is today. */
  row: Placement;
  /** As it is stored. */
  stored: Placement;
  person: HeldPerson;
  order: ServiceOrder | null;
  today: string;
}

/** What goes with a step: the columns that it writes, the day from which it holds and why. */
export interface Change {
  columns?: Partial<Placement>;
  onDay?: string;
  reason?: string | null;
}

/** Each step tells what it did. */
const eventOf: Partial<Record<PlacementStep, EventType>> = {
  propose: 'PlacementProposed',
  agree: 'PlacementAgreed',
  agreeImplicitly: 'PlacementAgreed',
  reject: 'PlacementRejected',
  plan: 'PlacementPlanned',
  start: 'PlacementStarted',
  cancel: 'PlacementCancelled',
  stop: 'PlacementCancelled',
  interrupt: 'PlacementInterrupted',
  resume: 'PlacementResumed',
  extend: 'PlacementExtended',
  requestEnd: 'PlacementEndRequested',
  declineEnd: 'PlacementEndDeclined',
  end: 'PlacementEnded',
  correct: 'PlacementCorrected',
  assign: 'WorkplaceAssigned',
};

const byNobody: ReadonlySet<PlacementStep> = new Set(['agreeImplicitly', 'stop']);

/** The facts that changed, as they were and as they became: what was known on a day can be told from these rows alone. */
const changed = (before: Placement, columns: Partial<Placement>): PlacementEvent['facts'] => {
  const pairs = (Object.keys(columns) as (keyof Placement)[])
    .filter((column) => column !== 'version' && column !== 'status' && JSON.stringify(before[column]) !== JSON.stringify(columns[column]))
    .map((column) => [column, [before[column], columns[column]] as [unknown, unknown]] as const);
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
};

/** The row of a step that was taken, and its news. */
export const recordStep = async (
  tx: WriteTx,
  ctx: RequestContext,
  before: Placement,
  step: PlacementStep,
  toStatus: PlacementState,
  version: number,
  { columns = {}, onDay, reason = null }: Change,
): Promise<void> => {
  const row: PlacementEvent = {
    id: ctx.newId(),
    placementId: before.id,
    version,
    step,
    fromStatus: placementMachine.steps[step].from.length === 0 ? null : before.status,
    toStatus,
    at: ctx.clock(),
    onDay: onDay ?? localDay(ctx.clock()),
    byId: byNobody.has(step) ? null : colleagueId(ctx.principal),
    organisation: ctx.principal.organisation,
    reason,
    facts: step === 'propose' ? null : changed(before, columns),
  };
  await insertRows(tx, PlacementEvent, [row]);
  const event = eventOf[step];
  if (event) await publish(tx, ctx, event, before.id, before.employerAliasId);
};

/** Silence that became agreement gets its row before anything else happens to the placement. */
export const recordSilence = (tx: WriteTx, ctx: RequestContext, stored: Placement): Promise<void> =>
  recordStep(tx, ctx, stored, 'agreeImplicitly', 'AGREED', stored.version + 1, { onDay: stored.implicitAgreementOn as string });

/** Writes a step of a placement that is held, with its row and its event. */
export const writeStep = async (
  tx: WriteTx,
  ctx: RequestContext,
  { row, stored, today }: Pick<HeldPlacement, 'row' | 'stored' | 'today'>,
  step: PlacementStep,
  change: Change,
): Promise<void> => {
  const { to } = placementMachine.steps[step];
  const toStatus = to === 'SAME' ? row.status : (to as PlacementState);
  const { agreedOn, agreedBy } = row;
  const implicit = isImplicit(stored, today);
  const columns = { ...(implicit && { agreedOn, agreedBy }), ...change.columns };
  const version = stored.version + (implicit ? 2 : 1);
  await tx.em.update(Placement, { id: row.id }, { ...columns, status: toStatus, version });
  if (ran(toStatus)) await statePlacements(tx, ctx, [{ ...stored, ...columns, status: toStatus }]);
  if (implicit) await recordSilence(tx, ctx, stored);
  await recordStep(tx, ctx, row, step, toStatus, version, change);
};

const lockRow = ({ em, dialect }: WriteTx, id: string): Promise<Placement> =>
  em.findOneOrFail(Placement, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** A placement, held after its person and order; whether the caller may is for whoever calls. */
export const holdSeen = async (tx: WriteTx, ctx: RequestContext, { id, participantId, serviceOrderId }: Placement): Promise<HeldPlacement> => {
  const person = (await lockPerson(tx, participantId)) as HeldPerson;
  const order = serviceOrderId === null ? null : await lockOrder(tx, serviceOrderId);
  const stored = await lockRow(tx, id);
  const today = localDay(ctx.clock());
  return { row: asOf(stored, today), stored, person, order, today };
};

/** The placement, held, when the caller takes steps of it; else it does not exist for them. */
export const holdPlacement = async (tx: WriteTx, ctx: RequestContext, id: string): Promise<HeldPlacement> => {
  const seen = await tx.em.findOneBy(Placement, { id });
  if (!seen || !seesToAct(ctx, seen.municipality)) throw fault('NOT_FOUND');
  return holdSeen(tx, ctx, seen);
};

/** Why the caller cannot take this step now, or null when they can. */
export const refusalOf = (ctx: RequestContext, { row, stored }: HeldPlacement, step: PlacementStep, expectedVersion: number): Refusal | null => {
  const refused = stepRefused(placementMachine, row.status, step, (actor) => isActor(ctx, row.municipality, actor));
  if (refused) return refused;
  if (stored.version === expectedVersion) return null;
  return { __typename: 'PlacementVersionConflict', placementId: row.id, currentVersion: stored.version };
};

export const outcomeFor = <A>({ id, participantId }: Pick<Placement, 'id' | 'participantId'>, answer: A): Outcome<A> => ({
  answer,
  subjectIds: [id, participantId],
  persons: [participantId],
});

/** What comes before the placement in the order of locks: its employer, when the step touches a vacancy there. */
export type HoldFirst = (tx: WriteTx, placementId: string) => Promise<void>;

/**
 * One step of a placement: who, from which state and which version is the same for all; `take` says what it writes and answers, and
 * writes only after its rules.
 */
export const changePlacement = <A extends { __typename: string } = PlacementChanged>(
  ctx: RequestContext,
  command: string,
  step: PlacementStep,
  input: PlacementStepInput,
  take: (tx: WriteTx, held: HeldPlacement, write: (change: Change) => Promise<void>) => Promise<A | Hindrance>,
  first?: HoldFirst,
): Promise<A | Refusal> =>
  runCommand<A | Refusal>(
    ctx,
    command,
    input,
    async (tx) => {
      await first?.(tx, input.placementId);
      const held = await holdPlacement(tx, ctx, input.placementId);
      const refused = refusalOf(ctx, held, step, input.expectedVersion);
      const answer = refused ?? (await answeringMissing<A | Hindrance>(() => take(tx, held, (change) => writeStep(tx, ctx, held, step, change))));
      return outcomeFor(held.row, answer);
    },
    keepingPlacement,
  );

export const changedAnswer = (placementId: string): PlacementChanged => ({ __typename: 'PlacementChanged', placementId });

/** What keeps the placement, with its facts as wanted, from taking these days. Throws `ParameterMissing`. */
export const hindranceOf = async (tx: WriteTx, { person, today }: HeldPlacement, wanted: Placement, days: readonly Period[]): Promise<Hindrance | null> =>
  (await answerTo(tx, await whatHinders(tx, person.participantIds, wanted, days, today), wanted, today)) ?? (await workplaceFull(tx, wanted, today));

/** When the place that the placement takes hours of has no room for it with these facts. */
const workplaceFull = async (tx: WriteTx, wanted: Placement, today: string): Promise<Hindrance | null> => {
  const place = wanted.workplaceId === null ? null : await lockWorkplace(tx, wanted.workplaceId);
  return place && noRoom(tx, place, wanted, today);
};
