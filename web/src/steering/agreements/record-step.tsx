import { useState } from 'react';
import type { FieldProblem } from '../../graph/problems.ts';
import { agreements } from '../../texts/agreements.ts';
import { figures } from '../../texts/figures.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { Agreement } from './agreement.ts';
import { SteeringRecordValueDocument } from './steps.generated.ts';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = agreements;

/** Records what was realised of what no source can count. */
export const RecordStep = ({ agreement, close }: { agreement: Agreement; close: () => void }) => {
  const { id: agreementId, version: expectedVersion } = agreement;
  const form = useForm({ measuredOn: dayOf(), value: '', reason: '' }, `afspraak-waarde-${agreementId}`);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const finish = (): void => {
    form.reset();
    close();
  };
  const step = useStep(SteeringRecordValueDocument, () => words.recordDone, finish);
  const submit = (): void => {
    const { measuredOn, value, reason } = form.values;
    const problems = value.trim() === '' || Number.isNaN(Number(value)) ? [{ field: 'value', message: words.needsNumber }] : [];
    setMissing(problems);
    if (problems.length === 0) void step.take({ agreementId, expectedVersion, measuredOn, value: Number(value), reason });
  };
  return (
    <>
      <p>{words.manualHint}</p>
      <RefusedAlert refused={step.refused} />
      <Form
        problem={missing.length > 0 ? { message: '', code: 'BAD_INPUT', fields: missing } : step.problem}
        busy={step.busy}
        submit={words.record}
        onSubmit={submit}
        onCancel={finish}
      >
        <TextField form={form} name="measuredOn" type="date" label={words.measuredOn} />
        <TextField form={form} name="value" type="number" label={`${words.value} (${figures.units[agreement.unit]})`} />
        <LongTextField form={form} name="reason" label={words.recordReason} />
      </Form>
    </>
  );
};
