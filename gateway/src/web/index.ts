import type { IncomingMessage } from 'node:http';
import type { Logger, Route } from '@werkplein/kernel';
import { pageRoute } from './page-route.ts';
import { sessionRoutes, type Stranger } from './session-routes.ts';
import { webSessions } from './sessions.ts';
import type { WebConfig } from './settings.ts';

export { readWeb, type WebConfig, webSettings } from './settings.ts';

/** The screens as a part of the gateway. */
export interface Web {
  routes: Route[];
  /** Gives a request of our own pages the token of its session. */
  authorise(request: IncomingMessage): Promise<void>;
  stop(): void;
}

const none: Web = { routes: [], authorise: async () => undefined, stop: () => undefined };

/** `config` is null where no screens are served. */
export const webOf = (config: WebConfig | null, production: boolean, stranger: Stranger, log: Logger): Web => {
  if (config === null) return none;
  const sessions = webSessions(config, log);
  const pages = pageRoute(config.folder, production);
  if (!pages) log.warn({ folder: config.folder }, 'there are no built screens here: only the graph is served');
  return {
    routes: [...sessionRoutes(config, sessions, stranger, log), ...(pages ? [pages] : [])],
    authorise: sessions.authorise,
    stop: sessions.stop,
  };
};
