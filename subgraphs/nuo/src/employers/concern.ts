import type { ReadTx, RequestContext } from '@werkplein/kernel';
import { groupBy, rowsBy } from '../reads.ts';
import { Employer } from './employer.entity.ts';

/** The turn of all that changes who belongs to whom: a cycle may take more than two employers, so it cannot be seen under their own locks. */
export const CONCERN_TURN = 'concern';

/** Whether `id` is `from` or one above it. */
export const isAbove = async (tx: ReadTx, id: string, from: string | null): Promise<boolean> => {
  for (let at = from; at !== null; ) {
    if (at === id) return true;
    at = (await tx.em.findOneBy(Employer, { id: at }))?.parentId ?? null;
  }
  return false;
};

/** The employers that belong to one, by name. */
export const loadChildren = async (ctx: RequestContext, employerId: string): Promise<Employer[]> =>
  (await ctx.load('childrenOfEmployer', employerId, async (ids) => {
    const rows = await rowsBy(ctx.db.read, Employer, 'parentId', ids);
    return groupBy(
      rows.filter((row) => row.mergedIntoId === null).toSorted((a, b) => (a.nameKey < b.nameKey ? -1 : 1)),
      (row) => row.parentId as string,
    );
  })) ?? [];
