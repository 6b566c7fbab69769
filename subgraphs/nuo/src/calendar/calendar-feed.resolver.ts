import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { CalendarFeed } from './calendar-feed.entity.ts';
import { keepCalendarFeed } from './calendar-feed.policy.ts';
import { ownerOf } from './calendar-feed.store.ts';
import * as types from './calendar-feed.types.ts';
import { createCalendarFeed } from './create-calendar-feed.ts';
import { revokeCalendarFeed } from './revoke-calendar-feed.ts';

@Resolver()
export class CalendarFeedQueries {
  @Guard(keepCalendarFeed)
  @Query(() => types.CalendarFeedType, { nullable: true, description: 'The caller’s own; null when there is none.' })
  calendarFeed(@Ctx() ctx: RequestContext): Promise<unknown> {
    return ctx.db.read.em.findOneBy(CalendarFeed, ownerOf(ctx.principal));
  }
}

@Resolver(() => NuoCommands)
export class CalendarFeedCommands {
  @Guard(keepCalendarFeed)
  @FieldResolver(() => types.CreateCalendarFeedResult, { description: 'Makes an address at which a calendar program reads what the caller has planned.' })
  createCalendarFeed(@Ctx() ctx: RequestContext, @Arg('input', () => types.CreateCalendarFeedInput) input: types.CreateCalendarFeedInput): Promise<unknown> {
    return createCalendarFeed(ctx, input);
  }

  @Guard(keepCalendarFeed)
  @FieldResolver(() => types.RevokeCalendarFeedResult)
  revokeCalendarFeed(@Ctx() ctx: RequestContext, @Arg('input', () => types.RevokeCalendarFeedInput) input: types.RevokeCalendarFeedInput): Promise<unknown> {
    return revokeCalendarFeed(ctx, input);
  }
}

export const calendarResolvers = [CalendarFeedQueries, CalendarFeedCommands];
