import { addDays, insertRows, type ReadTx, type WriteTx } from '@werkplein/kernel';
import { type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Placement } from '../placements/placement.entity.ts';
import { WorkplaceStay } from './workplace-stay.entity.ts';

/** A stay with the placement that stays. */
export type PlacedStay = WorkplaceStay & { placement: Placement };

const withPlacements = (em: EntityManager): SelectQueryBuilder<WorkplaceStay> =>
  em
    .createQueryBuilder(WorkplaceStay, 's')
    .innerJoinAndMapOne('s.placement', Placement, 'p', 'p.id = s.placementId')
    .where(`p.status IN ('PLANNED', 'ACTIVE', 'INTERRUPTED', 'ENDED')`);

/** Stays at these places, whenever. */
export const staysAt = async ({ em }: ReadTx, workplaceIds: readonly string[]): Promise<PlacedStay[]> =>
  (await withPlacements(em).andWhere('s.workplaceId IN (:...workplaceIds)', { workplaceIds }).getMany()) as PlacedStay[];

/** Stays at these places of placements that run on a day, earliest start first. */
export const staysOn = async ({ em }: ReadTx, workplaceIds: readonly string[], day: string): Promise<PlacedStay[]> =>
  (await withPlacements(em)
    .andWhere('s.workplaceId IN (:...workplaceIds)', { workplaceIds })
    .andWhere('s.fromDay <= :day AND (s.untilDay IS NULL OR s.untilDay >= :day)', { day })
    .andWhere('p.startsOn <= :day AND (p.endedOn IS NULL OR p.endedOn >= :day)', { day })
    .orderBy('p.startsOn')
    .addOrderBy('p.id')
    .getMany()) as PlacedStay[];

/** Writes that a placement is at this place from today on, or at none. One that was given today already held no whole day, and goes. */
export const writeStay = async (tx: WriteTx, stay: Pick<WorkplaceStay, 'id' | 'placementId'>, workplaceId: string | null, today: string): Promise<void> => {
  const { placementId } = stay;
  const last = await tx.em.findOneBy(WorkplaceStay, { placementId, untilDay: IsNull() });
  if (last?.workplaceId === workplaceId) return;
  if (last && last.fromDay >= today) await tx.em.delete(WorkplaceStay, { id: last.id });
  else if (last) await tx.em.update(WorkplaceStay, { id: last.id }, { untilDay: addDays(today, -1) });
  if (workplaceId !== null) await insertRows(tx, WorkplaceStay, [{ ...stay, workplaceId, fromDay: today, untilDay: null }]);
};
