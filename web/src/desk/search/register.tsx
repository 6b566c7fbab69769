import '../desk.css';
import { Alert, Button, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { Page } from '../../app/page.tsx';
import { desk } from '../../texts/desk.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { employerPath } from '../shared/paths.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { PossibleDuplicates } from './possible-duplicates.tsx';
import { RegisterEmployerDocument } from './register.generated.ts';

const { register, search } = desk;

const empty = { legalName: '', kvkNumber: '', registrationReason: '', postcode: '', city: '', phone: '', email: '', website: '', createAnyway: false };

/** Only what was filled in; the graph knows an empty text for a mistake. */
const filled = <T extends Record<string, string | boolean>>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === '' || value === false ? [] : [[name, typeof value === 'string' ? value.trim() : value]])),
  ) as Partial<T>;

/** Registers an employer; who it may be already is shown while one types. */
export const Register = () => {
  const [params] = useSearchParams();
  const form = useForm({ ...empty, legalName: params.get('naam') ?? '' }, 'werkgever');
  const { send, busy, problem } = useCommand(RegisterEmployerDocument);
  const [alike, setAlike] = useState(0);
  const navigate = useNavigate();
  const { legalName: name, postcode, kvkNumber, phone, email, website: domain } = useSettled(form.values);

  const submit = async (): Promise<void> => {
    const result = await send({ ...filled(form.values), legalName: form.values.legalName.trim() });
    if (!result) return;
    const { alreadyKnown, employer, duplicateSignals, warnings } = result;
    form.reset();
    notify(alreadyKnown ? register.known : duplicateSignals.length > 0 ? register.doneSignal : register.done);
    for (const warning of warnings) notify(warning);
    await navigate(employerPath(employer.id));
  };

  return (
    <Page title={register.title}>
      <div className="columns">
        <section className="panel" aria-label={register.title}>
          {form.restored && (
            <Alert className="stacked" heading={register.draft} headingLevel={2} severity="success" role="status">
              <Paragraph>
                <Button variant="secondary" onClick={form.reset}>
                  {register.clear}
                </Button>
              </Paragraph>
            </Alert>
          )}
          <Form problem={problem} busy={busy} submit={register.submit} onSubmit={() => void submit()} onCancel={() => void navigate('/werkgevers')}>
            <TextField form={form} name="legalName" label={register.legalName} />
            <TextField form={form} name="kvkNumber" label={register.kvk} hint={register.kvkHint} optional />
            {form.values.kvkNumber === '' && <TextField form={form} name="registrationReason" label={register.reason} hint={register.reasonHint} />}
            <TextField form={form} name="postcode" label={register.postcode} optional />
            <TextField form={form} name="city" label={register.city} optional />
            <TextField form={form} name="phone" type="tel" label={register.phone} optional />
            <TextField form={form} name="email" type="email" label={register.email} optional />
            <TextField form={form} name="website" label={register.website} optional />
            {form.values.kvkNumber === '' && alike > 0 && <CheckField form={form} name="createAnyway" label={register.anyway} />}
          </Form>
        </section>
        <PossibleDuplicates like={filled({ name, postcode, kvkNumber, phone, email, domain })} heading={search.similar} onFound={setAlike} />
      </div>
    </Page>
  );
};
