import { Paragraph } from '@amsterdam/design-system-react';
import { uitvoering } from '../texts/uitvoering.ts';
import { LongTextField } from '../ui/fields.tsx';
import { CommandForm } from './command-form.tsx';
import type { Order } from './order-page.tsx';
import { AcceptOrderDocument, CompleteOrderDocument, HandBackOrderDocument, RefuseOrderDocument, StartOrderDocument } from './order-steps.generated.ts';
import type { useMay } from './may.ts';
import type { Step } from './step-choice.tsx';
import { thirdPartySteps } from './third-party-orders.tsx';

const { orders, reason } = uitvoering;
const { hints, done } = orders;

type StepName = keyof typeof orders.do;

/** What uitvoering may do in each state (docs/states/service-order.md). */
const possible: Partial<Record<Order['status'], readonly StepName[]>> = {
  OFFERED: ['accept', 'refuse'],
  ACCEPTED: ['start'],
  IN_PROGRESS: ['complete', 'handBack'],
};

const forms: Record<StepName, (order: Order, close: () => void) => React.ReactNode> = {
  accept: ({ id, version }, close) => (
    <CommandForm
      document={AcceptOrderDocument}
      initial={{}}
      input={() => ({ orderId: id, expectedVersion: version })}
      submit={orders.do.accept}
      done={done.accept}
      onDone={close}
      onCancel={close}
    >
      {() => <Paragraph>{hints.accept}</Paragraph>}
    </CommandForm>
  ),
  start: ({ id, version }, close) => (
    <CommandForm
      document={StartOrderDocument}
      initial={{}}
      input={() => ({ orderId: id, expectedVersion: version })}
      submit={orders.do.start}
      done={done.start}
      onDone={close}
      onCancel={close}
    >
      {() => <Paragraph>{hints.start}</Paragraph>}
    </CommandForm>
  ),
  refuse: ({ id, version }, close) => (
    <CommandForm
      document={RefuseOrderDocument}
      initial={{ reason: '' }}
      draft={`weigeren-${id}`}
      input={(values) => ({ orderId: id, expectedVersion: version, ...values })}
      submit={orders.do.refuse}
      done={done.refuse}
      onDone={close}
      onCancel={close}
    >
      {(form) => <LongTextField form={form} name="reason" label={reason} hint={hints.refuse} />}
    </CommandForm>
  ),
  complete: ({ id, version }, close) => (
    <CommandForm
      document={CompleteOrderDocument}
      initial={{ result: '' }}
      draft={`voltooien-${id}`}
      input={(values) => ({ orderId: id, expectedVersion: version, ...values })}
      submit={orders.do.complete}
      done={done.complete}
      onDone={close}
      onCancel={close}
    >
      {(form) => <LongTextField form={form} name="result" label={orders.result} hint={hints.complete} />}
    </CommandForm>
  ),
  handBack: ({ id, version }, close) => (
    <CommandForm
      document={HandBackOrderDocument}
      initial={{ reason: '', advice: '' }}
      draft={`terugleggen-${id}`}
      input={(values) => ({ orderId: id, expectedVersion: version, ...values })}
      submit={orders.do.handBack}
      done={done.handBack}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <LongTextField form={form} name="reason" label={reason} />
          <LongTextField form={form} name="advice" label={orders.advice} hint={hints.advice} />
        </>
      )}
    </CommandForm>
  ),
};

/** The steps that somebody can take of this order now. */
export const orderSteps = (order: Order, may: ReturnType<typeof useMay>): Step[] => [
  ...(may('guide') ? (possible[order.status] ?? []) : []).map((key): Step => ({ key, label: orders.do[key], form: (close) => forms[key](order, close) })),
  ...(may('directThirdParties') && order.commissioner.reference !== null ? thirdPartySteps(order) : []),
];
