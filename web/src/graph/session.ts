// Who is signed in is known by the gateway alone, from a cookie that this page cannot read. Here is only whether it still answers.

type State = 'unknown' | 'in' | 'ended';

let state: State = 'unknown';
const listeners = new Set<() => void>();
let waiting: PromiseWithResolvers<void> | null = null;

const become = (next: State): void => {
  state = next;
  for (const each of listeners) each();
};

export const sessionState = (): State => state;
export const watchSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The gateway answered as somebody. */
export const signedIn = (): void => {
  become('in');
  waiting?.resolve();
  waiting = null;
};

/** Waits until the session that ended is there again; questions wait with it, and nothing that was typed is lost. */
export const untilSignedInAgain = (): Promise<void> => {
  waiting ??= Promise.withResolvers<void>();
  become('ended');
  return waiting.promise;
};

const CHANNEL = 'werkplein-sessie';

/** Told by the window in which somebody signed in again. */
export const onSignedInElsewhere = (listener: () => Promise<void>): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => void listener());
  return () => channel.close();
};
export const tellSignedIn = (): void => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed in');
  channel.close();
};

/** Address at which signing in begins, to come back at `path`. */
export const signInAddress = (path: string, provider = 0): string => `/sessie/inloggen?bij=${provider}&naar=${encodeURIComponent(path)}`;

/** Ends the session here and at the identity provider; what this browser kept of the person goes first. */
export const signOut = async (): Promise<void> => {
  localStorage.clear();
  const answer = await fetch('/sessie/uitloggen', { method: 'POST' });
  const { to } = (await answer.json()) as { to: string };
  location.assign(to);
};
