import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { activeChoices, colleagueOf } from '../colleagues/choices.ts';
import { textOrNull } from '../shared/changed.ts';
import { Panel } from '../shared/panel.tsx';
import { choicesOf, who } from '../shared/say.ts';
import { useColleagues } from '../colleagues/use-colleagues.ts';
import { type AccountToEditFragment, AssignAccountOwnerDocument } from './account.generated.ts';

const { account: words, employer: employerWords, leave, plan } = desk;

interface Props {
  employerId: string;
  branches: readonly { id: string; name: string }[];
  /** Null for a new one. */
  account: AccountToEditFragment | null;
  /** There is one of the whole employer: another is of a part. */
  hasWhole?: boolean;
  onClose?: () => void;
}

/** The coordinator says who speaks for us, with the whole employer, a branch or a sector. */
export const AssignForm = ({ employerId, branches, account, hasWhole = false, onClose }: Props) => {
  const scopes = choicesOf(employerWords.scope).filter(({ value }) => account !== null || !hasWhole || value !== 'WHOLE');
  const form = useForm({
    scope: account?.scope ?? (hasWhole ? 'BRANCH' : 'WHOLE'),
    branchId: account?.branch?.id ?? '',
    sector: account?.sector ?? '',
    owner: '',
    startsOn: '',
  });
  const { send, busy, problem } = useCommand(AssignAccountOwnerDocument);
  const { values } = form;
  return (
    <Panel title={account ? words.assign : words.assignNew}>
      <Answer asked={useColleagues()}>
        {(colleagues) => {
          const submit = async (): Promise<void> => {
            const to = colleagueOf(colleagues, values.owner);
            const result = await send({
              employerId,
              scope: values.scope,
              branchId: values.scope === 'BRANCH' ? textOrNull(values.branchId) : null,
              sector: values.scope === 'SECTOR' ? textOrNull(values.sector) : null,
              owner: to ? { employeeId: to.id, organisation: to.organisation.code } : null,
              startsOn: textOrNull(values.startsOn),
              expectedVersion: account?.version ?? null,
            });
            if (result?.__typename === 'ColleagueNotActive') {
              const { employee, leavesOn } = result.colleague;
              notify(leave.notActive(who(employee), leavesOn === null ? null : dayText(leavesOn)));
            }
            if (result?.__typename === 'AccountVersionConflict') notify(words.changed);
            if (result?.__typename !== 'AccountOwnerAssigned') return;
            notify(words.assigned(result.moved.reduce((sum, { count }) => sum + count, 0)));
            form.reset();
            onClose?.();
          };
          return (
            <Form problem={problem} busy={busy} submit={words.assign} onSubmit={() => void submit()} {...(onClose && { onCancel: onClose })}>
              {account === null && <SelectField form={form} name="scope" label={words.scope} choices={scopes} />}
              {account === null && values.scope === 'BRANCH' && (
                <SelectField form={form} name="branchId" label={plan.branch} choices={branches.map(({ id, name }) => ({ value: id, label: name }))} />
              )}
              {account === null && values.scope === 'SECTOR' && <TextField form={form} name="sector" label={words.sector} hint={words.sectorHint} />}
              <SelectField form={form} name="owner" path="owner.employeeId" label={words.owner} empty={words.nobody} choices={activeChoices(colleagues)} />
              <TextField form={form} name="startsOn" type="date" label={words.startsOn} hint={words.startsOnHint} optional />
            </Form>
          );
        }}
      </Answer>
    </Panel>
  );
};
