import { Heading } from '@amsterdam/design-system-react';
import { useNavigate } from 'react-router';
import { useAskWerkplein } from '../../graph/ask.ts';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useClient } from '../client/client.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSending } from '../parts/sending.ts';
import { GoalRows, ObligationRows, SupportRows } from './rows.tsx';
import { inputOf, valuesOf } from './values.ts';
import { ClientPlansDocument, SavePlanConceptDocument, type WholePlanFragment } from './plan.werkplein.generated.ts';

const { plan: words } = werkpleinTexts;

interface EditorProps {
  clientId: string;
  /** What is written on: the concept, else the plan that holds, else nothing yet. */
  basis: WholePlanFragment | null;
  months: number | null;
}

const Editor = ({ clientId, basis, months }: EditorProps) => {
  const navigate = useNavigate();
  const form = useForm(valuesOf(basis), `plan:${clientId}`);
  const back = (): void => void navigate(clientPath(clientId, 'plan'));
  const sending = useSending(useWerkpleinCommand(SavePlanConceptDocument), 'PlanSaved', words.saved, () => {
    form.reset();
    back();
  });
  return (
    <>
      {form.restored && <p className="draft-note">{words.draft}</p>}
      <CommandForm
        sending={sending}
        submit={words.save}
        onCancel={back}
        onSubmit={() => void sending.send({ clientId, ...(basis?.status === 'CONCEPT' && { expectedVersion: basis.version }), ...inputOf(form.values) })}
      >
        <Heading level={3}>{words.goals}</Heading>
        <GoalRows form={form} />
        <Heading level={3}>{words.support}</Heading>
        <SupportRows form={form} />
        <Heading level={3}>{words.obligations}</Heading>
        <ObligationRows form={form} />
        <Heading level={3}>{words.rest}</Heading>
        <LongTextField form={form} name="consequences" label={words.consequences} hint={words.consequencesHint} rows={3} optional />
        <TextField form={form} name="discussedOn" type="date" label={words.discussedOn} hint={words.discussedHint} optional />
        <TextField form={form} name="nextEvaluationOn" type="date" label={words.nextEvaluationOn} {...(months !== null && { hint: words.within(months) })} />
      </CommandForm>
    </>
  );
};

/** Writes the concept of the next plan van aanpak. */
export const WritePlanPart = () => {
  const { id } = useClient();
  const asked = useAskWerkplein(ClientPlansDocument, { variables: { client: id } });
  return (
    <Panel title={words.writeTitle}>
      <Answer asked={asked}>
        {({ client, wierden }) => {
          const plans = client?.plans ?? [];
          const basis = plans.find(({ status }) => status === 'CONCEPT') ?? plans.find(({ status }) => status === 'ESTABLISHED') ?? null;
          return <Editor clientId={id} basis={basis} months={wierden?.terms?.planEvaluationMonths ?? null} />;
        }}
      </Answer>
    </Panel>
  );
};
