import { useState } from 'react';
import type { Choice } from './fields.tsx';

/** What a search found, with the choice that was made: it stays in sight, and can be undone, when another search no longer finds it. */
export const useKept = (found: readonly Choice[], chosen: string): readonly Choice[] => {
  const [kept, keep] = useState<Choice | null>(null);
  const here = found.find(({ value }) => value === chosen);
  if (here && here.value !== kept?.value) keep(here);
  return here || kept?.value !== chosen ? found : [kept, ...found];
};
