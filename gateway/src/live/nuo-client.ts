import { type Asking, newTrace, NUO, type Principal, type SignTogether, STATEMENT_HEADER, type Tls } from '@werkplein/kernel';
import { Agent, type Dispatcher } from 'undici';

/** Three heartbeats of the nuo: a connection that is silent longer leads nowhere. */
const SILENCE_MS = 30_000;

/** The routes of the nuo beside its graph. */
export interface NuoClient {
  /** Opens the stream of events for a principal, after the event with this id when one is given. */
  events(principal: Principal, lastId: string | null, signal: AbortSignal): Promise<Dispatcher.ResponseData>;
  calendar(secret: string): Promise<Dispatcher.ResponseData>;
  close(): Promise<void>;
}

/** `graphUrl` is where the nuo answers its graph; the routes lie beside it. */
export const nuoClient = (graphUrl: string, sign: SignTogether, timeoutMs: number, tls: Tls | undefined): NuoClient => {
  const agent = new Agent({
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: SILENCE_MS,
    ...(tls && { connect: { ...tls, minVersion: 'TLSv1.2' } }),
  });
  const get = (path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Dispatcher.ResponseData> => {
    const { origin, pathname } = new URL(path, graphUrl);
    return agent.request({ origin, path: pathname, method: 'GET', headers, signal });
  };
  return {
    events: async (principal, lastId, signal) => {
      const asking: Asking = { trace: newTrace(), operation: 'events', purpose: null };
      const statement = await sign(principal, NUO, asking);
      return get('events', { [STATEMENT_HEADER]: statement, ...(lastId !== null && { 'last-event-id': lastId }) }, signal);
    },
    calendar: (secret) => get('calendar', { 'x-calendar-secret': secret }, AbortSignal.timeout(timeoutMs)),
    close: () => agent.destroy(),
  };
};
