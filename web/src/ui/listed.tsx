import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { Pager } from './pager.tsx';
import { Empty } from './states.tsx';

interface ListedProps<R> {
  list: { nodes: R[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null;
  /** Why there are no rows, and what one can do. */
  empty: string;
  children: (rows: R[]) => ReactNode;
}

/** A page of a list; what was not given to this reader is not the same as nothing. */
export function Listed<R>({ list, empty, children }: ListedProps<R>) {
  if (list === null) return <Empty>{texts.common.listNotShown}</Empty>;
  return (
    <>
      {list.nodes.length === 0 ? <Empty>{empty}</Empty> : children(list.nodes)}
      <Pager list={list} />
    </>
  );
}
