import { Heading, Paragraph } from '@amsterdam/design-system-react';
import { useState } from 'react';
import { months } from '../texts/workplaces.ts';
import { dayOf } from '../ui/dates.ts';
import { CheckField, LongTextField } from '../ui/fields.tsx';
import { Empty } from '../ui/states.tsx';
import { CommandForm, orNull } from './command-form.tsx';
import { monthText } from '../ui/months.ts';
import { CloseMonthDocument } from './months.generated.ts';
import { type Step, StepChoice } from './step-choice.tsx';

const unsure: { confirmed: boolean; acceptGaps: boolean; reason: string } = { confirmed: false, acceptGaps: false, reason: '' };

const CloseForm = ({ month, close }: { month: string; close: () => void }) => {
  const [unconfirmed, setUnconfirmed] = useState(false);
  return (
    <CommandForm
      document={CloseMonthDocument}
      initial={unsure}
      input={({ confirmed, acceptGaps, reason }) => {
        setUnconfirmed(!confirmed);
        return confirmed ? { month, acceptGaps, reason: acceptGaps ? orNull(reason) : null } : null;
      }}
      submit={months.close(monthText(month))}
      done={months.done(monthText(month))}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <Paragraph>{months.closeLead}</Paragraph>
          {unconfirmed && <p role="alert">{months.confirmFirst}</p>}
          <CheckField form={form} name="confirmed" label={months.confirm} />
          <CheckField form={form} name="acceptGaps" label={months.acceptGaps} />
          {form.values.acceptGaps && <LongTextField form={form} name="reason" label={months.gapsReason} />}
        </>
      )}
    </CommandForm>
  );
};

const closing = (month: string): Step => ({
  key: 'close',
  label: months.close(monthText(month)),
  form: (close) => <CloseForm month={month} close={close} />,
});

/** Closing a month that is over, after a confirmation: it cannot be undone. */
export const CloseMonth = ({ month }: { month: string }) => (
  <section className="panel">
    <Heading level={3}>{months.closing}</Heading>
    {month >= dayOf().slice(0, 7) ? <Empty>{months.future}</Empty> : <StepChoice steps={[closing(month)]} />}
  </section>
);
