import type { WriteTx } from '@werkplein/kernel';
import type { Placement } from '../placements/placement.entity.ts';
import { Workplace } from './workplace.entity.ts';
import { firstFullDay, type Load } from './workplace.rules.ts';
import { loadsOf, placementLoad } from './workplace-load.store.ts';

/** Held until the transaction ends: who takes hours of a place waits here. Taken after the person and the placement. */
export const lockWorkplace = ({ em, dialect }: WriteTx, id: string): Promise<Workplace | null> =>
  em.findOne(Workplace, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** Who wants the hours: the placement itself and the claim that it uses do not stand in the way. */
interface Wanting {
  placementId?: string | undefined;
  claimId?: string | undefined;
}

/** The first day on which a held place has no room for these hours, or null. */
export const fullDayAt = async (tx: WriteTx, place: Workplace, wanted: Load, by: Wanting, today: string): Promise<string | null> => {
  const loads = (await loadsOf(tx, [place.id], today)).get(place.id) ?? [];
  const others = loads.filter(({ id }) => id !== by.placementId && id !== by.claimId);
  return firstFullDay(place, others, wanted);
};

/** The same for a placement with its place; null for one without. */
export const fullDayOf = async (tx: WriteTx, wanted: Placement, today: string): Promise<string | null> => {
  if (wanted.workplaceId === null) return null;
  const place = await lockWorkplace(tx, wanted.workplaceId);
  return place && fullDayAt(tx, place, placementLoad(wanted, today), { placementId: wanted.id }, today);
};
