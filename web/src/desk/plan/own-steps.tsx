import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { notify } from '../../ui/notice.tsx';
import { ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { recordPath } from '../shared/paths.ts';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { MoveForm } from './move-form.tsx';
import { OfferForm } from './offer-form.tsx';
import { CancelContactPlanDocument } from './plan-steps.generated.ts';

const { planPage: words, plan: planWords, today } = desk;

const said = { ContactPlanCancelled: words.cancelled, ContactPlanEnded: planWords.ended, ContactPlanVersionConflict: planWords.changed };

/** What who takes part in a contact may do with it; only its owner gives it away. */
export const OwnSteps = ({ plan, owner }: { plan: PlanCardFragment; owner: boolean }) => {
  const [open, setOpen] = useState<'move' | 'offer' | null>(null);
  const cancel = useCommand(CancelContactPlanDocument);
  const onCancel = async (): Promise<void> => {
    const result = await cancel.send({ contactPlanId: plan.id, expectedVersion: plan.version });
    if (result) notify(said[result.__typename]);
  };
  const close = (): void => setOpen(null);
  return (
    <>
      <Panel title={today.record}>
        <ProblemAlert problem={cancel.problem} />
        <div className="actions">
          <Link className="desk-button" to={recordPath(plan.employer?.id ?? '', plan.id)}>
            {words.carryOut}
          </Link>
          {owner && (
            <>
              <Button variant="secondary" aria-expanded={open === 'move'} onClick={() => setOpen(open === 'move' ? null : 'move')}>
                {words.move}
              </Button>
              <Button variant="secondary" aria-expanded={open === 'offer'} onClick={() => setOpen(open === 'offer' ? null : 'offer')}>
                {words.offer}
              </Button>
              <Button variant="tertiary" aria-disabled={cancel.busy} onClick={() => void (cancel.busy || onCancel())}>
                {words.cancel}
              </Button>
            </>
          )}
        </div>
      </Panel>
      {open === 'move' && <MoveForm plan={plan} onClose={close} />}
      {open === 'offer' && <OfferForm plan={plan} onClose={close} />}
    </>
  );
};
