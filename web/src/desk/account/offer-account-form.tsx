import { useMe } from '../../app/me.tsx';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { LongTextField, SelectField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { activeChoices, colleagueOf } from '../colleagues/choices.ts';
import { textOrNull } from '../shared/changed.ts';
import { who } from '../shared/say.ts';
import { useColleagues } from '../colleagues/use-colleagues.ts';
import { type AccountToEditFragment, OfferAccountDocument } from './account.generated.ts';

const { account: words, leave } = desk;

/** Offers an account to a colleague of any organisation, who may take it. */
export const OfferAccountForm = ({ account, onClose }: { account: AccountToEditFragment; onClose: () => void }) => {
  const me = useMe();
  const form = useForm({ to: '', note: '' });
  const { send, busy, problem } = useCommand(OfferAccountDocument);
  return (
    <Answer asked={useColleagues()}>
      {(colleagues) => {
        const others = colleagues.filter(({ employee }) => employee.id !== me.id || employee.organisation.code !== me.organisation.code);
        const submit = async (): Promise<void> => {
          const to = colleagueOf(others, form.values.to);
          const input = {
            accountId: account.id,
            to: { employeeId: to?.id ?? '', organisation: to?.organisation.code ?? '' },
            note: textOrNull(form.values.note),
          };
          const result = await send(input);
          if (result?.__typename === 'ColleagueNotActive') {
            const { employee, leavesOn } = result.colleague;
            notify(leave.notActive(who(employee), leavesOn === null ? null : dayText(leavesOn)));
          }
          if (result?.__typename === 'HandOverPending') notify(words.pending(who(result.handOver.to)));
          if (result?.__typename !== 'HandOverOffered') return;
          notify(words.offered);
          for (const warning of result.warnings) notify(warning);
          onClose();
        };
        return (
          <Form problem={problem} busy={busy} submit={words.offerSubmit} onSubmit={() => void submit()} onCancel={onClose}>
            <SelectField form={form} name="to" path="to.employeeId" label={words.offerTo} choices={activeChoices(others)} />
            <LongTextField form={form} name="note" label={words.note} rows={3} optional />
          </Form>
        );
      }}
    </Answer>
  );
};
