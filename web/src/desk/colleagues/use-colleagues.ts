import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { absentOf, problemIn } from '../../graph/problems.ts';
import type { Asked } from '../../graph/ask.ts';
import { ColleaguesDocument, type ColleaguesQuery } from './all-colleagues.generated.ts';

export type Colleague = NonNullable<ColleaguesQuery['colleagues']>['nodes'][number];

/** All colleagues of all organisations, page after page: some hundreds. */
export const useColleagues = (): Asked<readonly Colleague[]> => {
  const { data, loading, error, refetch, fetchMore } = useQuery(ColleaguesDocument);
  const list = data?.colleagues;
  const next = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  useEffect(() => {
    if (next === null) return;
    void fetchMore({
      variables: { after: next },
      updateQuery: (before, { fetchMoreResult: { colleagues: more } }) =>
        before.colleagues && more ? { ...before, colleagues: { ...more, nodes: [...before.colleagues.nodes, ...more.nodes] } } : before,
    });
  }, [next, fetchMore]);
  const whole = list !== undefined && next === null;
  return {
    data: whole ? (list?.nodes ?? []) : undefined,
    waiting: loading ? !whole : next !== null,
    refreshing: loading && whole,
    problem: loading ? null : problemIn(error),
    absent: absentOf(error),
    again: () => void refetch(),
  };
};
