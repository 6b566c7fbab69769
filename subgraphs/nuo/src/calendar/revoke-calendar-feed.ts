import { type RequestContext, runCommand } from '@werkplein/kernel';
import { CalendarFeed } from './calendar-feed.entity.ts';
import { ownerOf } from './calendar-feed.store.ts';
import type { CalendarFeedRevoked, RevokeCalendarFeedInput } from './calendar-feed.types.ts';

export const revokeCalendarFeed = (ctx: RequestContext, input: RevokeCalendarFeedInput): Promise<CalendarFeedRevoked> =>
  runCommand(ctx, 'CalendarFeedRevoke', input, async (tx) => {
    const feed = await tx.em.findOneBy(CalendarFeed, ownerOf(ctx.principal));
    if (feed) await tx.em.delete(CalendarFeed, { id: feed.id });
    return { answer: { __typename: 'CalendarFeedRevoked' as const, existed: feed !== null }, subjectIds: feed ? [feed.id] : [] };
  });
