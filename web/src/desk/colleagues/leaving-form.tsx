import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { textOrNull } from '../shared/changed.ts';
import { ChangeColleagueDocument } from './colleagues.generated.ts';
import type { Colleague } from './use-colleagues.ts';

const { colleagues: words } = desk;

/** The first day on which somebody is gone. */
export const LeavingForm = ({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) => {
  const { employee, leavesOn, version } = colleague;
  const form = useForm({ leavesOn: leavesOn ?? '' });
  const { send, busy, problem } = useCommand(ChangeColleagueDocument);
  const submit = async (): Promise<void> => {
    const result = await send({
      colleague: { employeeId: employee.id, organisation: employee.organisation.code },
      expectedVersion: version,
      leavesOn: textOrNull(form.values.leavesOn),
    });
    if (!result) return;
    notify(result.__typename === 'ColleagueChanged' ? words.saved : words.conflict);
    if (result.__typename === 'ColleagueChanged') onClose();
  };
  return (
    <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={onClose}>
      <TextField form={form} name="leavesOn" type="date" label={words.leavesOn} hint={words.leavesOnHint} optional />
    </Form>
  );
};
