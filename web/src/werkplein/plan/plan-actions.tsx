import { useWerkpleinCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayOf } from '../../ui/dates.ts';
import { CheckField, LongTextField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import { EndPlanDocument, EstablishPlanDocument, EvaluatePlanDocument, type WholePlanFragment } from './plan.werkplein.generated.ts';

const { plan: words } = werkpleinTexts;

interface ActionProps {
  clientId: string;
  plan: WholePlanFragment;
  close: () => void;
}

const Establish = ({ clientId, plan: { version }, close }: ActionProps) => {
  const sending = useSending(useWerkpleinCommand(EstablishPlanDocument), 'PlanSaved', words.establishedNow, close);
  return (
    <CommandForm sending={sending} submit={words.establish} onCancel={close} onSubmit={() => void sending.send({ clientId, expectedVersion: version })}>
      <p className="form-text">{words.establishExplain}</p>
    </CommandForm>
  );
};

const Evaluate = ({ clientId, plan: { version }, months, close }: ActionProps & { months: number | null }) => {
  const form = useForm({ evaluatedOn: dayOf(), outcome: '', samenspraak: true, nextEvaluationOn: '' }, `evaluatie:${clientId}`);
  const sending = useSending(useWerkpleinCommand(EvaluatePlanDocument), 'PlanSaved', words.evaluated, () => {
    form.reset();
    close();
  });
  return (
    <CommandForm
      sending={sending}
      submit={words.evaluate}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, expectedVersion: version, ...form.values })}
    >
      <TextField form={form} name="evaluatedOn" type="date" label={words.evaluatedOn} />
      <LongTextField form={form} name="outcome" label={words.outcome} />
      <CheckField form={form} name="samenspraak" label={words.samenspraak} />
      <TextField form={form} name="nextEvaluationOn" type="date" label={words.nextEvaluationOn} {...(months !== null && { hint: words.within(months) })} />
    </CommandForm>
  );
};

const End = ({ clientId, plan: { version }, close }: ActionProps) => {
  const form = useForm({ reason: '' });
  const sending = useSending(useWerkpleinCommand(EndPlanDocument), 'PlanSaved', words.endedNow, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.end}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, expectedVersion: version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.endReason} rows={2} />
    </CommandForm>
  );
};

export const ConceptActions = ({ clientId, concept }: { clientId: string; concept: WholePlanFragment }) => (
  <Opening label={words.establish} variant="primary">
    {(close) => <Establish clientId={clientId} plan={concept} close={close} />}
  </Opening>
);

/** What can be done with the plan that holds. */
export const PlanActions = ({ clientId, plan, months }: { clientId: string; plan: WholePlanFragment; months: number | null }) => (
  <>
    <Opening label={words.evaluate}>{(close) => <Evaluate clientId={clientId} plan={plan} months={months} close={close} />}</Opening>
    <Opening label={words.end} variant="tertiary">
      {(close) => <End clientId={clientId} plan={plan} close={close} />}
    </Opening>
  </>
);
