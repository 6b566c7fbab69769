import { agreements } from '../../texts/agreements.ts';
import { Form } from '../../ui/form.tsx';
import type { Agreement } from './agreement.ts';
import {
  SteeringAcceptAdjustmentDocument,
  SteeringAcceptAgreementDocument,
  type StepAnswerFragment,
  SteeringWithdrawAdjustmentDocument,
  SteeringWithdrawAgreementDocument,
} from './steps.generated.ts';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = agreements;

interface ProposalStepProps {
  agreement: Agreement;
  kind: 'aannemen' | 'vervallen' | 'intrekken';
  close: () => void;
}

const told = {
  aannemen: { ask: words.acceptAsk, submit: words.accept },
  vervallen: { ask: words.withdrawAsk, submit: words.withdraw },
  intrekken: { ask: words.withdrawConceptAsk, submit: words.withdrawConcept },
};

/** Accepts the terms that stand on the screen, or lets them lapse. */
export const ProposalStep = ({ agreement, kind, close }: ProposalStepProps) => {
  const { id: agreementId, proposal, status } = agreement;
  const other = proposal?.acceptedByNuo ?? proposal?.acceptedByMunicipality ?? null;
  const acceptDone = (_: StepAnswerFragment): string => (other === null ? words.acceptDone : words.established);
  const accept = useStep(SteeringAcceptAgreementDocument, acceptDone, close);
  const acceptAdjustment = useStep(SteeringAcceptAdjustmentDocument, acceptDone, close);
  const withdraw = useStep(SteeringWithdrawAdjustmentDocument, () => words.withdrawDone, close);
  const withdrawConcept = useStep(SteeringWithdrawAgreementDocument, () => words.withdrawConceptDone, close);
  const accepting = status === 'CONCEPT' ? accept : acceptAdjustment;
  const step = { aannemen: accepting, vervallen: withdraw, intrekken: withdrawConcept }[kind];
  return (
    <>
      <p>{told[kind].ask}</p>
      <RefusedAlert refused={step.refused} />
      <Form
        problem={step.problem}
        busy={step.busy}
        submit={told[kind].submit}
        onSubmit={() => void step.take({ agreementId, number: proposal?.number ?? 0 })}
        onCancel={close}
      >
        {null}
      </Form>
    </>
  );
};
