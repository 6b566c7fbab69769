import type { Me } from './me.tsx';

// Who was signed in here last. Without a network it says whose drafts and unsent contacts these are; it opens nothing, for the graph asks the session.
// Signing out takes it away with all else that is the person's.

const KEY = 'wie';

export const rememberMe = (me: Me): void => localStorage.setItem(KEY, JSON.stringify(me));
export const lastMe = (): Me | null => {
  const text = localStorage.getItem(KEY);
  return text === null ? null : (JSON.parse(text) as Me);
};
