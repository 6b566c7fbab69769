import { isUniqueViolation, type RequestContext, runCommand } from '@werkplein/kernel';
import { LessThanOrEqual } from 'typeorm';
import { CalendarFeed } from './calendar-feed.entity.ts';
import { hashOf, newSecret, ownerOf } from './calendar-feed.store.ts';
import type { CalendarFeedCreated, CalendarFeedExists, CreateCalendarFeedInput } from './calendar-feed.types.ts';

const YEAR_MS = 365 * 86_400_000;
type Answer = (CalendarFeedCreated & { feedId: string }) | CalendarFeedExists;

/** One feed for one employee: of two commands at once the unique index lets one through. */
export const createCalendarFeed = async (ctx: RequestContext, input: CreateCalendarFeedInput): Promise<CalendarFeedCreated | CalendarFeedExists> => {
  const owner = ownerOf(ctx.principal);
  const createdAt = ctx.clock();
  const fresh: CalendarFeed = { id: ctx.newId(), ...owner, secretHash: '', createdAt, expiresAt: new Date(createdAt.getTime() + YEAR_MS) };
  const secret = newSecret();
  const answer = await runCommand<Answer>(ctx, 'CalendarFeedCreate', input, async (tx) => {
    const existing = async () => {
      const found = await tx.em.findOneBy(CalendarFeed, owner);
      if (!found || found.expiresAt <= createdAt) return null;
      return { answer: { __typename: 'CalendarFeedExists' as const, expiresAt: found.expiresAt }, subjectIds: [found.id] };
    };
    const found = await existing();
    if (found) return found;
    // Only one that has ended: another command may have made one since we looked.
    await tx.em.delete(CalendarFeed, { ...owner, expiresAt: LessThanOrEqual(createdAt) });
    try {
      await tx.em.insert(CalendarFeed, { ...fresh, secretHash: hashOf(secret) });
    } catch (error) {
      const other = isUniqueViolation(error) ? await existing() : null;
      if (!other) throw error;
      return other;
    }
    return { answer: { __typename: 'CalendarFeedCreated', feedId: fresh.id, expiresAt: fresh.expiresAt }, subjectIds: [fresh.id] };
  });
  // The kept answer has no secret: a repeat, of which the answer has another feed, shows none.
  return 'feedId' in answer && answer.feedId === fresh.id ? { ...answer, path: `/calendar/${secret}.ics` } : answer;
};
