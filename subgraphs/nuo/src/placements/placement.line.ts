import { groupBy, rowsBy } from '../reads.ts';
import type { LineSource } from '../service-line/service-line.ts';
import type { PlacementState } from './placement-states.rules.ts';
import { Placement } from './placement.entity.ts';
import { PlacementType } from './placement.types.ts';

/** Proposed, or never come to anything: not on the line. */
const absent: ReadonlySet<PlacementState> = new Set(['PROPOSED', 'AGREED', 'REJECTED', 'CANCELLED']);

export const placementLine: LineSource = {
  type: PlacementType,
  entries: async (ctx, participantId) => {
    const rows = await ctx.load('placementLine', participantId, async (ids) =>
      groupBy(await rowsBy(ctx.db.read, Placement, 'participantId', ids), (row) => row.participantId),
    );
    return (rows ?? [])
      .filter(({ status }) => !absent.has(status))
      .map((row) => ({ startsOn: row.startsOn, endsOn: row.endedOn, record: { ...row, __typename: 'Placement' } }));
  },
};
