import '../desk.css';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { useAsk } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { dayOf } from '../../ui/dates.ts';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { employerPath } from '../shared/paths.ts';
import { PlacesOfEmployerDocument } from '../vacancy/vacancy.generated.ts';
import { TaskFields, taskFacts, type TaskValues } from './task-fields.tsx';
import { CreateTaskDocument } from './tasks-page.generated.ts';

const { tasks: words } = desk;

/** A new task, for an employer or not. */
export const NewTask = () => {
  const [params] = useSearchParams();
  const employerId = params.get('werkgever');
  const employer = useAsk(PlacesOfEmployerDocument, { variables: { id: employerId ?? '' }, skip: employerId === null }).data?.employer;
  const form = useForm<TaskValues>({ title: '', dueOn: dayOf(), remindAt: '', who: '' }, `taak:${employerId ?? ''}`);
  const { send, busy, problem } = useCommand(CreateTaskDocument);
  const navigate = useNavigate();
  const back = (): void => void navigate(employerId === null ? '/taken' : employerPath(employerId));
  return (
    <Page title={words.new}>
      <section className="panel desk-phone" aria-label={words.new}>
        {employer && <p className="stacked">{words.forEmployer(employer.name)}</p>}
        <TaskFields form={form} empty={words.auto}>
          {(colleagues, fields) => {
            const submit = async (): Promise<void> => {
              const result = await send({ employerId, ...taskFacts(form.values, colleagues) });
              if (!result) return;
              form.reset();
              notify(result.redirected === null ? words.saved : words.redirected[result.redirected]);
              for (const warning of result.warnings) notify(warning);
              back();
            };
            return (
              <Form problem={problem} busy={busy} submit={texts.common.save} onSubmit={() => void submit()} onCancel={back}>
                {fields}
              </Form>
            );
          }}
        </TaskFields>
      </section>
    </Page>
  );
};
