import { useSyncExternalStore } from 'react';
import { texts } from '../texts.ts';

// What was just done, said once at the foot of the screen and to screen readers; it stays when the screen changes.

interface Notice {
  key: number;
  text: string;
}

const STAYS_MS = 8000;
let notices: readonly Notice[] = [];
let count = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Notice[]): void => {
  notices = next;
  for (const each of listeners) each();
};
const remove = (key: number): void => set(notices.filter((each) => each.key !== key));

/** Says what was done. */
export const notify = (text: string): void => {
  count += 1;
  const key = count;
  set([...notices, { key, text }]);
  setTimeout(() => remove(key), STAYS_MS);
};

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const Notices = () => (
  <div className="notices" role="status">
    {useSyncExternalStore(watch, () => notices).map(({ key, text }) => (
      <p key={key} className="notice">
        {text}
        <button type="button" aria-label={texts.common.close} onClick={() => remove(key)}>
          ×
        </button>
      </p>
    ))}
  </div>
);
