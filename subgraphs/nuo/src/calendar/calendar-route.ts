import { addDays, type Clock, type Database, localDay, refuseRoute, type Route } from '@werkplein/kernel';
import type { CalendarEntriesOf } from './calendar-entries.ts';
import { feedBySecret } from './calendar-feed.store.ts';
import { calendarText } from './calendar-text.ts';

/** In a header and not in the path: an address is written to logs. */
const SECRET_HEADER = 'x-calendar-secret';
const DAYS_BACK = 31;

/** `GET /calendar` for the gateway. The secret alone says whose calendar it is: a calendar program has no token. */
export const calendarRoute = (db: Database, clock: Clock, sources: readonly CalendarEntriesOf[]): Route => ({
  handles: (path) => path === '/calendar',
  answer: async (request, response) => {
    const now = clock();
    const feed = await feedBySecret(db.read, String(request.headers[SECRET_HEADER] ?? ''), now);
    if (!feed) return refuseRoute(response, 404, 'NOT_FOUND');
    const from = addDays(localDay(now), -DAYS_BACK);
    const entries = await Promise.all(sources.map((entriesOf) => entriesOf(db.read, feed, from, now)));
    response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300' });
    response.end(calendarText(entries.flat(), now));
  },
});
