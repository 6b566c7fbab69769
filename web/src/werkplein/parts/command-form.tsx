import type { ReactNode } from 'react';
import { Form } from '../../ui/form.tsx';
import { RefusalAlert } from './refusal.tsx';
import type { Sending } from './sending.ts';

interface CommandFormProps {
  sending: Pick<Sending<never>, 'busy' | 'problem' | 'refusal'>;
  submit: string;
  onSubmit: () => void;
  onCancel?: () => void;
  children?: ReactNode;
}

/** A form of one command, with what its rules refused above its fields. */
export const CommandForm = ({ sending, submit, onSubmit, onCancel, children }: CommandFormProps) => (
  <Form problem={sending.problem} busy={sending.busy} submit={submit} onSubmit={onSubmit} {...(onCancel && { onCancel })}>
    <RefusalAlert refusal={sending.refusal} />
    {children}
  </Form>
);
