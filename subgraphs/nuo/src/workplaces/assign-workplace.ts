import { badInput, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { EmployerAlias } from '../employers/employer.entity.ts';
import { changedAnswer, changePlacement, type HeldPlacement } from '../placements/change-placement.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { ruleBroken } from '../placements/placement-term.ts';
import type { PlacementRuleBroken } from '../placements/placement.results.ts';
import { offersAll } from '../sheltered-work/adaptations.ts';
import { FallbackClaim } from './fallback-claim.entity.ts';
import { claimToUse, employmentOn } from './fallback.ts';
import { lockWorkplace, noRoom } from './full-day.ts';
import { WorkGroup, type Workplace } from './workplace.entity.ts';
import type { AssignWorkplaceInput } from './workplace.inputs.ts';
import { writeStay } from './workplace-stay.store.ts';

/** Kinds of place that a kind of placement takes. */
const placesOf: Partial<Record<Placement['kind'], readonly Workplace['kind'][]>> = {
  SHELTERED_INTERNAL: ['INSIDE'],
  WORK_ON_LOCATION: ['ON_LOCATION', 'GREEN'],
};

/** The employer behind an alias, whatever was merged. */
const employerOf = async ({ em }: WriteTx, aliasId: string | null): Promise<string | null> =>
  aliasId === null ? null : ((await em.findOneBy(EmployerAlias, { id: aliasId }))?.employerId ?? null);

/** A group works at its hirer: a place of the group is no place of another employer. */
const isAtHirer = async (tx: WriteTx, place: Workplace, row: Placement): Promise<boolean> => {
  const group = place.workGroupId === null ? null : await tx.em.findOneBy(WorkGroup, { id: place.workGroupId });
  return !group?.employerAliasId || (await employerOf(tx, group.employerAliasId)) === (await employerOf(tx, row.employerAliasId));
};

/** Why this place is none for this placement, or null. */
const misfit = async (tx: WriteTx, place: Workplace, row: Placement): Promise<PlacementRuleBroken | null> => {
  if (!placesOf[row.kind]?.includes(place.kind)) return ruleBroken('WORKPLACE_OF_OTHER_KIND');
  if (!(await isAtHirer(tx, place, row))) return ruleBroken('WORKPLACE_OF_OTHER_EMPLOYER');
  const employment = await employmentOn(tx, row.participantId, row.startsOn);
  return employment && !offersAll(place.adaptations, employment.adaptations) ? ruleBroken('WORKPLACE_LACKS_ADAPTATIONS') : null;
};

/** Gives a placement its place, another place or none. The room is decided under the lock on the place: of two that want the last hours one gets them. */
export const assignWorkplace = (ctx: RequestContext, input: AssignWorkplaceInput) => {
  const take = async (tx: WriteTx, { row, today }: HeldPlacement, workplaceId: string): Promise<PlacementRuleBroken | FallbackClaim | null> => {
    const place = await lockWorkplace(tx, workplaceId);
    if (!place) throw badInput([{ path: ['input', 'workplaceId'], message: 'Deze werkplek bestaat niet.' }]);
    const refused = await misfit(tx, place, row);
    if (refused) return refused;
    const claim = await claimToUse(tx, row.participantId, place.id);
    return (await noRoom(tx, place, row, today, claim?.id)) ?? claim;
  };
  return changePlacement(ctx, 'WorkplaceAssign', 'assign', input, async (tx, held, write) => {
    const workplaceId = input.workplaceId ?? null;
    const taken = workplaceId === null ? null : await take(tx, held, workplaceId);
    if (taken && '__typename' in taken) return taken;
    if (taken) await tx.em.update(FallbackClaim, { id: taken.id }, { state: 'USED', version: taken.version + 1 });
    await write({ columns: { workplaceId } });
    await writeStay(tx, { id: ctx.newId(), placementId: held.row.id }, workplaceId, held.today);
    return changedAnswer(held.row.id);
  });
};
