import { Button } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { notify } from '../../ui/notice.tsx';
import { ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { planPath } from '../shared/paths.ts';
import { who } from '../shared/say.ts';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { AcceptContactPlanDocument, RefuseContactPlanDocument } from './plan-steps.generated.ts';
import { type Refusal, RefusalDialog } from './refusal-dialog.tsx';

const { today, plan: words } = desk;

/** Takes over a contact that a colleague offers, by the rules that hold for a new one; or leaves it with them. */
export const OfferedSteps = ({ plan }: { plan: PlanCardFragment }) => {
  const accept = useCommand(AcceptContactPlanDocument);
  const refuse = useCommand(RefuseContactPlanDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const navigate = useNavigate();
  const busy = accept.busy || refuse.busy;

  const onAccept = async (reason?: string): Promise<boolean> => {
    const result = await accept.send({ contactPlanId: plan.id, confirm: reason !== undefined, ...(reason !== undefined && { reason }) });
    if (result === null) return false;
    if (result.__typename === 'ContactPlanEnded') notify(words.ended);
    else if (result.__typename === 'ContactPlanTakenOver') {
      notify(today.planAccepted);
      // The contact goes on as a new one of one's own.
      if (result.contactPlan) await navigate(planPath(result.contactPlan), { replace: true });
    } else setRefusal(result);
    return true;
  };
  const onRefuse = async (): Promise<void> => {
    const result = await refuse.send({ contactPlanId: plan.id });
    if (result) notify(result.__typename === 'ContactPlanEnded' ? words.ended : today.refused);
  };
  const close = (): void => setRefusal(null);
  return (
    <Panel title={today.offers} className="desk-attention">
      <p className="stacked">{today.offeredByWhom(who(plan.owner))}</p>
      <ProblemAlert problem={accept.problem ?? refuse.problem} />
      <div className="actions">
        <Button aria-disabled={busy} onClick={() => void (busy || onAccept())}>
          {today.accept}
        </Button>
        <Button variant="secondary" aria-disabled={busy} onClick={() => void (busy || onRefuse())}>
          {today.refuse}
        </Button>
      </div>
      {refusal && <RefusalDialog refusal={refusal} busy={busy} problem={accept.problem} onReason={onAccept} onDay={close} onClose={close} onDone={close} />}
    </Panel>
  );
};
