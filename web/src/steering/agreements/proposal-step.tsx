import { texts } from '../../texts.ts';
import { Form } from '../../ui/form.tsx';
import type { Agreement } from './agreement.ts';
import {
  SteeringAcceptAdjustmentDocument,
  SteeringAcceptAgreementDocument,
  type StepAnswerFragment,
  SteeringWithdrawAdjustmentDocument,
} from './steps.generated.ts';
import { RefusedAlert, useStep } from './use-step.tsx';

const words = texts.agreements;

interface ProposalStepProps {
  agreement: Agreement;
  kind: 'aannemen' | 'vervallen';
  close: () => void;
}

/** Accepts the terms that stand on the screen, or lets them lapse. */
export const ProposalStep = ({ agreement, kind, close }: ProposalStepProps) => {
  const { id: agreementId, proposal, status } = agreement;
  const other = proposal?.acceptedByNuo ?? proposal?.acceptedByMunicipality ?? null;
  const acceptDone = (_: StepAnswerFragment): string => (other === null ? words.acceptDone : words.established);
  const accept = useStep(SteeringAcceptAgreementDocument, acceptDone, close);
  const acceptAdjustment = useStep(SteeringAcceptAdjustmentDocument, acceptDone, close);
  const withdraw = useStep(SteeringWithdrawAdjustmentDocument, () => words.withdrawDone, close);
  const step = kind === 'vervallen' ? withdraw : status === 'CONCEPT' ? accept : acceptAdjustment;
  return (
    <>
      <p>{kind === 'aannemen' ? words.acceptAsk : words.withdrawAsk}</p>
      <RefusedAlert refused={step.refused} />
      <Form
        problem={step.problem}
        busy={step.busy}
        submit={kind === 'aannemen' ? words.accept : words.withdraw}
        onSubmit={() => void step.take({ agreementId, number: proposal?.number ?? 0 })}
        onCancel={close}
      >
        {null}
      </Form>
    </>
  );
};
