import { Alert } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { CheckField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { employerPath } from '../shared/paths.ts';
import { SubPage } from '../shared/sub-page.tsx';
import { VacancyFields } from './vacancy-fields.tsx';
import { vacancyFacts, vacancyValues } from './vacancy-values.ts';
import { PlacesOfEmployerDocument, RegisterVacancyDocument, type RegisterVacancyMutation } from './vacancy.generated.ts';

const { vacancy: words } = desk;

type Known = Extract<NonNullable<RegisterVacancyMutation['nuo']>['registerVacancy'], { __typename: 'VacancyProbablyKnown' }>['vacancies'];

const NewForm = ({ employerId, places }: { employerId: string; places: readonly { id: string; name: string }[] }) => {
  const form = useForm(vacancyValues(null), `vacature:${employerId}`);
  const more = useForm({ concept: false, confirm: false });
  const [known, setKnown] = useState<Known>([]);
  const { send, busy, problem } = useCommand(RegisterVacancyDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerPath(employerId));
  const submit = async (): Promise<void> => {
    const result = await send({ employerId, ...vacancyFacts(form.values), ...more.values });
    if (result?.__typename === 'VacancyProbablyKnown') setKnown(result.vacancies);
    if (result?.__typename !== 'VacancyRegistered') return;
    form.reset();
    notify(words.saved);
    for (const warning of result.warnings) notify(warning);
    back();
  };
  return (
    <section className="panel desk-phone" aria-label={words.new}>
      {known.length > 0 && (
        <Alert className="stacked" heading={words.probably} headingLevel={2} severity="warning" role="alert">
          <p>{words.probablyText}</p>
          <ul className="desk-bullets">
            {known.map(({ id, title, registeredAt }) => (
              <li key={id}>{words.since(title, dayText(dayOf(registeredAt)))}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
        <VacancyFields form={form} places={places} />
        <CheckField form={more} name="concept" label={words.concept} />
        {known.length > 0 && <CheckField form={more} name="confirm" label={words.confirm} />}
      </Form>
    </section>
  );
};

/** Adds a vacancy of an employer. */
export const NewVacancy = () => {
  const { id = '' } = useParams();
  const asked = useAsk(PlacesOfEmployerDocument, { variables: { id } });
  const employer = asked.data?.employer;
  if (employer === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <SubPage title={words.new} employer={{ id, name: employer?.name }}>
      <Answer asked={asked}>{(data) => data.employer && <NewForm employerId={id} places={data.employer.branches ?? []} />}</Answer>
    </SubPage>
  );
};
