import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ReactNode, useState } from 'react';
import { type Command, useCommand } from '../graph/command.ts';
import type { Problem } from '../graph/problems.ts';
import { texts } from '../texts.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { Form } from '../ui/form.tsx';
import { notify } from '../ui/notice.tsx';
import { type FormState, type FormValues, useForm } from '../ui/use-form.ts';
import { isDone, Outcome, type Result } from './outcome.tsx';

interface CommandFormProps<D, V extends OperationVariables, F extends FormValues> {
  document: TypedDocumentNode<D, V>;
  initial: F;
  /** Under which what was typed is kept until it is sent. */
  draft?: string;
  /** What was filled in as the input of the command; null when it cannot be sent yet. */
  input: (values: F) => Parameters<Command<D, V>['send']>[0] | null;
  /** Choices that must be made before the graph can read the input. */
  required?: readonly (keyof F & string)[];
  submit: string;
  /** Said when it was carried out. */
  done: string;
  onDone: (result: Result) => void;
  onCancel?: () => void;
  children?: (form: FormState<F>) => ReactNode;
}

/** A form of one command: it tells why it was not carried out, and keeps what was typed until it was. */
export function CommandForm<D, V extends OperationVariables, F extends FormValues>(props: CommandFormProps<D, V, F>) {
  const { document, initial, draft = null, input, required = [], submit, done, onDone, onCancel, children } = props;
  const form = useForm(initial, draft);
  const { send, busy, problem } = useCommand(document);
  const [refusal, setRefusal] = useState<Result | null>(null);
  const [missing, setMissing] = useState<Problem | null>(null);
  const onSubmit = async (): Promise<void> => {
    const empty = required.filter((name) => form.values[name] === '');
    setMissing(
      empty.length === 0 ? null : { message: texts.problem.badInput, code: 'BAD_INPUT', fields: empty.map((field) => ({ field, message: uitvoering.choose })) },
    );
    if (empty.length > 0) return;
    const given = input(form.values);
    if (given === null) return;
    setRefusal(null);
    const result = (await send(given)) as Result | null;
    if (result === null) return;
    if (!isDone(result)) {
      setRefusal(result);
      return;
    }
    form.reset();
    notify([done, ...(result.warnings ?? [])].join(' '));
    onDone(result);
  };
  return (
    <Form problem={missing ?? problem} busy={busy} submit={submit} onSubmit={() => void onSubmit()} {...(onCancel && { onCancel })}>
      {refusal && <Outcome result={refusal} />}
      {children?.(form)}
    </Form>
  );
}

/** Text that may be left out. */
export const orNull = (value: string): string | null => (value.trim() === '' ? null : value);
/** A number as people type it; NaN, which the graph refuses at its field, for what is none. */
export const numberOf = (value: string): number => Number.parseFloat(value.replace(',', '.'));
