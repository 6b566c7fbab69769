import { Checkbox, ErrorMessage, Field, FieldSet, Label, Radio, Select, TextArea, TextInput } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';
import { useFieldId, useFieldProblem } from './form.tsx';
import type { FormState, FormValues } from './use-form.ts';

// Each field belongs to a form (use-form.ts) by its name, which is the path of its value in the input of the command, with dots.

export interface FieldProps<V extends FormValues> {
  form: FormState<V>;
  name: keyof V & string;
  /** Path in the input, when it is not the name. */
  path?: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
}

interface Control {
  id: string;
  invalid: boolean;
  'aria-describedby'?: string;
  'aria-required': boolean;
}

/** What helps to fill in a field; the `Hint` of the library shows no text of its own. */
const HintText = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="field-hint">
    {children}
  </p>
);

/** What a screen reader says of a control after its name: its hint, and what is wrong with it. */
const describedBy = (id: string, hint: ReactNode, problem: string | null): { 'aria-describedby'?: string } => {
  const ids = [...(hint === undefined ? [] : [`${id}-hulp`]), ...(problem === null ? [] : [`${id}-fout`])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

/** Label, hint and error around a control, tied to it. */
export const Around = ({
  path,
  label,
  hint,
  optional = false,
  children,
}: {
  path: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  children: (control: Control) => ReactNode;
}) => {
  const problem = useFieldProblem(path, label);
  const id = useFieldId(path);
  return (
    <Field invalid={problem !== null}>
      <Label htmlFor={id}>
        {label} {optional && <span className="optional">{texts.common.optional}</span>}
      </Label>
      {hint !== undefined && <HintText id={`${id}-hulp`}>{hint}</HintText>}
      {problem !== null && (
        <ErrorMessage id={`${id}-fout`} prefix={texts.common.inputError}>
          {problem}
        </ErrorMessage>
      )}
      {children({ id, invalid: problem !== null, 'aria-required': !optional, ...describedBy(id, hint, problem) })}
    </Field>
  );
};

type InputType = 'text' | 'date' | 'datetime-local' | 'number' | 'email' | 'tel' | 'time' | 'month' | 'search';

export function TextField<V extends FormValues>({
  form,
  name,
  path = name,
  type = 'text',
  list,
  autoComplete,
  ...around
}: FieldProps<V> & { type?: InputType; list?: string; autoComplete?: string }) {
  return (
    <Around path={path} {...around}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          type={type as 'text'}
          value={form.values[name] as string}
          onChange={({ target }) => form.set(name, target.value as V[typeof name])}
          {...(list !== undefined && { list })}
          autoComplete={autoComplete ?? 'off'}
        />
      )}
    </Around>
  );
}

export function LongTextField<V extends FormValues>({ form, name, path = name, rows = 4, ...around }: FieldProps<V> & { rows?: number }) {
  return (
    <Around path={path} {...around}>
      {(control) => (
        <TextArea
          {...control}
          name={name}
          rows={rows}
          value={form.values[name] as string}
          onChange={({ target }) => form.set(name, target.value as V[typeof name])}
        />
      )}
    </Around>
  );
}

export interface Choice {
  value: string;
  label: string;
}

export function SelectField<V extends FormValues>({
  form,
  name,
  path = name,
  choices,
  empty,
  ...around
}: FieldProps<V> & { choices: readonly Choice[]; empty?: string }) {
  return (
    <Around path={path} {...around}>
      {(control) => (
        <Select {...control} name={name} value={form.values[name] as string} onChange={({ target }) => form.set(name, target.value as V[typeof name])}>
          <Select.Option value="">{empty ?? texts.common.choose}</Select.Option>
          {choices.map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
      )}
    </Around>
  );
}

/** One of a few, all in sight. */
export function RadioField<V extends FormValues>({
  form,
  name,
  path = name,
  choices,
  label,
  hint,
}: Omit<FieldProps<V>, 'optional'> & { choices: readonly Choice[] }) {
  const problem = useFieldProblem(path, label);
  const id = useFieldId(path);
  return (
    <FieldSet legend={label} role="radiogroup" invalid={problem !== null} {...describedBy(id, hint, problem)}>
      {hint !== undefined && <HintText id={`${id}-hulp`}>{hint}</HintText>}
      {problem !== null && (
        <ErrorMessage id={`${id}-fout`} prefix={texts.common.inputError}>
          {problem}
        </ErrorMessage>
      )}
      {choices.map(({ value, label: words }, index) => (
        <Radio
          key={value}
          {...(index === 0 && { id })}
          name={name}
          value={value}
          invalid={problem !== null}
          checked={form.values[name] === value}
          onChange={() => form.set(name, value as V[typeof name])}
        >
          {words}
        </Radio>
      ))}
    </FieldSet>
  );
}

/** Several of some. */
export function CheckListField<V extends FormValues>({
  form,
  name,
  path = name,
  choices,
  label,
  hint,
}: Omit<FieldProps<V>, 'optional'> & { choices: readonly Choice[] }) {
  const problem = useFieldProblem(path, label);
  const id = useFieldId(path);
  const chosen = form.values[name] as readonly string[];
  return (
    <FieldSet legend={label} invalid={problem !== null} {...describedBy(id, hint, problem)}>
      {hint !== undefined && <HintText id={`${id}-hulp`}>{hint}</HintText>}
      {problem !== null && (
        <ErrorMessage id={`${id}-fout`} prefix={texts.common.inputError}>
          {problem}
        </ErrorMessage>
      )}
      {choices.map(({ value, label: words }, index) => (
        <Checkbox
          key={value}
          {...(index === 0 && { id })}
          name={name}
          value={value}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            form.set(name, (target.checked ? [...chosen, value] : chosen.filter((each) => each !== value)) as unknown as V[typeof name])
          }
        >
          {words}
        </Checkbox>
      ))}
    </FieldSet>
  );
}

export function CheckField<V extends FormValues>({ form, name, path = name, label }: Pick<FieldProps<V>, 'form' | 'name' | 'path' | 'label'>) {
  const problem = useFieldProblem(path, label);
  const id = useFieldId(path);
  return (
    <Field invalid={problem !== null}>
      {problem !== null && <ErrorMessage prefix={texts.common.inputError}>{problem}</ErrorMessage>}
      <Checkbox id={id} name={name} checked={form.values[name] as boolean} onChange={({ target }) => form.set(name, target.checked as V[typeof name])}>
        {label}
      </Checkbox>
    </Field>
  );
}
