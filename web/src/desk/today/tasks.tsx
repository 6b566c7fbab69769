import { Button } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayOf, dayText } from '../../ui/dates.ts';
import { notify } from '../../ui/notice.tsx';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty, ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import { CompleteTaskDocument, MyTasksDocument, type TaskLineFragment } from './tasks.generated.ts';

const { today } = desk;
const AFTER = 'taken-na';

const said = { TaskClosed: today.taskDone, TaskAlreadyClosed: today.taskWasClosed, TaskVersionConflict: today.taskChanged };

const TaskLine = ({ task, reminded }: { task: TaskLineFragment; reminded: boolean }) => {
  const { send, busy, problem } = useCommand(CompleteTaskDocument);
  const now = dayOf();
  const complete = async (): Promise<void> => {
    const result = await send({ taskId: task.id, expectedVersion: task.version });
    if (result) notify(said[result.__typename]);
  };
  return (
    <li className="desk-line">
      <div>
        <p className="desk-line-head">
          <span>{task.title}</span>
          {task.dueOn < now && <StatusBadge tone="bad">{today.overdue}</StatusBadge>}
          {task.dueOn === now && <StatusBadge tone="info">{today.dueToday}</StatusBadge>}
          {reminded && <StatusBadge tone="attention">{today.reminder}</StatusBadge>}
        </p>
        <p className="small desk-line-text">
          {today.due(dayText(task.dueOn))}
          {task.employer && (
            <>
              {' · '}
              <Link to={employerPath(task.employer.id)}>{task.employer.name}</Link>
            </>
          )}
        </p>
        <ProblemAlert problem={problem} />
      </div>
      <Button variant="secondary" className="desk-side" aria-disabled={busy} aria-label={today.doneOf(task.title)} onClick={() => void (busy || complete())}>
        {today.done}
      </Button>
    </li>
  );
};

/** My open tasks, those with a reminder that has come marked. */
export const Tasks = () => (
  <Panel title={today.tasks} actions={<Link to="/taken">{desk.tasks.all}</Link>}>
    <Answer asked={useAsk(MyTasksDocument, { variables: { after: useAfter(AFTER) } })}>
      {({ myTasks, dueReminders }) => {
        if (!myTasks) return null;
        const reminded = new Set(dueReminders?.nodes.map(({ id }) => id));
        return (
          <>
            {myTasks.nodes.length === 0 && <Empty>{today.noTasks}</Empty>}
            <ul className="plain-list">
              {myTasks.nodes.map((task) => (
                <TaskLine key={task.id} task={task} reminded={reminded.has(task.id)} />
              ))}
            </ul>
            <Pager list={myTasks} name={AFTER} label={today.tasks} />
          </>
        );
      }}
    </Answer>
  </Panel>
);
