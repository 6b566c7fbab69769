import '../uitvoering.css';
import { useNavigate, useSearchParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { placements } from '../../texts/placements.ts';
import { employments as words } from '../../texts/personnel.ts';
import { dayOf } from '../../ui/dates.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import { CommandForm, orNull } from '../command-form.tsx';
import { EmployerField } from '../employer-field.tsx';
import { choicesOf } from '../filters.tsx';
import { MunicipalityField } from '../people/municipality-field.tsx';
import { PersonnelDocument } from '../people/personnel.generated.ts';
import { personName } from '../people.ts';
import { type EmploymentKind, RegisterEmploymentDocument, type WorkAdaptation } from './employments.generated.ts';
import { AdaptationsField, ofEmployer, TermsFields, termsInput, termsValues } from './terms-fields.tsx';

const BESCHUT = 'BESCHUT_10B';

const RegisterForm = ({ participantId, municipality }: { participantId: string; municipality: string }) => {
  const navigate = useNavigate();
  const initial = {
    kind: '',
    startsOn: dayOf(),
    termsFrom: '',
    ...termsValues,
    employerId: '',
    employerName: '',
    formalEmployer: municipality,
    payingMunicipality: municipality,
    responsibleMunicipality: municipality,
    adaptations: [] as readonly string[],
  };
  return (
    <CommandForm
      document={RegisterEmploymentDocument}
      initial={initial}
      draft={`dienstverband-${participantId}`}
      input={({ kind, startsOn, termsFrom, employerId, formalEmployer, payingMunicipality, responsibleMunicipality, adaptations, ...values }) => ({
        participantId,
        kind: kind as EmploymentKind,
        startsOn,
        termsFrom: orNull(termsFrom),
        payingMunicipality,
        responsibleMunicipality,
        adaptations: adaptations as WorkAdaptation[],
        ...(ofEmployer.has(kind) ? { employerId: orNull(employerId) } : { formalEmployer: orNull(formalEmployer) }),
        ...termsInput(values),
      })}
      required={['kind', 'cao', 'payingMunicipality', 'responsibleMunicipality']}
      submit={words.nieuw}
      done={words.done.nieuw}
      onDone={({ employment }) => void navigate(employment ? `/dienstverbanden/${employment.id}` : '/dienstverbanden', { replace: true })}
      onCancel={() => void navigate(-1)}
    >
      {(form) => (
        <>
          <SelectField form={form} name="kind" label={words.kind} choices={choicesOf(words.kinds)} />
          {form.values.kind === BESCHUT && <p className="small">{words.beschutHint}</p>}
          <TextField form={form} name="startsOn" type="date" label={words.from} />
          <TextField form={form} name="termsFrom" type="date" label={words.termsSince} hint={words.termsSinceHint} optional />
          <TermsFields form={form} />
          {ofEmployer.has(form.values.kind) ? <EmployerField form={form} /> : <MunicipalityField form={form} name="formalEmployer" label={words.formal} />}
          <MunicipalityField form={form} name="payingMunicipality" label={words.paying} />
          <MunicipalityField form={form} name="responsibleMunicipality" label={words.responsible} />
          <AdaptationsField form={form} />
        </>
      )}
    </CommandForm>
  );
};

/** An employment of a participant (`deelnemer`). */
export const EmploymentNewPage = () => {
  const [params] = useSearchParams();
  const id = params.get('deelnemer') ?? '';
  const asked = useAsk(PersonnelDocument, { variables: { id } });
  return (
    <Answer asked={asked}>
      {({ participant }) =>
        participant ? (
          <Page title={words.nieuw}>
            <p className="lead">{placements.forWhom(personName(participant))}</p>
            <section className="panel">
              <RegisterForm participantId={id} municipality={participant.municipality ?? ''} />
            </section>
          </Page>
        ) : (
          <NotFound />
        )
      }
    </Answer>
  );
};
