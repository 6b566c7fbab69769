import type { Me } from '../../app/me.tsx';
import { KEPT } from '../../graph/session.ts';

/** Up to where somebody has seen what changed: a place in the list of all changes, which says nothing of anybody, so it outlives signing out. */
export const seenPlace = (me: Me) => {
  const key = `${KEPT}${me.organisation.code}:${me.id}`;
  return { get: (): string | null => localStorage.getItem(key), set: (place: string): void => localStorage.setItem(key, place) };
};
