import type { Logger, Route, Sign, Verify } from '@werkplein/kernel';
import { calendarRoute } from './calendar-route.ts';
import { eventRoute } from './event-route.ts';
import { nuoClient } from './nuo-client.ts';

export interface LiveOptions {
  /** Where the nuo answers its graph; without it there is nothing live. */
  nuoUrl: string | undefined;
  sign: Sign;
  verify: Verify;
  log: Logger;
  timeoutMs: number;
}

/** What the gateway answers beside the graph, all of it from the nuo. */
export const liveRoutes = ({ nuoUrl, sign, verify, log, timeoutMs }: LiveOptions): { routes: Route[]; close(): Promise<void> } => {
  if (nuoUrl === undefined) return { routes: [], close: async () => undefined };
  const nuo = nuoClient(nuoUrl, sign, timeoutMs);
  return { routes: [eventRoute({ nuo, verify, log }), calendarRoute(nuo)], close: () => nuo.close() };
};
