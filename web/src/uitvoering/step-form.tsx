import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import type { Command } from '../graph/command.ts';
import type { FormState, FormValues } from '../ui/use-form.ts';
import { CommandForm } from './command-form.tsx';
import type { Result } from './outcome.tsx';
import type { Step } from './step-choice.tsx';

interface StepForm<D, V extends OperationVariables, F extends FormValues> {
  key: string;
  label: string;
  of?: string;
  /** Of the button that sends it, when that is not the label. */
  submit?: string;
  document: TypedDocumentNode<D, V>;
  initial: F;
  /** Of what takes more than a moment to type. */
  draft?: string;
  input: (values: F) => Parameters<Command<D, V>['send']>[0] | null;
  required?: readonly (keyof F & string)[];
  done: string;
  /** Where somebody is then; the choice of steps, unless given. */
  onDone?: (result: Result) => void;
  fields?: (form: FormState<F>) => ReactNode;
}

/** A step with the form of its command. */
export const stepForm = <D, V extends OperationVariables, F extends FormValues>(step: StepForm<D, V, F>): Step => ({
  key: step.key,
  label: step.label,
  ...(step.of !== undefined && { of: step.of }),
  form: (close) => (
    <CommandForm
      document={step.document}
      initial={step.initial}
      {...(step.draft !== undefined && { draft: step.draft })}
      input={step.input}
      required={step.required ?? []}
      submit={step.submit ?? step.label}
      done={step.done}
      onDone={(result) => {
        close();
        step.onDone?.(result);
      }}
      onCancel={close}
    >
      {step.fields ?? (() => null)}
    </CommandForm>
  ),
});
