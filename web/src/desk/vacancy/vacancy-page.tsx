import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '../../app/failures.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { Answer, ProblemAlert } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { VacancyStatusBadge } from '../employer/vacancies.tsx';
import { Panel } from '../shared/panel.tsx';
import { employerPath } from '../shared/paths.ts';
import { SubPage } from '../shared/sub-page.tsx';
import { Candidates } from './candidates.tsx';
import { VacancyFields } from './vacancy-fields.tsx';
import { vacancyFacts, vacancyValues } from './vacancy-values.ts';
import { ChangeVacancyDocument, type ChangeVacancyInput, ChangeVacancyStatusDocument, OneVacancyDocument, type OneVacancyQuery } from './vacancy.generated.ts';

const { vacancy: words, words: names, employer: employerWords, edit } = desk;

type Vacancy = NonNullable<OneVacancyQuery['vacancy']>;

/** Where a vacancy can go; the graph decides. Filled it is when its last place is. */
const next: Partial<Record<Vacancy['status'], readonly Vacancy['status'][]>> = {
  CONCEPT: ['OPEN', 'WITHDRAWN'],
  OPEN: ['PAUSED', 'WITHDRAWN'],
  PAUSED: ['OPEN', 'WITHDRAWN'],
  EXPIRED: ['WITHDRAWN'],
};

const Steps = ({ vacancy }: { vacancy: Vacancy }) => {
  const { send, busy, problem } = useCommand(ChangeVacancyStatusDocument);
  const go = async (to: Vacancy['status']): Promise<void> => {
    const result = await send({ vacancyId: vacancy.id, expectedVersion: vacancy.version, to });
    if (result?.__typename === 'VacancyChanged') notify(words.saved);
    if (result?.__typename === 'VacancyTransitionRefused') notify(words.refused(names.vacancyStatus[result.from]));
    if (result?.__typename === 'VacancyVersionConflict') notify(edit.changedElse);
  };
  const steps = next[vacancy.status] ?? [];
  return (
    <Panel title={words.steps} actions={<VacancyStatusBadge status={vacancy.status} />}>
      <Facts
        facts={[
          [employerWords.places, employerWords.placesText(vacancy.filled, vacancy.places)],
          [employerWords.from, vacancy.organisation.name],
          ...(vacancy.closesOn === null ? [] : [[employerWords.closes, dayText(vacancy.closesOn)] as const]),
        ]}
      />
      {steps.length > 0 && <p className="small">{vacancy.status === 'EXPIRED' ? words.expiredHelp : words.filledHelp}</p>}
      <ProblemAlert problem={problem} />
      <div className="actions">
        {steps.map((to) => (
          <Button key={to} variant={to === 'WITHDRAWN' ? 'tertiary' : 'secondary'} aria-disabled={busy} onClick={() => void (busy || go(to))}>
            {words.to[to] ?? to}
          </Button>
        ))}
      </div>
    </Panel>
  );
};

const ChangeForm = ({ vacancy }: { vacancy: Vacancy }) => {
  const form = useForm(vacancyValues(vacancy));
  const { send, busy, problem } = useCommand(ChangeVacancyDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerPath(vacancy.employer?.id ?? ''));
  const submit = async (): Promise<void> => {
    // What has no field here stays as it is.
    const { occupation, postcode4, workingLevelMin } = vacancy.demand ?? {};
    const unchanged = form.values.occupation === occupation?.text ? { occupationCode: occupation.code } : {};
    const kept = { ...unchanged, postcode4: postcode4 ?? null, workingLevelMin: workingLevelMin ?? null };
    const input: Omit<ChangeVacancyInput, 'requestId'> = { vacancyId: vacancy.id, expectedVersion: vacancy.version, ...kept, ...vacancyFacts(form.values) };
    const result = await send(input);
    if (result?.__typename === 'VacancyTransitionRefused') notify(words.refused(names.vacancyStatus[result.from]));
    if (result?.__typename === 'VacancyVersionConflict') notify(edit.changedElse);
    if (result?.__typename !== 'VacancyChanged') return;
    notify(words.saved);
    for (const warning of result.warnings) notify(warning);
    back();
  };
  return (
    <section className="panel desk-phone" aria-label={edit.changeOf(words.title)}>
      <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
        <VacancyFields form={form} places={vacancy.employer?.branches ?? []} />
      </Form>
    </section>
  );
};

/** One vacancy: how it stands, what can be done with it, and what it says. */
export const VacancyPage = () => {
  const { id = '', vacancyId = '' } = useParams();
  const [opened] = useState(vacancyId);
  const asked = useAsk(OneVacancyDocument, { variables: { id: vacancyId } });
  const found = asked.data?.vacancy;
  if (found === null && !asked.refreshing && asked.problem === null && asked.absent.length === 0) return <NotFound />;
  return (
    <SubPage title={found?.title ?? words.title} employer={{ id, name: found?.employer?.name }}>
      <Answer asked={asked}>
        {({ vacancy }) =>
          vacancy && (
            <div className="columns">
              <div>
                <Steps vacancy={vacancy} />
                {vacancy.status === 'OPEN' && <Candidates vacancy={vacancy} />}
              </div>
              {vacancy.status === 'FILLED' || vacancy.status === 'WITHDRAWN' ? null : <ChangeForm key={opened} vacancy={vacancy} />}
            </div>
          )
        }
      </Answer>
    </SubPage>
  );
};
