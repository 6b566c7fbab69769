import { useState } from 'react';
import type { FieldProblem } from '../../graph/problems.ts';
import { agreements } from '../../texts/agreements.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import type { Agreement } from './agreement.ts';
import { SteeringAdjustAgreementDocument, SteeringChangeAgreementDocument } from './steps.generated.ts';
import { missingNumbers, TermsFields, termsInput, termsValues } from './terms-fields.tsx';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = agreements;

interface TermsStepProps {
  agreement: Agreement;
  /** Other terms in place of a proposal, or besides what holds. */
  kind: 'wijzigen' | 'bijstellen' | 'opnieuw';
  close: () => void;
}

const told = {
  wijzigen: { intro: words.changeIntro, submit: words.change, done: words.changeDone },
  bijstellen: { intro: words.adjustIntro, submit: words.adjust, done: words.adjustDone },
  opnieuw: { intro: words.againIntro, submit: words.again, done: words.proposeDone },
};

/** Proposes other terms. */
export const TermsStep = ({ agreement, kind, close }: TermsStepProps) => {
  const { id: agreementId, version: expectedVersion, proposal, terms, versions } = agreement;
  const form = useForm({ ...termsValues(proposal ?? terms ?? versions.at(-1) ?? null), reason: '' }, `afspraak-${kind}-${agreementId}`);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const finish = (): void => {
    form.reset();
    close();
  };
  const change = useStep(SteeringChangeAgreementDocument, () => told[kind].done, finish);
  const adjust = useStep(SteeringAdjustAgreementDocument, () => words.adjustDone, finish);
  const step = kind === 'bijstellen' ? adjust : change;
  const submit = (): void => {
    const problems = missingNumbers(form.values);
    setMissing(problems);
    if (problems.length > 0) return;
    const input = { agreementId, expectedVersion, terms: termsInput(form.values) };
    void (kind === 'bijstellen' ? adjust.take({ ...input, reason: form.values.reason }) : change.take(input));
  };
  return (
    <>
      <p>{told[kind].intro}</p>
      {form.restored && <p className="small">{words.restored}</p>}
      <RefusedAlert refused={step.refused} />
      <Form
        problem={missing.length > 0 ? { message: '', code: 'BAD_INPUT', fields: missing } : step.problem}
        busy={step.busy}
        submit={told[kind].submit}
        onSubmit={submit}
        onCancel={finish}
      >
        <TermsFields form={form} />
        {kind === 'bijstellen' && <LongTextField form={form} name="reason" label={words.reason} />}
      </Form>
    </>
  );
};
