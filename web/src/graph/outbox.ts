import type { Me } from '../app/me.tsx';

// Commands that could not be sent yet, in this browser, for one person. Each has its `requestId` from the start: sending it twice does it once.

export interface Unsent {
  requestId: string;
  /** Which command, by the name of its operation. */
  command: string;
  input: Record<string, unknown>;
  /** What it is, for who typed it. */
  label: string;
  /** Where it can be changed. */
  path: string;
  /** Why the graph did not take it; null while it waits for a connection. */
  refused: string | null;
}

const PREFIX = 'wachtrij:';
const keyOf = (me: Me): string => `${PREFIX}${me.organisation.code}:${me.id}`;
const listeners = new Set<() => void>();
let known: { text: string | null; list: readonly Unsent[] } = { text: null, list: [] };

/** What waits; the same list while nothing changes. */
export const unsentOf = (me: Me): readonly Unsent[] => {
  const text = localStorage.getItem(keyOf(me));
  if (text !== known.text) known = { text, list: text === null ? [] : (JSON.parse(text) as Unsent[]) };
  return known.list;
};

const write = (me: Me, list: readonly Unsent[]): void => {
  if (list.length === 0) localStorage.removeItem(keyOf(me));
  else localStorage.setItem(keyOf(me), JSON.stringify(list));
  for (const each of listeners) each();
};

/** Keeps one, in the place of what it was. */
export const keep = (me: Me, item: Unsent): void => write(me, [...unsentOf(me).filter(({ requestId }) => requestId !== item.requestId), item]);
export const forget = (me: Me, requestId: string): void =>
  write(
    me,
    unsentOf(me).filter((item) => item.requestId !== requestId),
  );

/** Calls when the list changes, here or in another window of this browser. */
export const watchUnsent = (listener: () => void): (() => void) => {
  const elsewhere = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
};
