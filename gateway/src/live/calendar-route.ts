import { Refused, refuseRoute, type Route } from '@werkplein/kernel';
import { addressOf } from '../execution/who-asks.ts';
import { type Counter, counter } from './counter.ts';
import type { NuoClient } from './nuo-client.ts';

const MINUTE_MS = 60_000;
const address = /^\/calendar\/([\w-]{1,128})\.ics$/;

/** How often in a minute one calendar is read, and one address of the network names a calendar that is not there. */
const limits = (): { reads: Counter; misses: Counter } => ({ reads: counter(12, MINUTE_MS), misses: counter(20, MINUTE_MS) });

/** `GET /calendar/<secret>.ics`: for calendar programs, which have no token. The secret is in no log and in no error. */
export const calendarRoute = (nuo: NuoClient, addressHeader: string | undefined, { reads, misses } = limits()): Route => ({
  handles: (path) => address.test(path),
  answer: async (request, response, path) => {
    const secret = address.exec(path)?.[1] as string;
    const from = addressOf(request, addressHeader);
    if (reads.full(secret) || misses.full(from)) throw new Refused('RATE_LIMITED', { 'retry-after': '60' });
    reads.add(secret);
    const answer = await nuo.calendar(secret).catch(() => null);
    if (answer?.statusCode === 200) {
      const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': String(answer.headers['cache-control']) };
      response.writeHead(200, headers).end(await answer.body.text());
      return undefined;
    }
    await answer?.body.dump();
    if (answer?.statusCode !== 404) return refuseRoute(response, 503, 'UNAVAILABLE', { 'retry-after': '60' });
    misses.add(from);
    return refuseRoute(response, 404, 'NOT_FOUND');
  },
});
