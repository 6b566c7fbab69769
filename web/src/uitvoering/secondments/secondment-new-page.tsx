import '../uitvoering.css';
import { useNavigate } from 'react-router';
import { Page } from '../../app/page.tsx';
import { secondments as words } from '../../texts/secondments.ts';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { CommandForm, numberOf } from '../command-form.tsx';
import { EmployerField } from '../employer-field.tsx';
import { choicesOf } from '../filters.tsx';
import { SecondmentFields, secondmentInput, secondmentValues } from './secondment-fields.tsx';
import { DrawUpSecondmentDocument, type SecondmentOrigin } from './secondment-steps.generated.ts';

/** Cents of an amount in euros as people type it. */
export const centsOf = (euro: string): number => Math.round((numberOf(euro) || 0) * 100);

/** An agreement with a hirer, drawn up with its first rate. */
export const SecondmentNewPage = () => {
  const navigate = useNavigate();
  const initial = { ...secondmentValues(null), employerId: '', employerName: '', origin: 'NUO', rate: '' };
  return (
    <Page title={words.nieuw}>
      <section className="panel">
        <CommandForm
          document={DrawUpSecondmentDocument}
          initial={initial}
          draft="detachering-nieuw"
          input={(values) => ({
            ...secondmentInput(values),
            employerId: values.employerId,
            origin: values.origin as SecondmentOrigin,
            centsPerHour: centsOf(values.rate),
          })}
          required={['employerId']}
          submit={words.nieuw}
          done={words.done.drawUp}
          onDone={({ secondment }) => void navigate(secondment ? `/detacheringen/${secondment.id}` : '/detacheringen', { replace: true })}
          onCancel={() => void navigate(-1)}
        >
          {(form) => (
            <>
              <EmployerField form={form} />
              <SecondmentFields form={form} hirerId={form.values.employerId} />
              <RadioField form={form} name="origin" label={words.origin} choices={choicesOf(words.origins)} />
              <TextField form={form} name="rate" path="centsPerHour" label={words.rate} hint={words.rateHint} />
            </>
          )}
        </CommandForm>
      </section>
    </Page>
  );
};
