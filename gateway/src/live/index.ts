import type { Logger, Route, SignTogether, Tls, Verify } from '@werkplein/kernel';
import { calendarRoute } from './calendar-route.ts';
import { eventRoute } from './event-route.ts';
import { nuoClient } from './nuo-client.ts';

export interface LiveOptions {
  /** Where the nuo answers its graph; without it there is nothing live. */
  nuoUrl: string | undefined;
  sign: SignTogether;
  verify: Verify;
  log: Logger;
  timeoutMs: number;
  /** TLS towards the nuo. */
  tls: Tls | undefined;
  addressHeader: string | undefined;
}

/** What the gateway answers beside the graph, all of it from the nuo. */
export const liveRoutes = ({ nuoUrl, sign, verify, log, timeoutMs, tls, addressHeader }: LiveOptions): { routes: Route[]; close(): Promise<void> } => {
  if (nuoUrl === undefined) return { routes: [], close: async () => undefined };
  const nuo = nuoClient(nuoUrl, sign, timeoutMs, tls);
  return { routes: [eventRoute({ nuo, verify, log }), calendarRoute(nuo, addressHeader)], close: () => nuo.close() };
};
