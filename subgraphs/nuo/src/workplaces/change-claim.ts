import { fault, localDay, parseText, type RequestContext, runCommand, type StepRefused, stepRefused, type WriteTx } from '@werkplein/kernel';
import { planningWorkplaces } from '../activities.ts';
import type { EventType } from '../events/event.catalogue.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { holdPersonOf } from '../participants/hold-person.ts';
import { offersAll } from '../sheltered-work/adaptations.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { effectiveState } from './fallback-claim.store.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import { claimMachine, type ClaimStep } from './fallback-claim.machine.ts';
import { isActor } from './fallback-claim.policy.ts';
import { fullDayAt, lockWorkplace } from './full-day.ts';
import type { FallbackPlaceInput, FallbackReasonInput } from './workplace.inputs.ts';
import type { FallbackChanged, FallbackVersionConflict, WorkplaceUnfit } from './workplace.types.ts';

type Answer = FallbackChanged | StepRefused | FallbackVersionConflict | WorkplaceUnfit;
type Change = (tx: WriteTx, claim: FallbackClaim, employment: ShelteredEmployment) => Promise<WorkplaceUnfit | Partial<FallbackClaim>>;

/** One step of a claim by the planner: who, from which state and which version is the same for all. */
const changeClaim = (
  ctx: RequestContext,
  command: string,
  step: Exclude<ClaimStep, 'open' | 'settle' | 'place'>,
  event: EventType,
  input: { requestId: string; claimId: string; expectedVersion: number },
  change: Change,
): Promise<Answer> =>
  runCommand<Answer>(
    ctx,
    command,
    input,
    async (tx) => {
      const found = await tx.em.findOneBy(FallbackClaim, { id: input.claimId });
      if (!found) throw fault('NOT_FOUND');
      await holdPersonOf(tx, found.participantId);
      // Read again: while this waited for the person another command may have taken the step.
      const claim = (await tx.em.findOneBy(FallbackClaim, { id: input.claimId })) as FallbackClaim;
      const employment = await tx.em.findOneByOrFail(ShelteredEmployment, { id: claim.employmentId });
      const outcome = { subjectIds: [claim.id], persons: [claim.participantId] };
      const state = effectiveState(claim, employment, localDay(ctx.clock()));
      const refused = stepRefused(claimMachine, state, step, (actor) => isActor(ctx, actor));
      if (refused) return { answer: refused, ...outcome };
      if (claim.version !== input.expectedVersion) return { answer: { __typename: 'FallbackVersionConflict', currentVersion: claim.version }, ...outcome };
      const decided = await change(tx, claim, employment);
      if ('__typename' in decided) return { answer: decided, ...outcome };
      await tx.em.update(FallbackClaim, { id: claim.id }, { ...decided, version: claim.version + 1 });
      await publish(tx, ctx, event, claim.id, null);
      return { answer: { __typename: 'FallbackChanged', claimId: claim.id }, ...outcome };
    },
    planningWorkplaces,
  );

/** The planner reserves a place: for whom there was none, or another than was found. */
export const reserveFallbackPlace = (ctx: RequestContext, input: FallbackPlaceInput): Promise<Answer> =>
  changeClaim(ctx, 'FallbackReserve', 'reserve', 'FallbackReserved', input, async (tx, claim, employment) => {
    const { workplaceId } = input;
    const place = await lockWorkplace(tx, workplaceId);
    if (!place) throw fault('NOT_FOUND');
    if (!offersAll(place.adaptations, employment.adaptations)) return { __typename: 'WorkplaceUnfit', workplaceId, fullOn: null };
    const wanted = { from: claim.neededFrom as string, to: employment.endsOn, hours: claim.hoursPerWeek as number, reserved: true };
    const fullOn = await fullDayAt(tx, place, wanted, { claimId: claim.id }, localDay(ctx.clock()));
    return fullOn === null ? { state: 'RESERVED', workplaceId } : { __typename: 'WorkplaceUnfit', workplaceId, fullOn };
  });

const reasonOf = (input: FallbackReasonInput): string => {
  const checking = checkInput();
  const note = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return note;
};

/** The place is free again; whoever waited for it is short of one. */
export const releaseFallbackPlace = async (ctx: RequestContext, input: FallbackReasonInput): Promise<Answer> => {
  const note = reasonOf(input);
  return changeClaim(ctx, 'FallbackRelease', 'release', 'FallbackShortage', input, async () => ({ state: 'SHORTAGE', workplaceId: null, note }));
};

/** The claim is given up: somebody stays where they are, or needs no place. */
export const lapseFallbackClaim = async (ctx: RequestContext, input: FallbackReasonInput): Promise<Answer> => {
  const note = reasonOf(input);
  return changeClaim(ctx, 'FallbackLapse', 'lapse', 'FallbackLapsed', input, async () => ({ state: 'ENDED', workplaceId: null, note }));
};
