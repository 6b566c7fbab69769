import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { groupBy, loadById, rowsBy } from '../reads.ts';
import { Responsibility } from './responsibility.entity.ts';

export const responsibilitiesOf = (tx: ReadTx, participantId: string): Promise<Responsibility[]> => tx.em.findBy(Responsibility, { participantId });

/** Every period of a participant, first to last. */
export const loadResponsibilities = async (ctx: RequestContext, participantId: string): Promise<Responsibility[]> =>
  (await ctx.load('responsibilities', participantId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, Responsibility, 'participantId', ids);
    return groupBy(
      rows.toSorted((a, b) => (`${a.startsOn} ${a.id}` < `${b.startsOn} ${b.id}` ? -1 : 1)),
      (row) => row.participantId,
    );
  })) ?? [];

export const loadResponsibility = (ctx: RequestContext, id: string): Promise<Responsibility | null> => loadById(ctx, 'responsibility', Responsibility, id);

/** Participants for whom this person is responsible or stands in on `day` or later. */
export const heldFrom = async ({ em }: ReadTx, colleagueId: string, day: string): Promise<number> => {
  const row = await em
    .createQueryBuilder(Responsibility, 'r')
    .select('COUNT(DISTINCT r.participantId)', 'participants')
    .where('r.colleagueId = :colleagueId AND (r.endsOn IS NULL OR r.endsOn >= :day)', { colleagueId, day })
    .getRawOne<{ participants: number | string }>();
  return Number(row?.participants ?? 0);
};
