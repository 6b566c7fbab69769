import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { Asked } from '../../graph/ask.ts';
import { absentOf, problemIn } from '../../graph/problems.ts';
import { OpenPlacesDocument, type OpenPlacesQuery } from './open-places.generated.ts';

export type OpenVacancy = NonNullable<OpenPlacesQuery['vacancies']>['nodes'][number];

interface Pages {
  vacancies: readonly OpenVacancy[];
  /** There are more, on their way. */
  more: boolean;
  error?: unknown;
}

/** Page after page, each shown when it is there. */
async function* pagesOf(client: ApolloClient): AsyncGenerator<Pages> {
  const vacancies: OpenVacancy[] = [];
  let after: string | null = null;
  do {
    const { data, error }: { data?: OpenPlacesQuery; error?: unknown } = await client.query({
      query: OpenPlacesDocument,
      variables: { after },
      // Nothing else reads this answer: to keep it by id would take longer than to draw it.
      fetchPolicy: 'no-cache',
    });
    const page: OpenPlacesQuery['vacancies'] = data?.vacancies ?? null;
    vacancies.push(...(page?.nodes ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    yield { vacancies: vacancies.slice(), more: after !== null, error };
  } while (after !== null);
}

/** All open vacancies of the region: at most some thousands, of which the map needs every one. */
export const useAllPages = (): { asked: Asked<readonly OpenVacancy[]>; more: boolean } => {
  const client = useApolloClient();
  const [pages, setPages] = useState<Pages | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    const load = async (): Promise<void> => {
      try {
        for await (const next of pagesOf(client)) {
          if (left) return;
          setPages(next);
        }
      } catch (error) {
        if (!left) setPages((before) => ({ vacancies: before?.vacancies ?? [], more: false, error }));
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [client, round]);
  return {
    asked: {
      data: pages?.vacancies,
      waiting: pages === null,
      refreshing: pages?.more ?? false,
      problem: problemIn(pages?.error),
      absent: absentOf(pages?.error),
      again: () => setRound((before) => before + 1),
    },
    more: pages?.more ?? false,
  };
};
