import type { ReactNode } from 'react';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { instantOf } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { activeChoices, colleagueOf } from '../colleagues/choices.ts';
import { type Colleague, useColleagues } from '../colleagues/use-colleagues.ts';
import { textOrNull } from '../shared/changed.ts';
import { TeamsDocument } from './tasks-page.generated.ts';

const { tasks: words } = desk;
const TEAM = 'team ';

export type TaskValues = { title: string; dueOn: string; remindAt: string; who: string };

/** What is sent of a task: somebody or a team does it, or the graph finds who. */
export const taskFacts = ({ title, dueOn, remindAt, who }: TaskValues, colleagues: readonly Colleague[]) => {
  const person = colleagueOf(colleagues, who);
  return {
    title,
    dueOn,
    remindAt: textOrNull(instantOf(remindAt)),
    assignee: person ? { employeeId: person.id, organisation: person.organisation.code } : null,
    teamId: who.startsWith(TEAM) ? who.slice(TEAM.length) : null,
  };
};

/** The fields of a task; `empty` says who does it when nobody is chosen. */
export const TaskFields = ({
  form,
  empty,
  children,
}: {
  form: FormState<TaskValues>;
  empty: string;
  children: (colleagues: readonly Colleague[], fields: ReactNode) => ReactNode;
}) => {
  const teams = useAsk(TeamsDocument).data?.teams?.nodes ?? [];
  return (
    <Answer asked={useColleagues()}>
      {(colleagues) =>
        children(
          colleagues,
          <>
            <TextField form={form} name="title" label={words.name} />
            <TextField form={form} name="dueOn" type="date" label={words.due} />
            <TextField form={form} name="remindAt" type="datetime-local" label={words.remind} optional />
            <SelectField
              form={form}
              name="who"
              path="assignee"
              label={words.who}
              empty={empty}
              choices={[...teams.map(({ id, name }) => ({ value: TEAM + id, label: words.team(name) })), ...activeChoices(colleagues)]}
              optional
            />
          </>,
        )
      }
    </Answer>
  );
};
