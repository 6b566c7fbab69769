import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { ProblemAlert } from '../../ui/states.tsx';
import { employerPath } from '../shared/paths.ts';
import { who } from '../shared/say.ts';
import { CompleteTaskDocument } from '../today/tasks.generated.ts';
import { ChangeTaskForm } from './change-task.tsx';
import { CancelTaskDocument, TakeTaskDocument, type TaskHolder, type TaskToEditFragment } from './tasks-page.generated.ts';

const { tasks: words, today } = desk;

/** One task, with what can be done with it. */
export const TaskItem = ({ task, of }: { task: TaskToEditFragment; of: TaskHolder }) => {
  const [changing, setChanging] = useState(false);
  const complete = useCommand(CompleteTaskDocument);
  const cancel = useCommand(CancelTaskDocument);
  const take = useCommand(TakeTaskDocument);
  const busy = complete.busy || cancel.busy || take.busy;
  const { id: taskId, version: expectedVersion, title, dueOn } = task;
  const today_ = dayOf();

  const end = async (send: typeof complete.send | typeof cancel.send, done: string): Promise<void> => {
    const result = await send({ taskId, expectedVersion });
    if (result) notify({ TaskClosed: done, TaskAlreadyClosed: words.closed, TaskVersionConflict: words.changed }[result.__typename]);
  };
  const onTake = async (): Promise<void> => {
    const result = await take.send({ taskId });
    if (result?.__typename === 'TaskTaken') notify(words.taken);
    if (result?.__typename === 'TaskAlreadyClosed') notify(words.closed);
    if (result?.__typename === 'TaskTakenByOther') notify(words.takenByOther(result.task.assignee ? who(result.task.assignee) : texts.common.unknown));
    if (result?.__typename === 'ColleagueNotActive') notify(today.notActive);
  };
  return (
    <li>
      <div className="desk-line">
        <div>
          <p className="desk-line-head">
            <span>{title}</span>
            {task.status === 'OPEN' && dueOn < today_ && <StatusBadge tone="bad">{today.overdue}</StatusBadge>}
            {task.status === 'OPEN' && dueOn === today_ && <StatusBadge tone="info">{today.dueToday}</StatusBadge>}
          </p>
          <p className="small desk-line-text">
            {[today.due(dayText(dueOn)), task.team && words.team(task.team.name), task.assignee && of !== 'ME' && who(task.assignee)]
              .filter(Boolean)
              .join(' · ')}
            {task.employer && (
              <>
                {' · '}
                <Link to={employerPath(task.employer.id)}>{task.employer.name}</Link>
              </>
            )}
          </p>
          <ProblemAlert problem={complete.problem ?? cancel.problem ?? take.problem} />
        </div>
        {task.status === 'OPEN' && (
          <div className="actions desk-side">
            {of === 'ME' ? (
              <Button
                variant="secondary"
                aria-disabled={busy}
                aria-label={today.doneOf(title)}
                onClick={() => void (busy || end(complete.send, today.taskDone))}
              >
                {today.done}
              </Button>
            ) : (
              <Button variant="secondary" aria-disabled={busy} aria-label={words.takeOf(title)} onClick={() => void (busy || onTake())}>
                {words.take}
              </Button>
            )}
            <Button variant="tertiary" aria-expanded={changing} aria-label={words.changeOf(title)} onClick={() => setChanging(!changing)}>
              {desk.edit.change}
            </Button>
            <Button variant="tertiary" aria-disabled={busy} aria-label={words.cancelOf(title)} onClick={() => void (busy || end(cancel.send, words.cancelled))}>
              {words.cancel}
            </Button>
          </div>
        )}
      </div>
      {changing && <ChangeTaskForm task={task} onClose={() => setChanging(false)} />}
    </li>
  );
};
