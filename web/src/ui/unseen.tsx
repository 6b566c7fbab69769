import { Link, useLocation } from 'react-router';
import { texts } from '../texts.ts';

/**
 * What is looked for by the name of a person stands in no address: not in the history of the browser, not in a log, not in a link that is
 * sent on (decision 77). It is kept with the entry of the history itself, so that reload and back show the same.
 */
export type Unseen = Readonly<Record<string, string>>;

export const useUnseen = (): Unseen => (useLocation().state ?? {}) as Unseen;

/** Where a list of people begins: the place holds the name of the last of them. */
const AFTER = 'na';
export const useUnseenAfter = (): string | null => useUnseen()[AFTER] ?? null;

/** What is looked for, from its first page on. */
const fromStart = (unseen: Unseen): Unseen => Object.fromEntries(Object.entries(unseen).filter(([name]) => name !== AFTER));

/** As `Pager`, for a list of people. */
export const UnseenPager = ({ list: { pageInfo } }: { list: { pageInfo: { hasNextPage: boolean; endCursor: string | null } } }) => {
  const { pathname, search } = useLocation();
  const unseen = useUnseen();
  const { hasNextPage, endCursor } = pageInfo;
  if (!hasNextPage && unseen[AFTER] === undefined) return null;
  const here = `${pathname}${search}`;
  return (
    <nav className="pager" aria-label={texts.common.pages}>
      {unseen[AFTER] !== undefined && (
        <Link to={here} replace={false} state={fromStart(unseen)}>
          {texts.common.first}
        </Link>
      )}
      {hasNextPage && endCursor !== null && (
        <Link to={here} replace={false} state={{ ...unseen, [AFTER]: endCursor }}>
          {texts.common.next}
        </Link>
      )}
    </nav>
  );
};
