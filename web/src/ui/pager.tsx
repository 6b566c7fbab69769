import { Link, useLocation, useSearchParams } from 'react-router';
import { texts } from '../texts.ts';

/** Name in the address of the place in a list, so that a page of it can be reloaded, sent on and gone back to. */
const AFTER = 'na';

/** Rows of a list on one page. */
export const PAGE = 25;

interface Paged {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Where a list begins on this page: null at its start. Two lists on one screen have each their own name. */
export const useAfter = (name: string = AFTER): string | null => useSearchParams()[0].get(name);

/** The next page and the first; the browser's own button goes back. Of several on one screen each has its `label`. */
export const Pager = ({ list, name = AFTER, label }: { list: Paged; name?: string; label?: string }) => {
  const { pathname, search } = useLocation();
  const here = new URLSearchParams(search);
  const to = (after: string | null): string => {
    const params = new URLSearchParams(here);
    if (after === null) params.delete(name);
    else params.set(name, after);
    return `${pathname}?${params}`;
  };
  const { hasNextPage, endCursor } = list.pageInfo;
  if (!hasNextPage && !here.has(name)) return null;
  return (
    <nav className="pager" aria-label={label === undefined ? texts.common.pages : `${texts.common.pages}: ${label}`}>
      {here.has(name) && <Link to={to(null)}>{texts.common.first}</Link>}
      {hasNextPage && endCursor !== null && <Link to={to(endCursor)}>{texts.common.next}</Link>}
    </nav>
  );
};
