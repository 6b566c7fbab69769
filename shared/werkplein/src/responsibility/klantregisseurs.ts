import { badInput, decodeCursor, localDay, type Page, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { normalised } from '../clients/client.rules.ts';
import { ResponsibilityRow } from './responsibility.entity.ts';

export interface Klantregisseur {
  employeeId: string;
  employeeName: string;
}

const SEARCH_MAX = 120;

const sortKey = ({ employeeName, employeeId }: Klantregisseur): [string, string] => [normalised(employeeName), employeeId];
const compare = ([a, b]: readonly [string, string], [c, d]: readonly [string, string]): number => (a < c ? -1 : a > c ? 1 : b < d ? -1 : b > d ? 1 : 0);

/** Who is klantregisseur of a client today or stands in for one, by name. They are as many as have a desk: all are read, the page is cut from them. */
export const klantregisseurs = async (
  ctx: RequestContext,
  { search, first, after }: { search: string; first: number; after: string | null },
): Promise<Page<Klantregisseur>> => {
  if (search.length > SEARCH_MAX) throw badInput([{ path: ['search'], message: `Geef hooguit ${SEARCH_MAX} tekens.` }]);
  const size = pageSize(first);
  const cursor = decodeCursor(after);
  const found = await ctx.db.read.em
    .createQueryBuilder(ResponsibilityRow, 'r')
    .select('r.employeeId', 'employeeId')
    // Of who changed their name both stand there until the older rows have ended: one of them is enough.
    .addSelect('MAX(r.employeeName)', 'employeeName')
    .where('r.endsOn IS NULL OR r.endsOn >= :today', { today: localDay(ctx.clock()) })
    .groupBy('r.employeeId')
    .getRawMany<Klantregisseur>();
  const wanted = normalised(search);
  const rows = found
    .filter(({ employeeName }) => normalised(employeeName).includes(wanted))
    .filter((row) => cursor === null || compare(sortKey(row), [cursor[0], cursor[1]]) > 0)
    .toSorted((a, b) => compare(sortKey(a), sortKey(b)));
  return toPage(rows.slice(0, size + 1), size, sortKey);
};
