import { useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import { who } from '../shared/say.ts';
import { activeChoices, colleagueOf } from '../colleagues/choices.ts';
import { Counts } from './counts.tsx';
import type { Colleague } from '../colleagues/use-colleagues.ts';
import { HandOverEverythingDocument, type HandOverEverythingMutation } from './leave.generated.ts';

const { leave: words } = desk;

type Done = Extract<NonNullable<HandOverEverythingMutation['nuo']>['handOverEverything'], { __typename: 'EverythingHandedOver' }>;

const Result = ({ done: { moved, remaining } }: { done: Done }) => {
  const left = remaining.filter(({ count }) => count > 0);
  return (
    <Panel title={words.done}>
      <h3 className="desk-subhead">{words.moved}</h3>
      <Counts caption={words.moved} counts={moved} />
      <h3 className="desk-subhead">{words.remaining}</h3>
      {left.length === 0 ? (
        <p>{words.nothingLeft}</p>
      ) : (
        <>
          <Counts caption={words.remaining} counts={left} />
          <p className="small">{words.remainingHelp}</p>
        </>
      )}
    </Panel>
  );
};

/** To whom, and from which day. */
export const LeaveForm = ({ from, colleagues }: { from: Colleague['employee']; colleagues: readonly Colleague[] }) => {
  const form = useForm({ to: '', onDay: dayOf() });
  const { send, busy, problem } = useCommand(HandOverEverythingDocument);
  const [done, setDone] = useState<Done | null>(null);
  const others = colleagues.filter(({ employee }) => employee.id !== from.id || employee.organisation.code !== from.organisation.code);

  const submit = async (): Promise<void> => {
    const to = colleagueOf(others, form.values.to);
    const result = await send({
      from: { employeeId: from.id, organisation: from.organisation.code },
      to: { employeeId: to?.id ?? '', organisation: to?.organisation.code ?? '' },
      onDay: form.values.onDay,
    });
    if (result?.__typename === 'EverythingHandedOver') setDone(result);
    if (result?.__typename === 'ColleagueNotActive') {
      const { employee, leavesOn } = result.colleague;
      notify(words.notActive(who(employee), leavesOn === null ? null : dayText(leavesOn)));
    }
  };
  if (done) return <Result done={done} />;
  return (
    <Panel title={words.submit}>
      <Form problem={problem} busy={busy} submit={words.submit} onSubmit={() => void submit()}>
        <SelectField form={form} name="to" path="to.employeeId" label={words.to} choices={activeChoices(others)} />
        <TextField form={form} name="onDay" type="date" label={words.day} hint={words.dayHint} />
      </Form>
    </Panel>
  );
};
