import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { AnyMunicipalityField } from '../../ui/any-municipality-field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { changedOf, textOrNull } from '../shared/changed.ts';
import { employerPath } from '../shared/paths.ts';
import { SubPage } from '../shared/sub-page.tsx';
import { AddBranchDocument, type BranchToEditFragment, ChangeBranchDocument, type ChangeBranchInput, EmployerToEditDocument } from './edit.generated.ts';

const { edit: words, register } = desk;
const NEW = 'nieuw';

const valuesOf = (branch: BranchToEditFragment | null) => ({
  name: branch?.name ?? '',
  street: branch?.street ?? '',
  houseNumber: branch?.houseNumber ?? '',
  postcode: branch?.postcode ?? '',
  city: branch?.city ?? '',
  municipality: branch?.municipality ?? '',
  vestigingsnummer: branch?.vestigingsnummer ?? '',
  phone: branch?.phone ?? '',
  email: branch?.email ?? '',
  website: branch?.website ?? '',
});

const sent = <K extends string>(values: Partial<Record<K, string>>): Partial<Record<K, string | null>> =>
  Object.fromEntries(Object.entries<string | undefined>(values).map(([name, text]) => [name, textOrNull(text ?? '')])) as Partial<Record<K, string | null>>;

const BranchForm = ({ employerId, branch }: { employerId: string; branch: BranchToEditFragment | null }) => {
  const [first] = useState(() => valuesOf(branch));
  const form = useForm(first);
  const add = useCommand(AddBranchDocument);
  const change = useCommand(ChangeBranchDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerPath(employerId));

  const save = () => {
    if (branch === null) {
      const { name, street, houseNumber, postcode, city, municipality, ...rest } = form.values;
      return add.send({ employerId, name, street, houseNumber, postcode, city, municipality, ...sent(rest) });
    }
    const fields = sent(changedOf(form.values, first)) as Partial<ChangeBranchInput>;
    return change.send({ branchId: branch.id, expectedVersion: branch.version, ...fields });
  };
  const submit = async (): Promise<void> => {
    const result = await save();
    if (result?.__typename === 'VestigingsnummerTaken') notify(words.branchTaken(result.branch.name));
    if (result?.__typename === 'BranchVersionConflict') notify(words.changedElse);
    if (result?.__typename !== 'BranchAdded' && result?.__typename !== 'BranchChanged') return;
    notify(words.branchSaved);
    for (const warning of result.warnings) notify(warning);
    back();
  };
  return (
    <section className="panel desk-phone" aria-label={words.branch}>
      <Form problem={add.problem ?? change.problem} busy={add.busy || change.busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
        <TextField form={form} name="name" label={words.branchName} />
        <div className="desk-pair">
          <TextField form={form} name="street" label={words.street} />
          <TextField form={form} name="houseNumber" label={words.houseNumber} />
        </div>
        <div className="desk-pair">
          <TextField form={form} name="postcode" label={register.postcode} />
          <TextField form={form} name="city" label={register.city} />
        </div>
        <AnyMunicipalityField form={form} name="municipality" label={words.municipality} />
        <TextField form={form} name="vestigingsnummer" label={words.branchNumber} hint={words.branchNumberHint} optional />
        <TextField form={form} name="phone" type="tel" label={register.phone} optional />
        <TextField form={form} name="email" type="email" label={register.email} optional />
        <TextField form={form} name="website" label={register.website} optional />
      </Form>
    </section>
  );
};

/** Adds a place of an employer, or changes one. */
export const EditBranch = () => {
  const { id = '', branchId = NEW } = useParams();
  const asked = useAsk(EmployerToEditDocument, { variables: { id } });
  const employer = asked.data?.employer;
  const branch = employer?.branches?.find((each) => each.id === branchId) ?? null;
  if (employer && branch === null && branchId !== NEW && !asked.refreshing) return <NotFound />;
  return (
    <SubPage title={branchId === NEW ? words.newBranch : words.branch} employer={{ id, name: employer?.name }}>
      <Answer asked={asked}>{(data) => data.employer && <BranchForm employerId={id} branch={branch} />}</Answer>
    </SubPage>
  );
};
