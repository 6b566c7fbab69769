import { useCommand } from '../../graph/command.ts';
import { municipalities } from '../../graph/municipalities.generated.ts';
import { NUO } from '../../app/me.tsx';
import { desk } from '../../texts/desk.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import { RegisterColleagueDocument } from './colleagues.generated.ts';

const { colleagues: words } = desk;

const organisations = [{ value: NUO, label: NUO.toUpperCase() }, ...municipalities.map(({ code, name }) => ({ value: code, label: name }))];

/** Somebody who has not signed in yet: accounts and tasks can be given to them. */
export const RegisterForm = () => {
  const form = useForm({ name: '', employeeId: '', organisation: NUO });
  const { send, busy, problem } = useCommand(RegisterColleagueDocument);
  const submit = async (): Promise<void> => {
    const { name, employeeId, organisation } = form.values;
    const result = await send({ name, colleague: { employeeId, organisation } });
    if (!result) return;
    notify(result.alreadyKnown ? words.known : words.added);
    form.reset();
  };
  return (
    <Panel title={words.add}>
      <p className="small">{words.addHelp}</p>
      <Form problem={problem} busy={busy} submit={words.add} onSubmit={() => void submit()}>
        <TextField form={form} name="name" label={words.name} />
        <SelectField form={form} name="organisation" path="colleague.organisation" label={words.organisation} choices={organisations} />
        <TextField form={form} name="employeeId" path="colleague.employeeId" label={words.employeeId} hint={words.employeeIdHint} />
      </Form>
    </Panel>
  );
};
