import { Employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadEmployee } from '../colleagues/colleague.store.ts';
import { TeamType } from '../colleagues/colleague.types.ts';
import { Team } from '../colleagues/team.entity.ts';
import { NuoCommands } from '../commands.types.ts';
import { loadContactMoment } from '../contacts/contact.store.ts';
import { ContactMomentType } from '../contacts/contact.types.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { PageArgs } from '../page-args.ts';
import { loadById } from '../reads.ts';
import { cancelTask, completeTask } from './close-task.ts';
import { changeTask, createTask } from './save-task.ts';
import { takeTask } from './take-task.ts';
import type { Task } from './task.entity.ts';
import { workOnTasks } from './task.policy.ts';
import { dueReminders, loadTask, myTasks, tasksOf } from './task.store.ts';
import * as types from './task.types.ts';
import { showing } from '../showing.ts';

@Resolver(() => types.TaskType)
export class TaskResolver {
  @Guard(workOnTasks)
  @Query(() => types.TaskConnection, { nullable: true, description: 'First due first.' })
  myTasks(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => types.TaskFilter, { defaultValue: { of: types.TaskHolder.ME, status: types.TaskStatus.OPEN } }) filter: types.TaskFilter,
  ): Promise<unknown> {
    return myTasks(ctx, filter, first, after);
  }

  @Guard(workOnTasks)
  @Query(() => types.TaskConnection, { nullable: true, description: 'My open tasks whose reminder has come, the longest waiting first.' })
  dueReminders(@Ctx() ctx: RequestContext, @Args(() => PageArgs) { first, after }: PageArgs): Promise<unknown> {
    return dueReminders(ctx, first, after);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who does it; null while a team or the coordinator has it.' })
  assignee(@Ctx() ctx: RequestContext, @Root() row: Task): Promise<Employee | null> | null {
    return row.colleagueId === null ? null : loadEmployee(ctx, row.colleagueId);
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Ctx() ctx: RequestContext, @Root() row: Task): Promise<unknown> | null {
    return row.teamId === null ? null : loadById(ctx, 'team', Team, row.teamId);
  }

  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() row: Task): Promise<unknown> | null {
    return row.employerAliasId === null ? null : loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => types.TaskOrigin)
  origin(@Root() row: Task): types.TaskOrigin {
    return row.contactMomentId === null ? types.TaskOrigin.MANUAL : types.TaskOrigin.CONTACT_MOMENT;
  }

  @FieldResolver(() => ContactMomentType, { nullable: true, description: 'The contact in which it was agreed.' })
  contactMoment(@Ctx() ctx: RequestContext, @Root() row: Task): Promise<unknown> | null {
    return row.contactMomentId === null ? null : loadContactMoment(ctx, row.contactMomentId);
  }
}

@Resolver(() => EmployerType)
export class EmployerTasksResolver {
  @Guard(workOnTasks)
  @FieldResolver(() => types.TaskConnection, { nullable: true, description: 'What has to be done for this employer, newest first.' })
  tasks(
    @Ctx() ctx: RequestContext,
    @Root() row: Employer,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('status', () => types.TaskStatus, { defaultValue: types.TaskStatus.OPEN }) status: types.TaskStatus,
  ): Promise<unknown> {
    return tasksOf(ctx, row.id, status, first, after);
  }
}

@Resolver(() => NuoCommands)
export class TaskCommandsResolver {
  @Guard(workOnTasks)
  @FieldResolver(() => types.CreateTaskResult)
  createTask(@Ctx() ctx: RequestContext, @Arg('input', () => types.CreateTaskInput) input: types.CreateTaskInput): Promise<unknown> {
    return createTask(ctx, input);
  }

  @Guard(workOnTasks)
  @FieldResolver(() => types.ChangeTaskResult)
  changeTask(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeTaskInput) input: types.ChangeTaskInput): Promise<unknown> {
    return changeTask(ctx, input);
  }

  @Guard(workOnTasks)
  @FieldResolver(() => types.CloseTaskResult)
  completeTask(@Ctx() ctx: RequestContext, @Arg('input', () => types.CloseTaskInput) input: types.CloseTaskInput): Promise<unknown> {
    return completeTask(ctx, input);
  }

  @Guard(workOnTasks)
  @FieldResolver(() => types.CloseTaskResult)
  cancelTask(@Ctx() ctx: RequestContext, @Arg('input', () => types.CloseTaskInput) input: types.CloseTaskInput): Promise<unknown> {
    return cancelTask(ctx, input);
  }

  @Guard(workOnTasks)
  @FieldResolver(() => types.TakeTaskResult, { description: 'Takes a task of one’s team; the coordinator also one that nobody has.' })
  takeTask(@Ctx() ctx: RequestContext, @Arg('input', () => types.TakeTaskInput) input: types.TakeTaskInput): Promise<unknown> {
    return takeTask(ctx, input);
  }
}

export const taskResolvers = [
  TaskResolver,
  EmployerTasksResolver,
  TaskCommandsResolver,
  ...showing(
    'task',
    () => types.TaskType,
    (ctx, { taskId }) => loadTask(ctx, taskId),
    [types.TaskSaved, types.TaskVersionConflict, types.TaskAlreadyClosed, types.TaskClosed, types.TaskTaken, types.TaskTakenByOther],
  ),
];
