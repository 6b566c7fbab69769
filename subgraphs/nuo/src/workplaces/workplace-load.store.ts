import type { ReadTx } from '@werkplein/kernel';
import type { Placement } from '../placements/placement.entity.ts';
import { workOf } from '../placements/placement.rules.ts';
import { groupBy } from '../reads.ts';
import { ShelteredEmployment } from '../sheltered-work/employment.entity.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import { type Load, loadDuring } from './workplace.rules.ts';
import { staysAt } from './workplace-stay.store.ts';

/** A load with the placement or claim that it is of. */
export interface NamedLoad extends Load {
  id: string;
  workplaceId: string;
}

/** Hours a placement takes of its place; one that stands still keeps its place. */
export const placementLoad = (placement: Placement, today: string): Load => {
  const [whole] = workOf(placement, [], today).periods;
  return { from: placement.startsOn, to: whole?.to ?? null, hours: placement.hoursPerWeek, reserved: false };
};

const placementLoads = async (tx: ReadTx, workplaceIds: readonly string[], today: string): Promise<NamedLoad[]> => {
  const stays = await staysAt(tx, workplaceIds);
  return stays.flatMap(({ placement, workplaceId, fromDay, untilDay }) => {
    const load = loadDuring(placementLoad(placement, today), { from: fromDay, to: untilDay });
    return load === null ? [] : [{ ...load, id: placement.id, workplaceId }];
  });
};

/** Reserved places, until the employment ends. */
const claimLoads = async ({ em }: ReadTx, workplaceIds: readonly string[]): Promise<NamedLoad[]> => {
  const rows = await em
    .createQueryBuilder(FallbackClaim, 'c')
    .innerJoin(ShelteredEmployment, 'e', 'e.id = c.employmentId')
    .where(`c.state = 'RESERVED' AND c.workplaceId IN (:...workplaceIds)`, { workplaceIds })
    .addSelect('e.endsOn', 'endsOn')
    .getRawAndEntities<{ endsOn: string | null }>();
  return rows.entities.map((claim, at) => ({
    id: claim.id,
    workplaceId: claim.workplaceId as string,
    from: claim.neededFrom as string,
    to: rows.raw[at]?.endsOn ?? null,
    hours: claim.hoursPerWeek as number,
    reserved: true,
  }));
};

/** Everything that takes hours of these places, by place: two statements for however many. */
export const loadsOf = async (tx: ReadTx, workplaceIds: readonly string[], today: string): Promise<Map<string, NamedLoad[]>> => {
  if (workplaceIds.length === 0) return new Map();
  const loads = [...(await placementLoads(tx, workplaceIds, today)), ...(await claimLoads(tx, workplaceIds))];
  return groupBy(loads, ({ workplaceId }) => workplaceId);
};
