import '../uitvoering.css';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../app/page.tsx';
import { uitvoering } from '../../texts/uitvoering.ts';
import { people as words } from '../../texts/personnel.ts';
import { RadioField, TextField } from '../../ui/fields.tsx';
import { CommandForm, orNull } from '../command-form.tsx';
import { useMay } from '../may.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { RegisterParticipantDocument, type ThirdParty } from './people-steps.generated.ts';

const { OWN: _ofTheNuo, ...thirdParties } = words.kinds;

/** Registers somebody of UWV, of another municipality, or a Wsw worker of the NUO; a client comes with an order. */
export const ParticipantNewPage = () => {
  const navigate = useNavigate();
  const may = useMay();
  // The coordinator registers third parties only.
  const kinds = Object.entries(may('guide') ? words.kinds : thirdParties);
  return (
    <Page title={words.nieuw} actions={may('keepEmployments') && <Link to="/deelnemers/wsw">{words.toWsw}</Link>}>
      <section className="panel">
        <p>{words.ownHint}</p>
        <CommandForm
          document={RegisterParticipantDocument}
          initial={{ kind: 'UWV', code: '', reference: '', name: '', municipality: '' }}
          draft="deelnemer-nieuw"
          input={({ kind, code, reference, name, municipality }) =>
            kind === 'OWN' ? { municipality, name } : { commissioner: { kind: kind as ThirdParty, code, reference }, name: orNull(name) }
          }
          submit={words.nieuw}
          done={words.registered}
          onDone={({ participant }) => void navigate(participant ? `/deelnemers/${participant.id}` : '/deelnemers', { replace: true })}
          onCancel={() => void navigate(-1)}
        >
          {(form) => {
            const { kind } = form.values;
            return (
              <>
                <RadioField form={form} name="kind" label={words.from} choices={kinds.map(([value, label]) => ({ value, label }))} />
                {kind === 'OWN' ? (
                  <>
                    <MunicipalityField form={form} name="municipality" label={uitvoering.municipality} />
                    <TextField form={form} name="name" label={words.name} />
                  </>
                ) : (
                  <>
                    <TextField
                      form={form}
                      name="code"
                      path="commissioner.code"
                      label={kind === 'UWV' ? words.oin : words.code}
                      hint={kind === 'UWV' ? words.oinHint : words.codeHint}
                    />
                    <TextField form={form} name="reference" path="commissioner.reference" label={words.reference} />
                    <TextField form={form} name="name" label={words.name} hint={words.nameHint} optional />
                  </>
                )}
              </>
            );
          }}
        </CommandForm>
      </section>
    </Page>
  );
};
