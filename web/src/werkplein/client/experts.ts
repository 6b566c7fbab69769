import { useEffect, useState } from 'react';
import { NUO } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import type { Colleague } from '../parts/colleagues.tsx';
import { NuoExpertsDocument } from './experts.generated.ts';

/** Everybody at the NUO who works with employers, page after page until all are there. */
export const useNuoExperts = (): readonly Colleague[] => {
  const [earlier, setEarlier] = useState<readonly Colleague[]>([]);
  const [after, setAfter] = useState<string | null>(null);
  const { data } = useAsk(NuoExpertsDocument, { variables: { after } });
  const page = data?.colleagues;
  const here = (page?.nodes ?? []).flatMap(({ active, employee: { id, name, organisation } }) => (active && organisation.code === NUO ? [{ id, name }] : []));
  const known = [...new Map([...earlier, ...here].map((each) => [each.id, each])).values()];
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  useEffect(() => {
    if (next === null || next === after) return;
    setEarlier(known);
    setAfter(next);
  });
  return known.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
};
