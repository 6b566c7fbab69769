import { eventRoute, NUO, openConfiguredOutbox, type ProcessParts, type Service } from '@werkplein/kernel';
import { type CalendarEntriesOf, calendarSources } from './calendar/calendar-entries.ts';
import { calendarRoute } from './calendar/calendar-route.ts';
import { visibleEvents } from './events/event.catalogue.ts';

/** What the NUO does besides answering the graph: it streams its events and gives out calendars. */
export const nuoService = async (parts: ProcessParts, sources: readonly CalendarEntriesOf[] = calendarSources): Promise<Service> => {
  const { outbox, source } = await openConfiguredOutbox(NUO, parts);
  return {
    routes: [
      eventRoute({ outbox, origin: { home: NUO, source }, verify: parts.verify, visible: visibleEvents }),
      calendarRoute(parts.db, parts.clock, sources),
    ],
    stop: () => outbox.stop(),
  };
};
