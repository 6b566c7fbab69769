import '../desk.css';
import { Field, Label, Select } from '@amsterdam/design-system-react';
import { Link, useSearchParams } from 'react-router';
import { hasRole, isNuo, useMe } from '../../app/me.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { Pager, useAfter } from '../../ui/pager.tsx';
import { Answer, Empty } from '../../ui/states.tsx';
import { newTaskPath } from '../shared/paths.ts';
import { choicesOf } from '../shared/say.ts';
import { TaskItem } from './task-item.tsx';
import { type TaskHolder, TaskListDocument, type TaskStatus } from './tasks-page.generated.ts';

const { tasks: words } = desk;

const Filter = ({ name, label, value, words: names }: { name: string; label: string; value: string; words: Record<string, string> }) => {
  const [params, setParams] = useSearchParams();
  const choose = (chosen: string): void => {
    const next = new URLSearchParams(params);
    next.delete('na');
    next.set(name, chosen);
    setParams(next);
  };
  return (
    <Field>
      <Label htmlFor={`filter-${name}`}>{label}</Label>
      <Select id={`filter-${name}`} value={value} onChange={({ target }) => choose(target.value)}>
        {choicesOf(names).map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
};

/** Tasks: mine, of my teams, and those that nobody has. */
export const TasksPage = () => {
  const me = useMe();
  const [params] = useSearchParams();
  const coordinator = isNuo(me) && hasRole(me, 'coordinator');
  const of = (params.get('van') ?? 'ME') as TaskHolder;
  const status = (params.get('status') ?? 'OPEN') as TaskStatus;
  const asked = useAsk(TaskListDocument, { variables: { filter: { of, status }, after: useAfter() } });
  const { COORDINATOR, ...own } = words.ofWhom;
  return (
    <Page
      title={words.title}
      actions={
        <Link className="desk-button" to={newTaskPath()}>
          {words.new}
        </Link>
      }
    >
      <div className="desk-filters panel" role="search">
        <Filter name="van" label={words.of} value={of} words={coordinator ? { ...own, COORDINATOR } : own} />
        <Filter name="status" label={words.status} value={status} words={words.statuses} />
      </div>
      <section className="panel" aria-label={words.title}>
        <Answer asked={asked}>
          {({ myTasks }) =>
            myTasks && (
              <>
                {myTasks.nodes.length === 0 && <Empty>{words.none}</Empty>}
                <ul className="plain-list">
                  {myTasks.nodes.map((task) => (
                    <TaskItem key={task.id} task={task} of={of} />
                  ))}
                </ul>
                <Pager list={myTasks} />
              </>
            )
          }
        </Answer>
      </section>
    </Page>
  );
};
