import { useSyncExternalStore } from 'react';

const narrow = globalThis.matchMedia('(max-width: 40rem)');
const watch = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};
/** Whether the window is that of a phone, on which a table of many columns becomes a page without end. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches);
