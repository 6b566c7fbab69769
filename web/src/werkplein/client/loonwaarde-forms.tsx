import { Button } from '@amsterdam/design-system-react';
import { NUO, useMe } from '../../app/me.tsx';
import { useWerkpleinCommand } from '../../graph/command.ts';
import { texts } from '../../texts.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { useFieldProblem } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { chosenColleague, ColleagueField, noColleague } from '../parts/colleagues.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { numberOf } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import { useNuoExperts } from './experts.ts';
import type { Loonwaarde } from './loonwaarde.tsx';
import {
  CarryOutLoonwaardeDocument,
  EstablishLoonwaardeDocument,
  PlanLoonwaardeDocument,
  RejectLoonwaardeDocument,
  RequestLoonwaardeDocument,
} from './loonwaarde.werkplein.generated.ts';

const { loonwaarde: words } = werkpleinTexts;

interface StepProps {
  loonwaarde: Loonwaarde;
  close: () => void;
}

export const RequestForm = ({ clientId, close }: { clientId: string; close: () => void }) => {
  const form = useForm({ functionName: '', hoursPerWeek: '' });
  const sending = useSending(useWerkpleinCommand(RequestLoonwaardeDocument), 'LoonwaardeRequested', words.requested, close);
  const { functionName, hoursPerWeek } = form.values;
  return (
    <CommandForm
      sending={sending}
      submit={words.request}
      onCancel={close}
      onSubmit={() => void sending.send({ clientId, functionName, hoursPerWeek: numberOf(hoursPerWeek) })}
    >
      <TextField form={form} name="functionName" label={words.function} />
      <TextField form={form} name="hoursPerWeek" label={words.hoursPerWeek} />
    </CommandForm>
  );
};

/** Who measures, and on which day: somebody of the NUO or of the own Werkplein. */
export const PlanForm = ({ loonwaarde: { id, version }, close }: StepProps) => {
  const { organisation } = useMe();
  const experts = useNuoExperts();
  const form = useForm({ ...noColleague, organisation: NUO, nuoExpert: '', plannedOn: '' });
  const sending = useSending(useWerkpleinCommand(PlanLoonwaardeDocument), 'LoonwaardeChanged', words.planned, close);
  const { organisation: expertOrganisation, nuoExpert, plannedOn } = form.values;
  const ofNuo = expertOrganisation === NUO;
  const expert = ofNuo ? (experts.find((each) => each.id === nuoExpert) ?? { id: '', name: '–' }) : chosenColleague(form.values);
  return (
    <CommandForm
      sending={sending}
      submit={words.plan}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, plannedOn, expertOrganisation, expert })}
    >
      <RadioField
        form={form}
        name="organisation"
        path="expertOrganisation"
        label={words.expertOf}
        choices={[
          { value: NUO, label: words.ofNuo },
          { value: organisation.code, label: words.ofWerkplein },
        ]}
      />
      {ofNuo ? (
        <SelectField
          form={form}
          name="nuoExpert"
          path="expert.id"
          label={words.expert}
          choices={experts.map((each) => ({ value: each.id, label: each.name }))}
        />
      ) : (
        <ColleagueField form={form} path="expert" label={words.expert} />
      )}
      <TextField form={form} name="plannedOn" type="date" label={words.plannedOn} />
    </CommandForm>
  );
};

const TASKS_MAX = 10;
const taskFields = ['timePct', 'pacePct', 'qualityPct', 'netTimePct'] as const;
const emptyTask = { name: '', timePct: '', pacePct: '', qualityPct: '', netTimePct: '' };

/** What is wrong with the tasks together. */
const TasksProblem = () => {
  const problem = useFieldProblem('tasks');
  return problem !== null && <p role="alert">{problem}</p>;
};

/** The form of the expert: what each main task takes and yields. */
export const CarryOutForm = ({ loonwaarde: { id, version }, close }: StepProps) => {
  const form = useForm<Record<string, string>>(
    { carriedOutOn: dayOf(), tasks: '1', ...Object.fromEntries(Object.entries({ ...emptyTask, timePct: '100' }).map(([name, text]) => [`0.${name}`, text])) },
    `loonwaarde:${id}`,
  );
  const sending = useSending(useWerkpleinCommand(CarryOutLoonwaardeDocument), 'LoonwaardeChanged', words.carriedOut, () => {
    form.reset();
    close();
  });
  const count = Number(form.values['tasks']);
  const at = Array.from({ length: count }, (_, index) => index);
  const text = (index: number, name: string): string => form.values[`${index}.${name}`] ?? '';
  const add = (): void => {
    for (const name of Object.keys(emptyTask)) form.set(`${count}.${name}`, '');
    form.set('tasks', String(count + 1));
  };
  return (
    <CommandForm
      sending={sending}
      submit={words.carryOut}
      onCancel={close}
      onSubmit={() =>
        void sending.send({
          id,
          expectedVersion: version,
          carriedOutOn: form.values['carriedOutOn'] ?? '',
          tasks: at.map((index) => ({
            name: text(index, 'name'),
            timePct: numberOf(text(index, 'timePct')),
            pacePct: numberOf(text(index, 'pacePct')),
            qualityPct: numberOf(text(index, 'qualityPct')),
            netTimePct: numberOf(text(index, 'netTimePct')),
          })),
        })
      }
    >
      <p className="form-text">{words.carryOutExplain}</p>
      <TextField form={form} name="carriedOutOn" type="date" label={words.carriedOutOn} />
      <TasksProblem />
      {at.map((index) => (
        <fieldset key={index} className="row-set">
          <legend>{words.task(index + 1)}</legend>
          <TextField form={form} name={`${index}.name`} path={`tasks.${index}.name`} label={words.taskName} />
          <div className="field-row">
            {taskFields.map((name) => (
              <TextField key={name} form={form} name={`${index}.${name}`} path={`tasks.${index}.${name}`} label={words[name]} />
            ))}
          </div>
        </fieldset>
      ))}
      <div className="openings">
        {count < TASKS_MAX && (
          <Button type="button" variant="secondary" onClick={add}>
            {words.addTask}
          </Button>
        )}
        {count > 1 && (
          <Button type="button" variant="tertiary" onClick={() => form.set('tasks', String(count - 1))}>
            {words.removeTask(count)}
          </Button>
        )}
      </div>
    </CommandForm>
  );
};

export const EstablishForm = ({ loonwaarde: { id, version, wageValuePct }, close }: StepProps) => {
  const form = useForm({ validFrom: dayOf(), reviewOn: '' });
  const sending = useSending(useWerkpleinCommand(EstablishLoonwaardeDocument), 'LoonwaardeChanged', words.established, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.establish}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, ...form.values })}
    >
      <p className="form-text">{words.establishExplain(wageValuePct === null ? texts.common.unknown : words.percent(wageValuePct))}</p>
      <div className="field-row">
        <TextField form={form} name="validFrom" type="date" label={words.validFrom} />
        <TextField form={form} name="reviewOn" type="date" label={words.review} />
      </div>
    </CommandForm>
  );
};

export const RejectForm = ({ loonwaarde: { id, version }, close }: StepProps) => {
  const form = useForm({ reason: '' });
  const sending = useSending(useWerkpleinCommand(RejectLoonwaardeDocument), 'LoonwaardeChanged', words.rejected, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.reject}
      onCancel={close}
      onSubmit={() => void sending.send({ id, expectedVersion: version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.reason} rows={2} />
    </CommandForm>
  );
};
