import { Button, InvalidFormAlert } from '@amsterdam/design-system-react';
import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react';
import type { FieldProblem, Problem } from '../graph/problems.ts';
import { texts } from '../texts.ts';
import { ProblemAlert } from './states.tsx';

const Problems = createContext<readonly FieldProblem[]>([]);

const FormId = createContext('');
/** What the fields of a form are called, for the summary of what is wrong. */
const Labels = createContext<Map<string, string> | null>(null);

const fieldId = (form: string, name: string): string => `veld-${form}-${name.replaceAll('.', '-')}`;
/** Id of the control of a field, to which the summary of errors leads; two forms on one screen have each their own. */
export const useFieldId = (name: string): string => fieldId(useContext(FormId), name);
/** What is wrong with a field; null when nothing is. With its label the summary can name it. */
export const useFieldProblem = (name: string, label?: string): string | null => {
  const labels = useContext(Labels);
  useEffect(() => {
    if (label !== undefined) labels?.set(name, label);
  }, [labels, name, label]);
  return useContext(Problems).find(({ field }) => field === name)?.message ?? null;
};

const noProblems: readonly FieldProblem[] = [];

interface FormProps {
  /** Of the command that this form sends. */
  problem: Problem | null;
  busy: boolean;
  /** Words of the button that sends it. */
  submit: string;
  onSubmit: () => void;
  onCancel?: () => void;
  children: ReactNode;
}

/** A form: what is wrong stands above it, each line leading to its field, and at the field itself. */
export const Form = ({ problem, busy, submit, onSubmit, onCancel, children }: FormProps) => {
  const fields = problem?.fields ?? noProblems;
  const id = useId();
  const [labels] = useState(() => new Map<string, string>());
  const named = (field: string, message: string): string => (labels.has(field) ? texts.common.fieldProblem(labels.get(field) ?? '', message) : message);
  return (
    <FormId.Provider value={id}>
      <Labels.Provider value={labels}>
        <Problems.Provider value={fields}>
          <form
            className="form"
            noValidate
            aria-busy={busy}
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) onSubmit();
            }}
          >
            {fields.length > 0 && (
              <InvalidFormAlert
                // Another refusal is said, and focused, anew.
                key={fields.map(({ field, message }) => `${field} ${message}`).join()}
                headingLevel={2}
                heading={texts.common.fixErrors}
                errorCountLabel={texts.common.inputErrors}
                errors={fields.map(({ field, message }) => ({ id: `#${fieldId(id, field)}`, label: named(field, message) }))}
              />
            )}
            {fields.length === 0 && <ProblemAlert problem={problem} />}
            {children}
            <div className="form-actions">
              <Button type="submit" aria-disabled={busy}>
                {busy ? texts.common.busy : submit}
              </Button>
              {onCancel && (
                <Button type="button" variant="tertiary" onClick={onCancel}>
                  {texts.common.cancel}
                </Button>
              )}
            </div>
          </form>
        </Problems.Provider>
      </Labels.Provider>
    </FormId.Provider>
  );
};
