import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { executor, provisionEnd, provisionKind } from '../../texts/werkplein-law.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { choicesOf, orNull } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import type { Milestone, Provision } from './provisions.tsx';
import {
  CorrectProvisionDocument,
  type CorrectProvisionMutationVariables,
  EndProvisionDocument,
  type EndProvisionMutationVariables,
  InterruptProvisionDocument,
  ResumeProvisionDocument,
  SettleMilestoneDocument,
  StartProvisionDocument,
  type StartProvisionMutationVariables,
} from './provisions.werkplein.generated.ts';

const { law: words } = werkpleinTexts;

export interface DecisionChoice {
  value: string;
  label: string;
}

interface StepProps {
  provision: Provision;
  close: () => void;
}

export const StartForm = ({ clientId, decisions, close }: { clientId: string; decisions: readonly DecisionChoice[]; close: () => void }) => {
  type Input = StartProvisionMutationVariables['input'];
  const form = useForm({ kind: '', executor: 'OWN', startsOn: dayOf(), expectedEndOn: '', decisionId: '', note: '' }, `voorziening:${clientId}`);
  const sending = useSending(useWerkpleinCommand(StartProvisionDocument), 'ProvisionSaved', words.provisionStarted, () => {
    form.reset();
    close();
  });
  const { kind, executor: by, startsOn, expectedEndOn, decisionId, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.startProvision}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          clientId,
          kind: kind as Input['kind'],
          executor: by as Input['executor'],
          startsOn,
          expectedEndOn: orNull(expectedEndOn),
          decisionId: orNull(decisionId),
          note: orNull(note),
        })
      }
    >
      <SelectField form={form} name="kind" label={words.what} choices={choicesOf(provisionKind)} />
      <SelectField form={form} name="executor" label={words.executor} choices={choicesOf(executor)} />
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={words.firstDay} />
        <TextField form={form} name="expectedEndOn" type="date" label={words.expectedEnd} optional />
      </div>
      <SelectField form={form} name="decisionId" label={words.decision} choices={decisions} empty={texts.common.none} optional />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};

export const EndForm = ({ provision: { id, version, status }, close }: StepProps) => {
  type Input = EndProvisionMutationVariables['input'];
  const form = useForm({ reason: '', lastDay: dayOf() });
  const sending = useSending(useWerkpleinCommand(EndProvisionDocument), 'ProvisionSaved', words.provisionEnded, close);
  const { reason, lastDay } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.endProvision}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          id,
          expectedVersion: version,
          reason: reason as Input['reason'],
          ...(status === 'RUNNING' && reason !== 'NEVER_USED' && { lastDay }),
        })
      }
    >
      <SelectField form={form} name="reason" label={words.endReason} choices={choicesOf(provisionEnd)} />
      {status === 'RUNNING' && reason !== 'NEVER_USED' && <TextField form={form} name="lastDay" type="date" label={words.lastDay} />}
    </CommandForm>
  );
};

export const InterruptForm = ({ provision: { id, version }, close }: StepProps) => {
  const form = useForm({ lastDay: dayOf() });
  const sending = useSending(useWerkpleinCommand(InterruptProvisionDocument), 'ProvisionSaved', words.interrupted, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.interrupt}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}
    >
      <TextField form={form} name="lastDay" type="date" label={words.lastDayUsed} />
    </CommandForm>
  );
};

export const ResumeForm = ({ provision: { id, version }, close }: StepProps) => {
  const form = useForm({ startsOn: dayOf() });
  const sending = useSending(useWerkpleinCommand(ResumeProvisionDocument), 'ProvisionSaved', words.resumed, close);
  return (
    <CommandForm sending={sending} submit={words.resume} onCancel={close} onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}>
      <TextField form={form} name="startsOn" type="date" label={words.firstDayAgain} />
    </CommandForm>
  );
};

/** What was written wrong, the days of use among it; nothing happens to the client by it. */
export const CorrectForm = ({ provision, decisions, close }: StepProps & { decisions: readonly DecisionChoice[] }) => {
  type Input = CorrectProvisionMutationVariables['input'];
  const { id, version, uses } = provision;
  const form = useForm<Record<string, string>>({
    executor: provision.executor,
    expectedEndOn: provision.expectedEndOn ?? '',
    decisionId: provision.decisionId ?? '',
    note: provision.note ?? '',
    ...Object.fromEntries(
      uses.flatMap(({ from, until }, index) => [
        [`${index}.from`, from],
        [`${index}.until`, until ?? ''],
      ]),
    ),
  });
  const sending = useSending(useWerkpleinCommand(CorrectProvisionDocument), 'ProvisionSaved', words.corrected, close);
  const text = (name: string): string => form.values[name] ?? '';
  return (
    <CommandForm
      sending={sending}
      submit={words.correct}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          id,
          expectedVersion: version,
          executor: text('executor') as Input['executor'] & string,
          expectedEndOn: orNull(text('expectedEndOn')),
          decisionId: orNull(text('decisionId')),
          note: orNull(text('note')),
          uses: uses.map((_, index) => ({ from: text(`${index}.from`), until: orNull(text(`${index}.until`)) })),
        })
      }
    >
      <p className="form-text">{words.correctExplain}</p>
      <SelectField form={form} name="executor" label={words.executor} choices={choicesOf(executor)} />
      {uses.map(({ from }, index) => (
        <div key={from} className="field-row">
          <TextField form={form} name={`${index}.from`} path={`uses.${index}.from`} type="date" label={words.usedFrom(index + 1)} />
          <TextField form={form} name={`${index}.until`} path={`uses.${index}.until`} type="date" label={words.usedUntil(index + 1)} optional />
        </div>
      ))}
      <TextField form={form} name="expectedEndOn" type="date" label={words.expectedEnd} optional />
      <SelectField form={form} name="decisionId" label={words.decision} choices={decisions} empty={texts.common.none} optional />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};

/** What the law asks during a provision was done; a review says whether it helps. */
export const SettleForm = ({ milestone: { id, kind }, close }: { milestone: Milestone; close: () => void }) => {
  const form = useForm({ settledOn: dayOf(), progress: '', note: '' });
  const sending = useSending(useWerkpleinCommand(SettleMilestoneDocument), 'ProvisionSaved', words.settled, close);
  const { settledOn, progress, note } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.settle}
      onCancel={close}
      onSubmit={() => void sending.send({ id, settledOn, note: orNull(note), ...(progress !== '' && { progress: progress === 'JA' }) })}
    >
      {kind === 'REVIEW' && <RadioField form={form} name="progress" label={words.progress} choices={words.progressChoices} />}
      <TextField form={form} name="settledOn" type="date" label={words.settledOn} />
      <LongTextField form={form} name="note" label={words.note} rows={2} optional />
    </CommandForm>
  );
};
