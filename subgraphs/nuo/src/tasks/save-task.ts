import { badInput, parseDay, parseInstant, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { checkColleague } from '../colleagues/check-colleague.ts';
import { ContactMoment } from '../contacts/contact.entity.ts';
import { unknownEmployer } from '../employers/add-branch.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { checkInput } from '../input.ts';
import { insertTask } from './insert-task.ts';
import { Task } from './task.entity.ts';
import { holderFor, type Wanted } from './task-holder.ts';
import type { ChangeTaskInput, CreateTaskInput, TaskAlreadyClosed, TaskFactsInput, TaskSaved, TaskVersionConflict } from './task.types.ts';

const check = (input: TaskFactsInput) => {
  const checking = checkInput();
  const title = checking.required('title', input.title, (text) => parseText(text, { max: 200 }));
  const dueOn = checking.required('dueOn', input.dueOn, parseDay);
  const remindAt = checking.optional('remindAt', input.remindAt, parseInstant);
  const assignee = input.assignee ? checkColleague(checking, ['assignee'], input.assignee) : null;
  if (input.assignee && input.teamId) checking.problem('teamId', 'Geef een taak aan één collega of aan één team.');
  checking.done();
  const wanted: Wanted = { colleagueId: assignee, teamId: input.teamId ?? null };
  return { facts: { title, dueOn, remindAt }, wanted };
};

/** The employer of the task as named now, under which it is kept. */
const aliasFor = async (tx: WriteTx, input: CreateTaskInput): Promise<string | null> => {
  if (!input.contactMomentId) return input.employerId ?? null;
  const moment = await tx.em.findOneBy(ContactMoment, { id: input.contactMomentId });
  if (!moment) throw badInput([{ path: ['input', 'contactMomentId'], message: 'Dit contactmoment bestaat niet.' }]);
  return moment.employerAliasId;
};

export const createTask = async (ctx: RequestContext, input: CreateTaskInput): Promise<TaskSaved> => {
  const { facts, wanted } = check(input);
  return runCommand(ctx, 'TaskCreate', input, async (tx) => {
    const employerAliasId = await aliasFor(tx, input);
    const employer = employerAliasId === null ? null : await lockEmployer(tx, employerAliasId);
    if (employerAliasId !== null && !employer) throw unknownEmployer();
    const about = employer && employerAliasId !== null ? { id: employer.id, aliasId: employerAliasId } : null;
    const { id, redirected } = await insertTask(tx, ctx, about, { ...facts, contactMomentId: input.contactMomentId ?? null }, wanted);
    return { answer: { __typename: 'TaskSaved' as const, taskId: id, redirected } as TaskSaved, subjectIds: [id] };
  });
};

export const demandTask = async (tx: WriteTx, id: string): Promise<Task> => {
  const task = await tx.em.findOneBy(Task, { id });
  if (!task) throw badInput([{ path: ['input', 'taskId'], message: 'Deze taak bestaat niet.' }]);
  return task;
};

export const changeTask = async (ctx: RequestContext, input: ChangeTaskInput): Promise<TaskSaved | TaskVersionConflict | TaskAlreadyClosed> => {
  const { facts, wanted } = check(input);
  return runCommand<TaskSaved | TaskVersionConflict | TaskAlreadyClosed>(ctx, 'TaskChange', input, async (tx) => {
    const { employerAliasId } = await demandTask(tx, input.taskId);
    const employer = employerAliasId === null ? null : await lockEmployer(tx, employerAliasId);
    const { id, status, colleagueId: holder, teamId } = await demandTask(tx, input.taskId);
    if (status !== 'OPEN') return { answer: { __typename: 'TaskAlreadyClosed', taskId: id }, subjectIds: [id] };
    const keeps = wanted.colleagueId === null && wanted.teamId === null;
    const { redirected, ...next } = keeps ? { colleagueId: holder, teamId, redirected: null } : await holderFor(tx, ctx, employer?.id ?? null, wanted);
    // The claim is the write: of two with one version the second finds none.
    const version = input.expectedVersion;
    const { affected } = await tx.em.update(Task, { id, version, status }, { ...facts, ...next, version: version + 1 });
    if (affected !== 1) return { answer: { __typename: 'TaskVersionConflict', taskId: id }, subjectIds: [id] };
    return { answer: { __typename: 'TaskSaved', taskId: id, redirected } as TaskSaved, subjectIds: [id] };
  });
};
