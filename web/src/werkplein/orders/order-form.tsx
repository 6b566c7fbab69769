import { Alert, Paragraph } from '@amsterdam/design-system-react';
import { useNavigate, useSearchParams } from 'react-router';
import { useAsk, useAskWerkplein } from '../../graph/ask.ts';
import { useCommand } from '../../graph/command.ts';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { named, service } from '../../texts/werkplein-names.ts';
import { dayOf, dayText } from '../../ui/dates.ts';
import { LongTextField, RadioField, SelectField, TextField } from '../../ui/fields.tsx';
import { Answer } from '../../ui/states.tsx';
import { useForm } from '../../ui/use-form.ts';
import { useClient } from '../client/client.tsx';
import { clientPath } from '../parts/client-link.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Opening } from '../parts/opening.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSending } from '../parts/sending.ts';
import { ShareForm } from '../sharing/share-forms.tsx';
import { currentOf, type Disclosure } from '../sharing/sharing.tsx';
import { CurrentDisclosureDocument } from '../sharing/sharing.werkplein.generated.ts';
import {
  type OrderFactsFragment,
  OrdersOfClientDocument,
  PlaceServiceOrderDocument,
  SaveServiceOrderDocument,
  type SaveServiceOrderMutationVariables,
} from './orders.generated.ts';

const { order: words } = werkpleinTexts;
type Service = SaveServiceOrderMutationVariables['input']['service'];

const CENTS = 100;

interface OrderFormProps {
  clientId: string;
  concept: OrderFactsFragment | null;
  disclosure: Disclosure | null;
}

const OrderForm = ({ clientId, concept, disclosure }: OrderFormProps) => {
  const navigate = useNavigate();
  const form = useForm(
    { service: concept?.service ?? '', goal: concept?.goal ?? '', startsOn: concept?.startsOn ?? dayOf(), respondBy: '', budget: '', how: 'offer' },
    `opdracht:${concept?.id ?? clientId}`,
  );
  const done = (): void => {
    form.reset();
    void navigate(clientPath(clientId, 'opdrachten'));
  };
  const saving = useSending(useCommand(SaveServiceOrderDocument), 'ServiceOrderSaved', words.saved, done);
  const placing = useSending(useCommand(PlaceServiceOrderDocument), 'ServiceOrderPlaced', words.placed, done);
  const { goal, startsOn, respondBy, budget, how } = form.values;
  const sending = how === 'offer' ? placing : saving;
  const submit = (): void =>
    void sending.send({
      clientId,
      service: form.values.service as Service,
      goal,
      startsOn,
      ...(respondBy !== '' && { respondBy }),
      ...(budget !== '' && { budgetCents: Math.round(Number(budget.replace(',', '.')) * CENTS) }),
      ...(disclosure && { disclosureId: disclosure.id }),
      ...(concept && { orderId: concept.id, expectedVersion: concept.version }),
    });
  return (
    <CommandForm
      sending={sending}
      submit={how === 'offer' ? words.place : words.save}
      onCancel={() => void navigate(clientPath(clientId, 'opdrachten'))}
      onSubmit={submit}
    >
      <SelectField form={form} name="service" label={words.service} choices={Object.entries(service).map(([value, label]) => ({ value, label }))} />
      <LongTextField form={form} name="goal" label={words.goal} hint={words.goalHint} rows={3} />
      <div className="field-row">
        <TextField form={form} name="startsOn" type="date" label={words.startsOn} />
        <TextField form={form} name="respondBy" type="date" label={words.respondBy} optional />
        <TextField form={form} name="budget" path="budgetCents" label={words.budget} optional />
      </div>
      <RadioField form={form} name="how" label={words.how} choices={words.hows} />
    </CommandForm>
  );
};

/** An order says nothing of the client by itself: what the NUO needs to know is shared first. */
const Sharing = ({ clientId, current }: { clientId: string; current: Disclosure | null }) =>
  current ? (
    <p className="statement">{words.sharedUntil(dayText(current.validUntil))}</p>
  ) : (
    <Alert className="stacked" heading={words.notShared} headingLevel={3} severity="warning">
      <Paragraph>{words.notSharedText}</Paragraph>
      <Opening label={words.shareFirst}>{(close) => <ShareForm clientId={clientId} months={null} close={close} />}</Opening>
    </Alert>
  );

/** A new order to the NUO, or a concept of one. */
export const NewOrderPart = () => {
  const { id } = useClient();
  const conceptId = useSearchParams()[0].get('concept');
  const shared = useAskWerkplein(CurrentDisclosureDocument, { variables: { client: id } });
  const orders = useAsk(OrdersOfClientDocument, { variables: { client: id, after: null }, skip: conceptId === null });
  const concept = orders.data?.client?.serviceOrders?.nodes.find((order) => order.id === conceptId) ?? null;
  return (
    <Panel title={concept ? words.conceptTitle(named(service, concept.service)) : words.create}>
      <Answer asked={shared}>
        {({ client }) => {
          const current = currentOf(client?.disclosures);
          return (
            <>
              <Sharing clientId={id} current={current} />
              {conceptId === null ? (
                <OrderForm clientId={id} concept={null} disclosure={current} />
              ) : (
                <Answer asked={orders}>{() => <OrderForm key={concept?.id} clientId={id} concept={concept} disclosure={current} />}</Answer>
              )}
            </>
          );
        }}
      </Answer>
    </Panel>
  );
};
