import { Guard, Organisation, organisation, type OutboxEvent, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { loadContactMoment } from '../contacts/contact.store.ts';
import { ContactMomentType } from '../contacts/contact.types.ts';
import { Branch } from '../employers/employer.entity.ts';
import { viewEmployers } from '../employers/employer.policy.ts';
import { loadContactPerson, loadEmployer } from '../employers/employer.store.ts';
import { BranchType, ContactPersonType, EmployerType } from '../employers/employer.types.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementType } from '../placements/placement.types.ts';
import { loadById } from '../reads.ts';
import { activityCursor, activityOf } from './activity.store.ts';
import { ActivityConnection, ActivityItem } from './activity.types.ts';

@Resolver()
export class ActivityQueries {
  @Guard(viewEmployers)
  @Query(() => ActivityConnection, { nullable: true, description: 'What changed at employers since `after`; without it, all that is kept.' })
  activity(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true, description: '`endCursor`, `activityCursor`, or the id of an event of the live stream.' }) after?: string,
    @Arg('employerIds', () => [ID], { nullable: true }) employerIds?: string[],
    @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only employers that the caller works with.' }) mine = false,
  ): Promise<unknown> {
    return activityOf(ctx, { first, after, employerIds, mine });
  }

  @Guard(viewEmployers)
  @Query(() => String, { nullable: true, description: 'The place of now, for a first `activity(after:)`.' })
  activityCursor(@Ctx() ctx: RequestContext): Promise<string> {
    return activityCursor(ctx);
  }
}

/** The record of an item when it is of this kind. */
const ofKind = <T>({ kind, aggregateId }: OutboxEvent, wanted: string, load: (id: string) => Promise<T>): Promise<T> | null =>
  kind === wanted ? load(aggregateId) : null;

@Resolver(() => ActivityItem)
export class ActivityItemResolver {
  @FieldResolver(() => Organisation, { description: 'Who did it.' })
  organisation(@Root() item: OutboxEvent): Organisation {
    return organisation(item.organisation);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return item.topicId === null ? null : loadEmployer(ctx, item.topicId);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => ContactMomentType, { nullable: true })
  contactMoment(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'ContactMoment', (id) => loadContactMoment(ctx, id));
  }

  @Guard(viewEmployers)
  @FieldResolver(() => PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'Placement', (id) => loadPlacement(ctx, id));
  }

  @Guard(viewEmployers)
  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'Branch', (id) => loadById(ctx, 'branch', Branch, id));
  }

  @Guard(viewEmployers)
  @FieldResolver(() => ContactPersonType, { nullable: true })
  contactPerson(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'ContactPerson', (id) => loadContactPerson(ctx, id));
  }
}

export const activityResolvers = [ActivityQueries, ActivityItemResolver];
