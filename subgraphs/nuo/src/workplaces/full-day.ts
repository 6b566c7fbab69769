import { addDays, type WriteTx } from '@werkplein/kernel';
import type { Placement } from '../placements/placement.entity.ts';
import { ruleBroken } from '../placements/placement-term.ts';
import type { PlacementRuleBroken } from '../placements/placement.results.ts';
import { Workplace } from './workplace.entity.ts';
import { firstFullDay, type Load, loadDuring } from './workplace.rules.ts';
import { loadsOf, placementLoad } from './workplace-load.store.ts';

/** Held until the transaction ends: who takes hours of a place waits here. Taken after the person and the placement. */
export const lockWorkplace = ({ em, dialect }: WriteTx, id: string): Promise<Workplace | null> =>
  em.findOne(Workplace, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** Who wants the hours: the placement itself and the claim that it uses do not stand in the way. */
interface Wanting {
  placementId?: string | undefined;
  claimId?: string | undefined;
}

/** The first day from today on which a held place has no room for these hours, or null. */
export const fullDayAt = async (tx: WriteTx, place: Workplace, wanted: Load, by: Wanting, today: string): Promise<string | null> => {
  // Who moves while at work takes nothing of the new place in the days that were.
  const ahead = loadDuring(wanted, { from: today, to: null });
  if (ahead === null) return null;
  const loads = (await loadsOf(tx, [place.id], today)).get(place.id) ?? [];
  const others = loads.filter(({ id }) => id !== by.placementId && id !== by.claimId);
  return firstFullDay(place, others, ahead);
};

/** When a held place has no room for a placement; the claim that it uses does not stand in the way. */
export const noRoom = async (tx: WriteTx, place: Workplace, wanted: Placement, today: string, claimId?: string): Promise<PlacementRuleBroken | null> => {
  const full = await fullDayAt(tx, place, placementLoad(wanted, today), { placementId: wanted.id, claimId }, today);
  if (full === null) return null;
  return ruleBroken('WORKPLACE_FULL', full > wanted.startsOn && full > today ? addDays(full, -1) : null);
};
