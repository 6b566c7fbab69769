import { useState } from 'react';
import type { FieldProblem } from '../../graph/problems.ts';
import { texts } from '../../texts.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { Agreement } from './agreement.ts';
import { SteeringAdjustAgreementDocument, SteeringChangeAgreementDocument } from './steps.generated.ts';
import { missingNumbers, TermsFields, termsInput, termsValues } from './terms-fields.tsx';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = texts.agreements;

interface TermsStepProps {
  agreement: Agreement;
  /** Other terms in place of a proposal, or besides what holds. */
  kind: 'wijzigen' | 'bijstellen';
  close: () => void;
}

/** Proposes other terms. */
export const TermsStep = ({ agreement, kind, close }: TermsStepProps) => {
  const { id: agreementId, version: expectedVersion, proposal, terms } = agreement;
  const form = useForm({ ...termsValues(proposal ?? terms), reason: '' }, `afspraak-${kind}-${agreementId}`);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const finish = (): void => {
    form.reset();
    close();
  };
  const change = useStep(SteeringChangeAgreementDocument, () => words.changeDone, finish);
  const adjust = useStep(SteeringAdjustAgreementDocument, () => words.adjustDone, finish);
  const step = kind === 'wijzigen' ? change : adjust;
  const submit = (): void => {
    const problems = missingNumbers(form.values);
    setMissing(problems);
    if (problems.length > 0) return;
    const input = { agreementId, expectedVersion, terms: termsInput(form.values) };
    void (kind === 'wijzigen' ? change.take(input) : adjust.take({ ...input, reason: form.values.reason }));
  };
  return (
    <>
      <p>{kind === 'wijzigen' ? words.changeIntro : words.adjustIntro}</p>
      {form.restored && <p className="small">{words.restored}</p>}
      <RefusedAlert refused={step.refused} />
      <Form
        problem={missing.length > 0 ? { message: '', code: 'BAD_INPUT', fields: missing } : step.problem}
        busy={step.busy}
        submit={kind === 'wijzigen' ? words.change : words.adjust}
        onSubmit={submit}
        onCancel={finish}
      >
        <TermsFields form={form} />
        {kind === 'bijstellen' && <LongTextField form={form} name="reason" label={words.reason} />}
      </Form>
    </>
  );
};
