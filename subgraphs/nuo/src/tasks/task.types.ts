import { DayScalar, InstantScalar, PageInfo } from '@werkplein/kernel';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ColleagueInput, ColleagueNotActive } from '../colleagues/colleague.types.ts';

export enum TaskStatus {
  OPEN = 'OPEN',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}
export enum TaskHolder {
  ME = 'ME',
  MY_TEAMS = 'MY_TEAMS',
  COORDINATOR = 'COORDINATOR',
}
export enum TaskOrigin {
  CONTACT_MOMENT = 'CONTACT_MOMENT',
  MANUAL = 'MANUAL',
}
export enum TaskRedirection {
  ACCOUNT_OWNER = 'ACCOUNT_OWNER',
  COORDINATOR = 'COORDINATOR',
}
registerEnumType(TaskStatus, { name: 'TaskStatus' });
registerEnumType(TaskHolder, {
  name: 'TaskHolder',
  description: 'Mine; of my teams and not taken yet; or waiting for the coordinator because nobody has them.',
});
registerEnumType(TaskOrigin, { name: 'TaskOrigin' });
registerEnumType(TaskRedirection, {
  name: 'TaskRedirection',
  description: 'It went to the owner of the account, which the person asked for gave away; or to the coordinator, because nobody here takes it.',
});

@ObjectType('Task', { description: 'Something that one of us still has to do. Of nobody and no team: it waits for the coordinator.' })
export class TaskType {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => InstantScalar, { nullable: true }) remindAt!: Date | null;
  @Field(() => TaskStatus) status!: TaskStatus;
  @Field(() => InstantScalar) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) closedAt!: Date | null;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class TaskConnection {
  @Field(() => [TaskType]) nodes!: TaskType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@InputType()
export class TaskFilter {
  @Field(() => TaskHolder, { defaultValue: TaskHolder.ME }) of!: TaskHolder;
  @Field(() => TaskStatus, { defaultValue: TaskStatus.OPEN }) status!: TaskStatus;
  @Field(() => ID, { nullable: true }) employerId?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Due on this day or before it.' }) dueUntil?: string | null;
}

@InputType()
class TaskFacts {
  @Field(() => String) requestId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Date.' }) dueOn!: string;
  @Field(() => String, { nullable: true, description: 'DateTime.' }) remindAt?: string | null;
  @Field(() => ColleagueInput, {
    nullable: true,
    description: 'Who does it. Without this and `teamId`: a new task goes to the owner of the account, else to the coordinator; another stays where it is.',
  })
  assignee?: ColleagueInput | null;
  @Field(() => ID, { nullable: true, description: 'The team that does it, instead of `assignee`.' }) teamId?: string | null;
}

@InputType()
export class CreateTaskInput extends TaskFacts {
  @Field(() => ID, { nullable: true }) employerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The contact in which it was agreed; its employer is that of the task.' }) contactMomentId?: string | null;
}

@InputType()
export class ChangeTaskInput extends TaskFacts {
  @Field(() => ID) taskId!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class TakeTaskInput {
  @Field(() => String) requestId!: string;
  @Field(() => ID) taskId!: string;
}

@InputType()
export class CloseTaskInput extends TakeTaskInput {
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType()
export class TaskSaved {
  readonly __typename!: 'TaskSaved';
  taskId!: string;
  @Field(() => TaskRedirection, { nullable: true, description: 'Why it went to another than was asked.' }) redirected!: TaskRedirection | null;
}

@ObjectType({ description: 'Someone changed it since; look at `task` and try again with its version.' })
export class TaskVersionConflict {
  readonly __typename!: 'TaskVersionConflict';
  taskId!: string;
}

@ObjectType({ description: 'It was done or cancelled before.' })
export class TaskAlreadyClosed {
  readonly __typename!: 'TaskAlreadyClosed';
  taskId!: string;
}

@ObjectType()
export class TaskClosed {
  readonly __typename!: 'TaskClosed';
  taskId!: string;
}

@ObjectType({ description: 'You do it now.' })
export class TaskTaken {
  readonly __typename!: 'TaskTaken';
  taskId!: string;
}

@ObjectType({ description: 'Someone else took it before you: see `task.assignee`.' })
export class TaskTakenByOther {
  readonly __typename!: 'TaskTakenByOther';
  taskId!: string;
}

export type TaskFactsInput = TaskFacts;

const resolveType = (value: { __typename: string }): string => value.__typename;
export const CreateTaskResult = createUnionType({ name: 'CreateTaskResult', types: () => [TaskSaved] as const, resolveType });
export const ChangeTaskResult = createUnionType({
  name: 'ChangeTaskResult',
  types: () => [TaskSaved, TaskVersionConflict, TaskAlreadyClosed] as const,
  resolveType,
});
export const CloseTaskResult = createUnionType({
  name: 'CloseTaskResult',
  types: () => [TaskClosed, TaskVersionConflict, TaskAlreadyClosed] as const,
  resolveType,
});
export const TakeTaskResult = createUnionType({
  name: 'TakeTaskResult',
  types: () => [TaskTaken, TaskTakenByOther, TaskAlreadyClosed, ColleagueNotActive] as const,
  resolveType,
});
