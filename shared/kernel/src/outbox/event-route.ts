import type { IncomingMessage } from 'node:http';
import { type Principal, STATEMENT_HEADER, type VerifyStatement } from '../identity/index.ts';
import { EventStream } from '../server/event-stream.ts';
import { refuseRoute, type Route } from '../server/route.ts';
import { Bell } from './bell.ts';
import { eventFrame, type EventOrigin } from './cloud-event.ts';
import { decodePosition, encodePosition } from './cursor.ts';
import type { Outbox } from './outbox.ts';

const HEARTBEAT_MS = 10_000;
const READ_AT_ONCE = 200;

export interface EventRouteOptions {
  outbox: Outbox;
  origin: EventOrigin;
  verify: VerifyStatement;
  /** Types of event that this principal may see; none closes the stream. */
  visible(principal: Principal): ReadonlySet<string>;
}

const startOf = ({ headers }: Pick<IncomingMessage, 'headers'>, home: string): number | null | 'broken' => {
  const given = headers['last-event-id'];
  if (typeof given !== 'string' || given === '') return null;
  try {
    return decodePosition(home, given);
  } catch {
    return 'broken';
  }
};

/** `GET /events` for the gateway: what is published from now, or after `Last-Event-ID`, as long as the connection stays. */
export const eventRoute = ({ outbox, origin, verify, visible }: EventRouteOptions): Route => {
  const streams = new Set<EventStream>();

  const follow = async (stream: EventStream, bell: Bell, from: number, types: ReadonlySet<string>): Promise<void> => {
    let position = from;
    // An id without data: the place is known before the first event.
    await stream.send(`id: ${encodePosition(origin.home, from)}\n\n`);
    while (!stream.signal.aborted) {
      const some = await outbox.after(position, READ_AT_ONCE);
      const shown = some.filter(({ type }) => types.has(type));
      if (shown.length > 0) await stream.send(shown.map((event) => eventFrame(origin, event)).join(''));
      position = some.at(-1)?.position ?? position;
      if (some.length > 0) continue;
      const quietSince = performance.now();
      await bell.wait(HEARTBEAT_MS);
      if (performance.now() - quietSince >= HEARTBEAT_MS - 1) await stream.send(`: ok\nid: ${encodePosition(origin.home, position)}\n\n`);
    }
  };

  return {
    handles: (path) => path === '/events',
    answer: async (request, response) => {
      const statement = request.headers[STATEMENT_HEADER];
      const stated = typeof statement === 'string' ? await verify(statement, '') : null;
      if (!stated) return refuseRoute(response, 401, 'UNAUTHENTICATED');
      const types = visible(stated.principal);
      if (types.size === 0) return refuseRoute(response, 403, 'FORBIDDEN');
      const start = startOf(request, origin.home);
      if (start === 'broken') return refuseRoute(response, 400, 'BAD_INPUT');
      const { last, removed } = await outbox.bounds();
      const stream = new EventStream(response);
      const bell = new Bell();
      const unfollow = outbox.follow(bell);
      stream.signal.addEventListener('abort', bell.ring);
      streams.add(stream);
      try {
        // Events that are gone cannot be sent: the reader must read the whole anew.
        if (start !== null && start < removed) await stream.send('event: reload\ndata: {}\n\n');
        await follow(stream, bell, Math.max(start ?? last, removed), types);
      } finally {
        unfollow();
        streams.delete(stream);
        stream.end();
      }
    },
    drain: () => {
      for (const stream of streams) stream.end();
    },
  };
};
