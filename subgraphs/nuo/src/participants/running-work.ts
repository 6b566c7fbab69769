import { localDay, type ReadTx, type RequestContext } from '@werkplein/kernel';
import { ServiceOrder } from '../orders/service-order.entity.ts';
import { isActiveOrder } from '../orders/service-order.rules.ts';
import { Placement } from '../placements/placement.entity.ts';
import type { PlacementState } from '../placements/placement-states.rules.ts';
import { groupBy, rowsBy } from '../reads.ts';

/** Something of a participant that runs on a day, or is going to. */
export interface Running {
  participantId: string;
  id: string;
  /** The NUO was only asked, and has not said yes. */
  asked?: boolean;
}

/** What a feature has running for participants; whoever lets something run for them adds a line to `runningWork`. */
export type RunningWork = (tx: ReadTx, participantIds: readonly string[], day: string) => Promise<Running[]>;

/** Active orders, and those that regie ended with a last day that is still to come. */
const orders: RunningWork = async (tx, participantIds, day) =>
  (await rowsBy(tx, ServiceOrder, 'participantId', participantIds))
    .filter(({ status, endsOn }) => isActiveOrder(status) || (status === 'ENDED' && endsOn !== null && endsOn > day))
    .map(({ participantId, id, status }) => ({ participantId, id, asked: status === 'OFFERED' }));

const closed: ReadonlySet<PlacementState> = new Set(['REJECTED', 'CANCELLED', 'ENDED']);
const placements: RunningWork = async (tx, participantIds, day) =>
  (await rowsBy(tx, Placement, 'participantId', participantIds)).filter(({ status, endedOn }) => !closed.has(status) || (endedOn !== null && endedOn > day));

const runningWork: readonly RunningWork[] = [orders, placements];

/** What runs, by participant; who is not in it has nothing. */
export const runningFor = async (tx: ReadTx, participantIds: readonly string[], day: string): Promise<Map<string, Running[]>> => {
  const found: Running[] = [];
  for (const running of runningWork) found.push(...(await running(tx, participantIds, day)));
  return groupBy(found, ({ participantId }) => participantId);
};

export type ParticipantStatus = 'REGISTERED' | 'ACTIVE' | 'EXITED';

/** Follows from the facts: what runs makes somebody active, not a column that could say otherwise. */
export const statusOf = async (ctx: RequestContext, { id, exitedOn }: { id: string; exitedOn: string | null }): Promise<ParticipantStatus> => {
  if (exitedOn !== null) return 'EXITED';
  const running = await ctx.load('runningForParticipant', id, (ids) => runningFor(ctx.db.read, ids, localDay(ctx.clock())));
  return running?.some(({ asked }) => !asked) ? 'ACTIVE' : 'REGISTERED';
};
