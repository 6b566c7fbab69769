import '../uitvoering.css';
import { useNavigate } from 'react-router';
import { Page } from '../../app/page.tsx';
import { uitvoering } from '../../texts/uitvoering.ts';
import { people, wsw as words } from '../../texts/personnel.ts';
import { TextField } from '../../ui/fields.tsx';
import { CommandForm } from '../command-form.tsx';
import { MunicipalityField } from './municipality-field.tsx';
import { RegisterWswWorkerDocument } from './people-steps.generated.ts';
import { WswFields, wswInput, wswValues } from './wsw-fields.tsx';

/** A Wsw worker whom the NUO does not know yet; without a draft, since a BSN is not kept in a browser. */
export const WswNewPage = () => {
  const navigate = useNavigate();
  return (
    <Page title={words.nieuw}>
      <section className="panel">
        <CommandForm
          document={RegisterWswWorkerDocument}
          initial={{ name: '', municipality: '', ...wswValues() }}
          input={({ name, municipality, ...values }) => ({ name, municipality, ...wswInput(values) })}
          required={['municipality', 'gender']}
          submit={words.nieuw}
          done={words.registered}
          onDone={({ participant }) => void navigate(participant ? `/deelnemers/${participant.id}` : '/deelnemers', { replace: true })}
          onCancel={() => void navigate(-1)}
        >
          {(form) => (
            <>
              <TextField form={form} name="name" label={people.name} />
              <MunicipalityField form={form} name="municipality" label={uitvoering.municipality} />
              <WswFields form={form} />
            </>
          )}
        </CommandForm>
      </section>
    </Page>
  );
};
