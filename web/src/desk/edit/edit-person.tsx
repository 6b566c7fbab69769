import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf } from '../../ui/dates.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { changedOf, textOrNull } from '../shared/changed.ts';
import { employerPath } from '../shared/paths.ts';
import { choicesOf } from '../shared/say.ts';
import { SubPage } from '../shared/sub-page.tsx';
import {
  AddContactPersonDocument,
  ChangeContactPersonDocument,
  type ChangeContactPersonInput,
  EmployerToEditDocument,
  type EmployerToEditQuery,
  type PersonToEditFragment,
} from './edit.generated.ts';

const { edit: words, plan: planWords, words: names, register, employer: employerWords } = desk;
const NEW = 'nieuw';

type Employer = NonNullable<EmployerToEditQuery['employer']>;

const valuesOf = (person: PersonToEditFragment | null) => ({
  name: person?.name ?? '',
  jobTitle: person?.jobTitle ?? '',
  email: person?.email ?? '',
  phone: person?.phone ?? '',
  branchId: person?.branch?.id ?? '',
  preferredChannel: person?.preferredChannel ?? '',
  preferenceNote: person?.preferenceNote ?? '',
  doNotContact: person?.doNotContact ?? false,
  left: person ? !person.active : false,
  verified: false,
});
type Values = ReturnType<typeof valuesOf>;

const inputOf = ({ left, verified, doNotContact, ...named }: Partial<Values>) => ({
  ...Object.fromEntries(Object.entries(named).map(([name, text]) => [name, textOrNull(text)])),
  ...(doNotContact !== undefined && { doNotContact }),
  ...(left !== undefined && { active: !left }),
  ...(verified === true && { verifiedOn: dayOf() }),
});

const PersonForm = ({ employer, person }: { employer: Employer; person: PersonToEditFragment | null }) => {
  const [first] = useState(() => valuesOf(person));
  const form = useForm(first);
  const add = useCommand(AddContactPersonDocument);
  const change = useCommand(ChangeContactPersonDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerPath(employer.id));
  const { values } = form;

  const save = () => {
    if (person !== null)
      return change.send({
        contactPersonId: person.id,
        expectedVersion: person.version,
        ...(inputOf(changedOf(values, first)) as Partial<ChangeContactPersonInput>),
      });
    const { name, jobTitle, email, phone, branchId } = values;
    const rest = { jobTitle: textOrNull(jobTitle), email: textOrNull(email), phone: textOrNull(phone), branchId: textOrNull(branchId) };
    return add.send({ employerId: employer.id, name, ...rest });
  };
  const submit = async (): Promise<void> => {
    const result = await save();
    if (result?.__typename === 'ContactPersonTaken') notify(words.personTaken(result.contactPerson.name));
    if (result?.__typename === 'ContactPersonVersionConflict') notify(words.changedElse);
    if (result?.__typename !== 'ContactPersonAdded' && result?.__typename !== 'ContactPersonChanged') return;
    notify(result.__typename === 'ContactPersonAdded' && result.alreadyKnown ? words.personKnown : words.personSaved);
    for (const warning of result.warnings) notify(warning);
    back();
  };
  const places = (employer.branches ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="panel desk-phone" aria-label={words.person}>
      <Form problem={add.problem ?? change.problem} busy={add.busy || change.busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
        <TextField form={form} name="name" label={words.personName} />
        <TextField form={form} name="jobTitle" label={words.jobTitle} optional />
        <TextField form={form} name="phone" type="tel" label={register.phone} optional />
        <TextField form={form} name="email" type="email" label={register.email} optional />
        <SelectField form={form} name="branchId" label={planWords.branch} empty={planWords.wholeEmployer} choices={places} optional />
        {person !== null && (
          <>
            <SelectField form={form} name="preferredChannel" label={words.preferred} empty={words.noPreference} choices={choicesOf(names.preferred)} optional />
            <TextField form={form} name="preferenceNote" label={words.preferenceNote} optional />
            <CheckField form={form} name="doNotContact" label={words.doNotContact} />
            <CheckField form={form} name="left" label={employerWords.inactive} />
            <CheckField form={form} name="verified" label={words.verified} />
          </>
        )}
      </Form>
    </section>
  );
};

/** Adds somebody to ask for at an employer, or changes who is known. */
export const EditPerson = () => {
  const { id = '', personId = NEW } = useParams();
  const asked = useAsk(EmployerToEditDocument, { variables: { id } });
  const employer = asked.data?.employer;
  const person = employer?.contactPersons?.find((each) => each.id === personId) ?? null;
  if (employer && person === null && personId !== NEW && !asked.refreshing) return <NotFound />;
  return (
    <SubPage title={personId === NEW ? words.newPerson : words.person} employer={{ id, name: employer?.name }}>
      <Answer asked={asked}>{(data) => data.employer && <PersonForm employer={data.employer} person={person} />}</Answer>
    </SubPage>
  );
};
