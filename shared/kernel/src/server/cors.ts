import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which pages of other sites may ask. */
export interface Cors {
  /** Exact origins (`https://werkplein.almelo.nl`). */
  origins: readonly string[];
  /** Whether a browser may send its cookies and client certificate along. */
  credentials: boolean;
}

const PREFLIGHT_S = 600;

/** Says to a browser whether the page that asks may read the answer; true when this was a preflight and is answered. */
export const answerCors = (
  { origins, credentials }: Cors,
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  response: ServerResponse,
): boolean => {
  if (origins.length === 0) return false;
  // Also for who is not on the list: a cache must not give the answer of one origin to another.
  response.setHeader('vary', 'Origin');
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  if (credentials) response.setHeader('access-control-allow-credentials', 'true');
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  response.setHeader('access-control-allow-methods', 'POST');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, traceparent, x-purpose');
  response.setHeader('access-control-max-age', String(PREFLIGHT_S));
  response.writeHead(204).end();
  return true;
};
