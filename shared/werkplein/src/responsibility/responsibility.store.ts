import type { ReadTx, RequestContext, WriteTx } from '@werkplein/kernel';
import { In, MoreThan } from 'typeorm';
import { ResponsibilityRow } from './responsibility.entity.ts';

const oldestFirst = { startsOn: 'ASC', id: 'ASC' } as const;

/** Who was responsible for a client and when, oldest first. */
export const responsibilitiesOf = async (ctx: RequestContext, clientId: string): Promise<ResponsibilityRow[]> => {
  const rows = await ctx.load('responsibilities', clientId, async (ids) => {
    const found = await ctx.db.read.em.find(ResponsibilityRow, { where: { clientId: In([...ids]) }, order: oldestFirst });
    return Map.groupBy(found, (row) => row.clientId);
  });
  return rows ?? [];
};

export const responsibilitiesOfDossier = ({ em }: ReadTx, dossierId: string): Promise<ResponsibilityRow[]> =>
  em.find(ResponsibilityRow, { where: { dossierId }, order: oldestFirst });

/** After this day nobody is responsible for a dossier any more. */
export const endResponsibilities = async ({ em }: WriteTx, dossierId: string, lastDay: string): Promise<void> => {
  await em.delete(ResponsibilityRow, { dossierId, startsOn: MoreThan(lastDay) });
  await em
    .createQueryBuilder()
    .update(ResponsibilityRow)
    .set({ endsOn: lastDay })
    .where('dossierId = :dossierId AND (endsOn IS NULL OR endsOn > :lastDay)', { dossierId, lastDay })
    .execute();
};
