import { Button } from '@amsterdam/design-system-react';
import { useCommand } from '../../graph/command.ts';
import { forWerkplein } from '../../graph/municipal.ts';
import { lawStepWords } from '../../texts/werkplein-law-steps.ts';
import { dayOf } from '../../ui/dates.ts';
import { TextField } from '../../ui/fields.tsx';
import { useFieldProblem } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { numberOf } from '../parts/inputs.ts';
import { useSending } from '../parts/sending.ts';
import { CarryOutLoonwaardeDocument } from './loonwaarde.werkplein.generated.ts';

const { loonwaarde: words } = lawStepWords;

const taskFields = ['timePct', 'pacePct', 'qualityPct', 'netTimePct'] as const;
const emptyTask = { name: '', timePct: '', pacePct: '', qualityPct: '', netTimePct: '' };

/** What is wrong with the tasks together. */
const TasksProblem = () => {
  const problem = useFieldProblem('tasks');
  return problem !== null && <p role="alert">{problem}</p>;
};

interface CarryOutProps {
  loonwaarde: { id: string; version: number; tasksMax: number };
  /** Of the Werkplein that asked for it: the expert may be of the NUO. */
  municipality: string;
  close: () => void;
}

/** The form of the expert: what each main task takes and yields. */
export const CarryOutForm = ({ loonwaarde: { id, version, tasksMax }, municipality, close }: CarryOutProps) => {
  const form = useForm<Record<string, string>>(
    { carriedOutOn: dayOf(), tasks: '1', ...Object.fromEntries(Object.entries({ ...emptyTask, timePct: '100' }).map(([name, text]) => [`0.${name}`, text])) },
    `loonwaarde:${id}`,
  );
  const sending = useSending(useCommand(forWerkplein(CarryOutLoonwaardeDocument, municipality)), 'LoonwaardeChanged', words.carriedOut, () => {
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
        {count < tasksMax && (
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
