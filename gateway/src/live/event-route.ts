import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { EventStream, type Logger, type Principal, Refused, refuseRoute, type Route, type Verify } from '@werkplein/kernel';
import { decodeJwt } from 'jose';
import { authenticate } from '../identity/authentication.ts';
import { frames } from './frames.ts';
import type { NuoClient } from './nuo-client.ts';

/** Windows of one employee that may follow at once. */
const STREAMS_EACH = 6;
const RETRY_MS = 1000;
const MAX_AGE_MS = 8 * 3_600_000;
const AWAY = ': status the nuo does not answer, trying again\n\n';

export interface EventRouteOptions {
  nuo: NuoClient;
  verify: Verify;
  log: Logger;
}

/** How long the token of a verified request still holds. */
const validFor = ({ headers }: IncomingMessage): number => {
  const { exp = 0 } = decodeJwt(headers.authorization?.split(' ').at(-1) ?? '');
  return Math.min(exp * 1000 - Date.now(), MAX_AGE_MS);
};

const opened = new Set([200, 400, 403]);

/**
 * `GET /events`: what happens at the nuo, as server-sent events, until the token ends.
 * The place of each reader is in the reader: when the nuo or this gateway goes away it goes on from there, at any gateway.
 */
export const eventRoute = ({ nuo, verify, log }: EventRouteOptions): Route => {
  const streams = new Set<EventStream>();
  const open = new Map<string, number>();

  /** A connection to the nuo, or null when it gives none now. */
  const connect = async (principal: Principal, lastId: string | null, signal: AbortSignal) => {
    try {
      const upstream = await nuo.events(principal, lastId, signal);
      if (opened.has(upstream.statusCode)) return upstream;
      await upstream.body.dump();
      log.error({ status: upstream.statusCode }, 'events refused by the nuo');
    } catch (error) {
      if (!signal.aborted) log.warn({ problem: (error as Error).name }, 'events of the nuo cannot be reached');
    }
    return null;
  };

  const relay = async (stream: EventStream, principal: Principal, given: string | null, first: Awaited<ReturnType<typeof connect>>): Promise<void> => {
    let lastId = given;
    let upstream = first;
    await stream.send(`retry: ${RETRY_MS}\n\n`);
    while (!stream.signal.aborted) {
      // What it may see no longer holds.
      if (upstream && upstream.statusCode !== 200) return;
      try {
        for await (const { text, id } of upstream ? frames(upstream.body) : []) {
          await stream.send(text);
          lastId = id ?? lastId;
        }
      } catch {
        // Cut off: on we go, from the last whole event.
      }
      if (stream.signal.aborted) return;
      await stream.send(AWAY);
      await wait(RETRY_MS, undefined, { signal: stream.signal }).catch(() => undefined);
      upstream = await connect(principal, lastId, stream.signal);
    }
  };

  const answer: Route['answer'] = async (request, response) => {
    const principal = await authenticate(verify, request);
    if (principal === null) throw new Refused('UNAUTHENTICATED');
    const who = `${principal.organisation} ${principal.employeeId}`;
    const already = open.get(who) ?? 0;
    if (already >= STREAMS_EACH) throw new Refused('RATE_LIMITED', { 'retry-after': '60' });
    open.set(who, already + 1);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const ended = setTimeout(() => gone.abort(), validFor(request));
    try {
      const lastId = String(request.headers['last-event-id'] ?? '') || null;
      const upstream = await connect(principal, lastId, gone.signal);
      if (upstream && upstream.statusCode !== 200) {
        await upstream.body.dump();
        return refuseRoute(response, upstream.statusCode, upstream.statusCode === 403 ? 'FORBIDDEN' : 'BAD_INPUT');
      }
      const stream = new EventStream(response);
      streams.add(stream);
      gone.signal.addEventListener('abort', () => stream.end());
      stream.signal.addEventListener('abort', () => gone.abort());
      if (gone.signal.aborted) stream.end();
      await relay(stream, principal, lastId, upstream);
      streams.delete(stream);
      stream.end();
    } finally {
      clearTimeout(ended);
      gone.abort();
      const left = (open.get(who) ?? 1) - 1;
      if (left > 0) open.set(who, left);
      else open.delete(who);
    }
  };

  return {
    handles: (path) => path === '/events',
    answer,
    drain: () => {
      for (const stream of streams) stream.end();
    },
  };
};
