import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { absentOf, problemIn } from '../../graph/problems.ts';
import type { Asked } from '../../graph/ask.ts';
import { OpenPlacesDocument, type OpenPlacesQuery } from './open-places.generated.ts';

export type OpenVacancy = NonNullable<OpenPlacesQuery['vacancies']>['nodes'][number];

/** Open vacancies: the first 200, and as many more as are asked for. */
export const useAllPages = (): { asked: Asked<readonly OpenVacancy[]>; more: (() => void) | null } => {
  const [further, setFurther] = useState<readonly OpenVacancy[]>([]);
  const [end, setEnd] = useState<string | null | undefined>(undefined);
  const { data, loading, error, refetch, client } = useQuery(OpenPlacesDocument, { variables: {} });
  const first = data?.vacancies;
  const cursor = end === undefined ? (first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null) : end;
  const load = async (after: string): Promise<void> => {
    const answer = await client.query({ query: OpenPlacesDocument, variables: { after } });
    const next = answer.data?.vacancies;
    if (!next) return;
    setFurther((before) => [...before, ...next.nodes]);
    setEnd(next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null);
  };
  return {
    asked: {
      data: first ? [...first.nodes, ...further] : undefined,
      waiting: loading && !first,
      refreshing: loading && first !== undefined && first !== null,
      problem: loading ? null : problemIn(error),
      absent: absentOf(error),
      again: () => void refetch(),
    },
    more: cursor === null ? null : () => void load(cursor),
  };
};
