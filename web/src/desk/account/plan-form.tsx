import { useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { activeChoices, colleagueOf, keyOfPerson } from '../colleagues/choices.ts';
import { who } from '../shared/say.ts';
import { textOrNull } from '../shared/changed.ts';
import { useColleagues } from '../colleagues/use-colleagues.ts';
import { type AccountToEditFragment, ChangeAccountDocument } from './account.generated.ts';

const { account: words } = desk;

type Person = AccountToEditFragment['team'][number]['employee'];

/** The plan of an account, and who helps its owner. */
export const PlanForm = ({ account, onClose }: { account: AccountToEditFragment; onClose: () => void }) => {
  const [people, setPeople] = useState<readonly Person[]>(account.team.map(({ employee }) => employee));
  const form = useForm<Record<string, string>>({
    ...account.plan,
    member: '',
    ...Object.fromEntries(account.team.map(({ employee, role }) => [`rol ${keyOfPerson(employee)}`, role ?? ''])),
  });
  const { send, busy, problem } = useCommand(ChangeAccountDocument);
  const { goal = '', opportunities = '', agreements = '', member = '' } = form.values;

  const submit = async (): Promise<void> => {
    const team = people.map((one) => ({
      employeeId: one.id,
      organisation: one.organisation.code,
      role: textOrNull(form.values[`rol ${keyOfPerson(one)}`] ?? ''),
    }));
    const result = await send({ accountId: account.id, expectedVersion: account.version, goal, opportunities, agreements, team });
    if (!result) return;
    notify(result.__typename === 'AccountSaved' ? words.saved : words.changed);
    if (result.__typename !== 'AccountSaved') return;
    for (const warning of result.warnings) notify(warning);
    onClose();
  };
  return (
    <Answer asked={useColleagues()}>
      {(colleagues) => {
        const others = colleagues.filter(({ employee }) => !people.some((one) => keyOfPerson(one) === keyOfPerson(employee)));
        const add = (): void => {
          const chosen = colleagueOf(others, member);
          if (!chosen) return;
          setPeople([...people, chosen]);
          form.set('member', '');
        };
        return (
          <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={onClose}>
            <LongTextField form={form} name="goal" label={words.goal} rows={3} optional />
            <LongTextField form={form} name="opportunities" label={words.opportunities} rows={3} optional />
            <LongTextField form={form} name="agreements" label={words.agreements} rows={3} optional />
            {people.map((one, index) => (
              <div key={keyOfPerson(one)}>
                <TextField form={form} name={`rol ${keyOfPerson(one)}`} path={`team.${index}.role`} label={words.role(who(one))} optional />
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.removeMember(one.name)}
                  onClick={() => setPeople(people.filter((each) => each !== one))}
                >
                  {words.remove}
                </button>
              </div>
            ))}
            <SelectField form={form} name="member" path="team" label={words.addMember} choices={activeChoices(others)} optional />
            {member !== '' && (
              <button type="button" className="link-button" onClick={add}>
                {words.addMember}
              </button>
            )}
          </Form>
        );
      }}
    </Answer>
  );
};
