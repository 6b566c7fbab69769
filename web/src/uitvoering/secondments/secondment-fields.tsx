import { municipalities } from '../../graph/municipalities.generated.ts';
import { useAsk } from '../../graph/ask.ts';
import { texts } from '../../texts.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { CheckField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import type { FormState } from '../../ui/use-form.ts';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import { BranchesOfHirerDocument, type SecondmentQuery } from './secondments.generated.ts';

export type Secondment = NonNullable<SecondmentQuery['secondment']>;

export const secondmentValues = (row: Secondment | null) => ({
  title: row?.title ?? '',
  kind: row?.kind ?? 'INDIVIDUAL',
  startsOn: row?.startsOn ?? '',
  endsOn: row?.endsOn ?? '',
  noticeMonths: String(row?.noticeMonths ?? 1),
  indexed: row?.indexed ?? true,
  branchId: row?.branch?.id ?? '',
  greenTeamOf: row?.greenTeamOf ?? '',
});
export type SecondmentValues = ReturnType<typeof secondmentValues>;

export const secondmentInput = ({ kind, endsOn, noticeMonths, branchId, greenTeamOf, title, startsOn, indexed }: SecondmentValues) => ({
  title,
  startsOn,
  indexed,
  kind,
  endsOn: orNull(endsOn),
  // What is no number is none that the graph takes, and it says so at the field.
  noticeMonths: /^\d{1,3}$/.test(noticeMonths.trim()) ? Number(noticeMonths) : -1,
  branchId: orNull(branchId),
  greenTeamOf: orNull(greenTeamOf),
});

const Branch = <F extends SecondmentValues>({ form, hirerId }: { form: FormState<F>; hirerId: string }) => {
  const { data } = useAsk(BranchesOfHirerDocument, { variables: { id: hirerId }, skip: hirerId === '' });
  const branches = data?.employer?.branches ?? [];
  if (branches.length < 2) return null;
  const choices = branches.map(({ id, city, street }) => ({ value: id, label: [street, city].filter(Boolean).join(', ') }));
  return <SelectField form={form} name="branchId" label={words.branch} choices={choices} empty={texts.common.none} optional />;
};

/** What an agreement says, besides its hirer and its rate. */
export const SecondmentFields = <F extends SecondmentValues>({ form, hirerId }: { form: FormState<F>; hirerId: string }) => (
  <>
    <TextField form={form} name="title" label={words.work} hint={words.titleHint} />
    <RadioField form={form} name="kind" label={words.kind} choices={choicesOf(words.kinds)} />
    <Branch form={form} hirerId={hirerId} />
    <SelectField
      form={form}
      name="greenTeamOf"
      label={words.greenTeam}
      choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      empty={texts.common.none}
      optional
    />
    <TextField form={form} name="startsOn" type="date" label={words.from} />
    <TextField form={form} name="endsOn" type="date" label={words.until} hint={words.endHint} optional />
    <TextField form={form} name="noticeMonths" type="number" label={words.noticeMonths} />
    <CheckField form={form} name="indexed" label={words.indexed} />
  </>
);
