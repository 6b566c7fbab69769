import { useState } from 'react';
import { useCommand } from '../../graph/command.ts';
import { desk } from '../../texts/desk.ts';
import { instantOf, localInput } from '../../ui/dates.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { notify } from '../../ui/notice.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Panel } from '../shared/panel.tsx';
import type { PlanCardFragment } from '../today/plans.generated.ts';
import { RescheduleContactPlanDocument } from './plan-contact.generated.ts';
import { movedTo } from './plan-values.ts';
import { type Refusal, RefusalDialog } from './refusal-dialog.tsx';

const { planPage: words, plan: planWords } = desk;

/** Another time for a contact; it is weighed as if it were new. */
export const MoveForm = ({ plan, onClose }: { plan: PlanCardFragment; onClose: () => void }) => {
  const form = useForm({ from: plan.window.from, until: plan.window.until, at: plan.plannedAt === null ? '' : localInput(plan.plannedAt) });
  const { send, busy, problem } = useCommand(RescheduleContactPlanDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { from, until, at } = form.values;

  const move = async (reason?: string): Promise<boolean> => {
    const result = await send({
      contactPlanId: plan.id,
      expectedVersion: plan.version,
      window: { from, until },
      confirm: reason !== undefined,
      ...(reason !== undefined && { reason }),
      ...(at !== '' && { plannedAt: instantOf(at) }),
    });
    if (result === null) return false;
    if (result.__typename === 'ContactConflict' || result.__typename === 'ContactNeedsReason' || result.__typename === 'EmployerClosed') {
      setRefusal(result);
      return true;
    }
    notify(result.__typename === 'ContactPlanRescheduled' ? words.moved : result.__typename === 'ContactPlanEnded' ? planWords.ended : planWords.changed);
    if (result.__typename !== 'ContactPlanVersionConflict') onClose();
    setRefusal(null);
    return true;
  };
  const take = (day: string): void => {
    const moved = movedTo(form.values, day);
    form.set('from', moved.from);
    form.set('until', moved.until);
    form.set('at', '');
    setRefusal(null);
  };
  return (
    <Panel title={words.move}>
      <Form problem={refusal === null ? problem : null} busy={busy} submit={words.moveSubmit} onSubmit={() => void move()} onCancel={onClose}>
        <p className="small">{planWords.windowHint}</p>
        <div className="desk-pair">
          <TextField form={form} name="from" path="window.from" type="date" label={planWords.from} />
          <TextField form={form} name="until" path="window.until" type="date" label={planWords.until} />
        </div>
        <TextField form={form} name="at" path="plannedAt" type="datetime-local" label={planWords.at} hint={planWords.atHint} optional />
      </Form>
      {refusal && (
        <RefusalDialog refusal={refusal} busy={busy} problem={problem} onReason={move} onDay={take} onClose={() => setRefusal(null)} onDone={onClose} />
      )}
    </Panel>
  );
};
