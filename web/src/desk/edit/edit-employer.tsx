import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { hasRole, useMe } from '../../app/me.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { CheckField, LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { EmployerField } from '../../uitvoering/employer-field.tsx';
import { changedOf, linesOf, numberOrNull, textOrNull } from '../shared/changed.ts';
import { employerPath } from '../shared/paths.ts';
import { choicesOf } from '../shared/say.ts';
import { SubPage } from '../shared/sub-page.tsx';
import { ChangeEmployerDocument, type ChangeEmployerInput, EmployerToEditDocument, type EmployerToEditQuery } from './edit.generated.ts';

const { edit: words, words: names, search, register } = desk;

type Employer = NonNullable<EmployerToEditQuery['employer']>;

const valuesOf = (employer: Employer) => ({
  legalName: employer.legalName,
  tradeNames: employer.tradeNames.join('\n'),
  kvkNumber: employer.kvkNumber ?? '',
  registrationReason: employer.registrationReason ?? '',
  sbiCode: employer.sbi?.code ?? '',
  employees: String(employer.employees ?? ''),
  websites: employer.websites.join('\n'),
  domains: employer.domains.join('\n'),
  status: employer.status as string,
  indNonMailing: employer.indNonMailing,
  keyAccount: employer.keyAccount,
  coolDownDays: String(employer.coolDownDays),
  // The employer of whose concern it is a part, and what is typed to find another.
  employerId: employer.concern?.parent?.id ?? '',
  employerName: '',
});

type Values = ReturnType<typeof valuesOf>;

const inputOf = ({
  status,
  tradeNames,
  websites,
  domains,
  employees,
  coolDownDays,
  indNonMailing,
  keyAccount,
  employerId,
  employerName: _,
  ...named
}: Partial<Values>) =>
  ({
    ...Object.fromEntries(Object.entries(named).map(([name, text]) => [name, textOrNull(text)])),
    ...(named.sbiCode && { sbiVersion: 'SBI2025' }),
    ...(tradeNames !== undefined && { tradeNames: linesOf(tradeNames) }),
    ...(websites !== undefined && { websites: linesOf(websites) }),
    ...(domains !== undefined && { domains: linesOf(domains) }),
    ...(employees !== undefined && { employees: numberOrNull(employees) }),
    ...(coolDownDays !== undefined && { coolDownDays: numberOrNull(coolDownDays) }),
    ...(indNonMailing !== undefined && { indNonMailing }),
    ...(keyAccount !== undefined && { keyAccount }),
    ...(status !== undefined && { status }),
    ...(employerId !== undefined && { parentId: textOrNull(employerId) }),
  }) as Omit<ChangeEmployerInput, 'requestId' | 'employerId' | 'expectedVersion'>;

const statuses = choicesOf(names.employerStatus).filter(({ value }) => value !== 'MERGED');

const EditForm = ({ employer }: { employer: Employer }) => {
  const coordinator = hasRole(useMe(), 'coordinator');
  const [first] = useState(() => valuesOf(employer));
  const form = useForm(first);
  const { send, busy, problem } = useCommand(ChangeEmployerDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerPath(employer.id));

  const submit = async (): Promise<void> => {
    const result = await send({ employerId: employer.id, expectedVersion: employer.version, ...inputOf(changedOf(form.values, first)) });
    if (!result) return;
    if (result.__typename === 'EmployerStatusRefused') notify(words.statusRefused(result.allowed.map((each) => names.employerStatus[each])));
    if (result.__typename === 'EmployerVersionConflict') notify(words.changedElse);
    if (result.__typename === 'KvkNumberTaken') notify(words.kvkTaken(result.employer.name));
    if (result.__typename === 'ConcernCycle') notify(words.concernCycle(result.employer.name));
    if (result.__typename !== 'EmployerChanged') return;
    notify(result.duplicateSignals.length > 0 ? words.savedSignal : words.saved);
    for (const warning of result.warnings) notify(warning);
    back();
  };
  return (
    <section className="panel desk-phone" aria-label={words.employer}>
      <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
        <TextField form={form} name="legalName" label={register.legalName} />
        <LongTextField form={form} name="tradeNames" label={desk.employer.tradeNames} hint={words.perLine} rows={3} optional />
        <TextField form={form} name="kvkNumber" label={register.kvk} hint={register.kvkHint} optional />
        {form.values.kvkNumber === '' && <TextField form={form} name="registrationReason" label={register.reason} hint={register.reasonHint} />}
        <TextField form={form} name="sbiCode" label={names.mergeField.SBI} hint={words.sbiHint} optional />
        <TextField form={form} name="employees" type="number" label={desk.employer.employees} optional />
        <LongTextField form={form} name="websites" label={names.mergeField.WEBSITES} hint={words.perLine} rows={2} optional />
        <LongTextField form={form} name="domains" label={words.domains} hint={words.domainsHint} rows={2} optional />
        <EmployerField
          form={form}
          path="parentId"
          search={words.searchConcern}
          label={words.concern}
          now={employer.concern?.parent ?? null}
          none={words.noConcern}
        />
        <SelectField form={form} name="status" label={search.status} choices={statuses} />
        <CheckField form={form} name="indNonMailing" label={words.noMail} />
        {coordinator && (
          <>
            <CheckField form={form} name="keyAccount" label={search.keyAccount} />
            <TextField form={form} name="coolDownDays" type="number" label={names.mergeField.COOL_DOWN_DAYS} hint={words.coolDownHint} />
          </>
        )}
      </Form>
    </section>
  );
};

/** Changes what is registered of an employer. */
export const EditEmployer = () => {
  const { id = '' } = useParams();
  const asked = useAsk(EmployerToEditDocument, { variables: { id } });
  if (asked.data?.employer === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <SubPage title={words.employer} employer={{ id, name: asked.data?.employer?.name }}>
      <Answer asked={asked}>{({ employer }) => employer && <EditForm employer={employer} />}</Answer>
    </SubPage>
  );
};
