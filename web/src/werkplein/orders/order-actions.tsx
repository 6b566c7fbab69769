import { Link } from 'react-router';
import { useCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { useForm } from '../../ui/use-form.ts';
import { clientPath, idPath } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { useSending } from '../parts/sending.ts';
import {
  ContinueServiceOrderDocument,
  EndServiceOrderDocument,
  EvaluateServiceOrderDocument,
  type OrderFactsFragment,
  WithdrawServiceOrderDocument,
} from './orders.generated.ts';

const { order: words } = werkpleinTexts;

interface ActionProps {
  order: OrderFactsFragment;
  close: () => void;
}

const Withdraw = ({ order: { id, version }, close }: ActionProps) => {
  const form = useForm({ reason: '' });
  const sending = useSending(useCommand(WithdrawServiceOrderDocument), 'ServiceOrderChanged', words.withdrawn, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.withdraw}
      onCancel={close}
      onSubmit={() => void sending.send({ orderId: id, expectedVersion: version, reason: form.values.reason })}
    >
      <LongTextField form={form} name="reason" label={words.why} rows={2} />
    </CommandForm>
  );
};

const End = ({ order: { id, version }, close }: ActionProps) => {
  const form = useForm({ endsOn: dayOf(), reason: '' });
  const sending = useSending(useCommand(EndServiceOrderDocument), 'ServiceOrderEnded', words.ended, close);
  return (
    <CommandForm
      sending={sending}
      submit={words.end}
      onCancel={close}
      onSubmit={() => void sending.send({ orderId: id, expectedVersion: version, ...form.values })}
    >
      <p className="form-text">{words.endExplain}</p>
      <TextField form={form} name="endsOn" type="date" label={words.lastDay} />
      <LongTextField form={form} name="reason" label={words.why} rows={2} />
    </CommandForm>
  );
};

const Evaluate = ({ order: { id, version }, close }: ActionProps) => {
  const form = useForm({ evaluation: '' }, `evaluatie:${id}`);
  const sending = useSending(useCommand(EvaluateServiceOrderDocument), 'ServiceOrderChanged', words.evaluated, () => {
    form.reset();
    close();
  });
  return (
    <CommandForm
      sending={sending}
      submit={words.evaluate}
      onCancel={close}
      onSubmit={() => void sending.send({ orderId: id, expectedVersion: version, evaluation: form.values.evaluation })}
    >
      <LongTextField form={form} name="evaluation" label={words.evaluation} hint={words.evaluationHint} />
    </CommandForm>
  );
};

/** After a move the new regie says whether it goes on with an order of the old. */
export const ContinueOrder = ({ order: { id }, close }: ActionProps) => {
  const sending = useSending(useCommand(ContinueServiceOrderDocument), 'ServiceOrderContinued', words.continued, close);
  return (
    <CommandForm sending={sending} submit={words.continue} onCancel={close} onSubmit={() => void sending.send({ orderId: id })}>
      <p className="form-text">{words.continueExplain}</p>
    </CommandForm>
  );
};

/** What regie can do with an order, by its state (docs/states/service-order.md). */
export const OrderActions = ({ order, clientId }: { order: OrderFactsFragment; clientId: string }) => {
  const { status } = order;
  const may = (...states: string[]): boolean => states.includes(status);
  return (
    <div className="openings">
      {status === 'CONCEPT' && (
        <Link className="ams-button ams-button--primary button-link" to={`${clientPath(clientId, 'opdrachten/nieuw')}?concept=${idPath(order.id)}`}>
          {words.goOn}
        </Link>
      )}
      {may('HANDED_BACK', 'COMPLETED') && <Opening label={words.evaluate}>{(close) => <Evaluate order={order} close={close} />}</Opening>}
      {may('CONCEPT', 'OFFERED') && (
        <Opening label={words.withdraw} variant="tertiary">
          {(close) => <Withdraw order={order} close={close} />}
        </Opening>
      )}
      {may('ACCEPTED', 'IN_PROGRESS') && (
        <Opening label={words.end} variant="tertiary">
          {(close) => <End order={order} close={close} />}
        </Opening>
      )}
    </div>
  );
};
