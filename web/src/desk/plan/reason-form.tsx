import { Button } from '@amsterdam/design-system-react';
import { desk } from '../../texts/desk.ts';
import { dayText } from '../../ui/dates.ts';
import { LongTextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/use-form.ts';
import { Obstacles } from './obstacles.tsx';
import type { NeedsReasonFragment } from './plan-contact.generated.ts';
import type { RefusalProps } from './refusal-dialog.tsx';

const { plan: words } = desk;

type Props = Pick<RefusalProps, 'busy' | 'problem' | 'onReason' | 'onDay' | 'onClose'> & { needs: NeedsReasonFragment };

/** It may be done, if somebody says why; or on a day when nothing stands in the way. */
export const ReasonForm = ({ needs: { obstacles, firstFreeDay }, busy, problem, onReason, onDay, onClose }: Props) => {
  const form = useForm({ reason: '' });
  return (
    <>
      <Obstacles obstacles={obstacles} />
      <p className="desk-advice-day">
        {words.firstFree(dayText(firstFreeDay))}{' '}
        <Button variant="secondary" onClick={() => onDay(firstFreeDay)}>
          {words.takeDay}
        </Button>
      </p>
      <Form problem={problem} busy={busy} submit={words.anyway} onSubmit={() => void onReason(form.values.reason.trim())} onCancel={onClose}>
        <LongTextField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
      </Form>
    </>
  );
};
