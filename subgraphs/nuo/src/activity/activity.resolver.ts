import { Guard, Organisation, organisation, type OutboxEvent, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { loadAccount } from '../accounts/account.loads.ts';
import { AccountType } from '../accounts/account.types.ts';
import { loadContactPlan } from '../contact-plans/contact-plan.store.ts';
import { ContactPlanType } from '../contact-plans/contact-plan.types.ts';
import { loadContactMoment } from '../contacts/contact.store.ts';
import { ContactMomentType } from '../contacts/contact.types.ts';
import { Branch } from '../employers/employer.entity.ts';
import { coordinateEmployers, viewEmployers } from '../employers/employer.policy.ts';
import { loadContactPerson, loadEmployer } from '../employers/employer.store.ts';
import { BranchType, ContactPersonType, EmployerType } from '../employers/employer.types.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementType } from '../placements/placement.types.ts';
import { type EventType, eventCatalogue } from '../events/event.catalogue.ts';
import { EmployerMerge } from '../merging/merge.entity.ts';
import { EmployerMergeType } from '../merging/merge.types.ts';
import { loadById } from '../reads.ts';
import { loadTask } from '../tasks/task.store.ts';
import { workOnTasks } from '../tasks/task.policy.ts';
import { TaskType } from '../tasks/task.types.ts';
import { viewVacancies } from '../vacancies/vacancy.policy.ts';
import { loadVacancy } from '../vacancies/vacancy.store.ts';
import { VacancyType } from '../vacancies/vacancy.types.ts';
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
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Only employers of accounts that the caller owns or is in the team of today; of who has no account: where they took part in a contact.',
    })
    mine = false,
  ): Promise<unknown> {
    return activityOf(ctx, { first, after, employerIds, mine });
  }

  @Guard(viewEmployers)
  @Query(() => String, { nullable: true, description: 'The place of now, for a first `activity(after:)`.' })
  activityCursor(@Ctx() ctx: RequestContext): Promise<string> {
    return activityCursor(ctx);
  }
}

/** The record of this kind that an item is of, or that belongs to it. */
const ofKind = <T>({ type, kind, aggregateId, relatedIds }: OutboxEvent, wanted: string, load: (id: string) => Promise<T>): Promise<T> | null => {
  const id = kind === wanted ? aggregateId : eventCatalogue[type as EventType].related === wanted ? relatedIds[0] : undefined;
  return id === undefined ? null : load(id);
};

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

  @Guard(viewEmployers)
  @FieldResolver(() => ContactPlanType, { nullable: true })
  contactPlan(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'ContactPlan', (id) => loadContactPlan(ctx, id));
  }

  @Guard(viewVacancies)
  @FieldResolver(() => VacancyType, { nullable: true, description: 'Also that for which a candidate was proposed.' })
  vacancy(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'Vacancy', (id) => loadVacancy(ctx, id));
  }

  @Guard(viewEmployers)
  @FieldResolver(() => AccountType, { nullable: true })
  account(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'Account', (id) => loadAccount(ctx, id));
  }

  @Guard(workOnTasks)
  @FieldResolver(() => TaskType, { nullable: true })
  task(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'Task', (id) => loadTask(ctx, id));
  }

  @Guard(coordinateEmployers)
  @FieldResolver(() => EmployerMergeType, { nullable: true })
  merge(@Ctx() ctx: RequestContext, @Root() item: OutboxEvent): Promise<unknown> | null {
    return ofKind(item, 'EmployerMerge', (id) => loadById(ctx, 'employerMerge', EmployerMerge, id));
  }
}

export const activityResolvers = [ActivityQueries, ActivityItemResolver];
