import { Heading } from '@amsterdam/design-system-react';
import { Link, useLocation } from 'react-router';
import { agreements } from '../../texts/agreements.ts';
import { useAddressPart } from '../address.ts';
import { useReader } from '../reader.ts';
import { type Agreement, type Step, stepsOf } from './agreement.ts';
import { ProposalStep } from './proposal-step.tsx';
import { RecordStep } from './record-step.tsx';
import { SettleStep } from './settle-step.tsx';
import { TermsStep } from './terms-step.tsx';

const words = agreements;

const labels: Record<Step, string> = {
  aannemen: words.accept,
  wijzigen: words.change,
  bijstellen: words.adjust,
  vervallen: words.withdraw,
  intrekken: words.withdrawConcept,
  opnieuw: words.again,
  vastleggen: words.record,
  afrekenen: words.settle,
};

const StepForm = ({ step, agreement, close }: { step: Step; agreement: Agreement; close: () => void }) => {
  if (step === 'aannemen' || step === 'vervallen' || step === 'intrekken') return <ProposalStep agreement={agreement} kind={step} close={close} />;
  if (step === 'wijzigen' || step === 'bijstellen' || step === 'opnieuw') return <TermsStep agreement={agreement} kind={step} close={close} />;
  return step === 'vastleggen' ? <RecordStep agreement={agreement} close={close} /> : <SettleStep agreement={agreement} close={close} />;
};

/** What this reader can do with an agreement; the step that is being taken stands in the address. */
export const Steps = ({ agreement }: { agreement: Agreement }) => {
  const { side } = useReader();
  const { pathname } = useLocation();
  const [chosen, choose] = useAddressPart('stap');
  const offered = stepsOf(agreement, side);
  const step = offered.find((each) => each === chosen) ?? null;
  if (side === null) return null;
  return (
    <section className="panel no-print" aria-labelledby="stappen">
      <Heading level={2} size="level-3" id="stappen">
        {step === null ? words.steps : labels[step]}
      </Heading>
      {offered.length === 0 && <p className="empty">{words.noSteps}</p>}
      {step === null ? (
        <ul className="plain-list">
          {offered.map((each) => (
            <li key={each}>
              <Link to={`${pathname}?stap=${each}`} preventScrollReset>
                {labels[each]}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <StepForm key={step} step={step} agreement={agreement} close={() => choose(null)} />
      )}
    </section>
  );
};
