import { uitvoering } from '../texts/uitvoering.ts';
import { people } from '../texts/personnel.ts';
import { dayOf } from '../ui/dates.ts';
import { LongTextField, TextField } from '../ui/fields.tsx';
import type { Order } from './order-page.tsx';
import { EndOrderDocument, EvaluateOrderDocument, WithdrawOrderDocument } from './order-steps.generated.ts';
import type { Step } from './step-choice.tsx';
import { stepForm } from './step-form.tsx';

const { orders, reason } = uitvoering;
const { third } = orders;

const at = ({ id, version }: Order) => ({ orderId: id, expectedVersion: version });
const letter = { label: people.letter, hint: people.letterHint };

const withdraw = (order: Order): Step =>
  stepForm({
    key: 'withdraw',
    label: third.do.withdraw,
    document: WithdrawOrderDocument,
    initial: { reason: '', reference: '' },
    input: (values) => ({ ...at(order), ...values }),
    done: third.done.withdraw,
    fields: (form) => (
      <>
        <LongTextField form={form} name="reason" label={reason} />
        <TextField form={form} name="reference" {...letter} />
      </>
    ),
  });

const end = (order: Order): Step =>
  stepForm({
    key: 'end',
    label: third.do.end,
    document: EndOrderDocument,
    initial: { endsOn: dayOf(), reason: '', reference: '' },
    draft: `opdracht-einde-${order.id}`,
    input: (values) => ({ ...at(order), ...values }),
    done: third.done.end,
    fields: (form) => (
      <>
        <TextField form={form} name="endsOn" type="date" label={orders.until} />
        <LongTextField form={form} name="reason" label={reason} />
        <TextField form={form} name="reference" {...letter} />
      </>
    ),
  });

const evaluate = (order: Order): Step =>
  stepForm({
    key: 'evaluate',
    label: third.do.evaluate,
    document: EvaluateOrderDocument,
    initial: { evaluation: '', reference: '' },
    draft: `opdracht-evaluatie-${order.id}`,
    input: (values) => ({ ...at(order), ...values }),
    done: third.done.evaluate,
    fields: (form) => (
      <>
        <LongTextField form={form} name="evaluation" label={orders.evaluation} />
        <TextField form={form} name="reference" {...letter} />
      </>
    ),
  });

const possible: Partial<Record<Order['status'], (order: Order) => Step>> = {
  OFFERED: withdraw,
  ACCEPTED: end,
  IN_PROGRESS: end,
  HANDED_BACK: evaluate,
  COMPLETED: evaluate,
};

/** What the coordinator records of an order of UWV or of another municipality, by its letter: the steps that regie takes of others. */
export const thirdPartySteps = (order: Order): Step[] => {
  const step = possible[order.status];
  return step ? [step(order)] : [];
};
