import './uitvoering.css';
import { Paragraph } from '@amsterdam/design-system-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { participants } from '../texts/workplaces.ts';
import { dayOf } from '../ui/dates.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { Answer } from '../ui/states.tsx';
import { CommandForm, numberOf, orNull } from './command-form.tsx';
import { EmployerField } from './employer-field.tsx';
import { choicesOf } from './filters.tsx';
import { OrderDocument } from './order.generated.ts';
import { OriginField, originOf } from './origin-field.tsx';
import { ParticipantDocument } from './participant.generated.ts';
import { personName } from './people.ts';
import { type GuidanceForm, type PlacementKind, ProposePlacementDocument } from './propose.generated.ts';

const { kinds, guidance, orders } = uitvoering;
const INSIDE = 'SHELTERED_INTERNAL';

interface ProposeFormProps {
  participantId: string;
  /** Null of a Wsw worker, for whom nobody orders. */
  orderId: string | null;
  /** Null of who is no client of a Werkplein. */
  clientId: string | null;
  kind: string;
}

const ProposeForm = ({ participantId, orderId, clientId, kind }: ProposeFormProps) => {
  const navigate = useNavigate();
  const initial = {
    kind,
    employerId: '',
    employerName: '',
    startsOn: dayOf(),
    expectedEndOn: '',
    hoursPerWeek: '',
    guidanceForm: '',
    guidanceHours: '',
    origin: '',
  };
  return (
    <CommandForm
      document={ProposePlacementDocument}
      initial={initial}
      draft={`plaatsing-voorstellen-${orderId ?? participantId}`}
      input={(values) => ({
        participantId,
        serviceOrderId: orderId,
        kind: values.kind as PlacementKind,
        employerId: values.kind === INSIDE ? null : orNull(values.employerId),
        ...(values.kind !== INSIDE && originOf(values)),
        startsOn: values.startsOn,
        expectedEndOn: orNull(values.expectedEndOn),
        hoursPerWeek: numberOf(values.hoursPerWeek) || 0,
        guidance:
          values.guidanceForm === ''
            ? null
            : { form: values.guidanceForm as GuidanceForm, hoursPerMonth: values.guidanceHours === '' ? null : numberOf(values.guidanceHours) },
      })}
      required={['kind']}
      submit={placements.nieuw}
      done={placements.done.propose}
      onDone={({ placement }) => void navigate(placement ? `/plaatsingen/${placement.id}` : '/plaatsingen', { replace: true })}
      onCancel={() => void navigate(-1)}
    >
      {(form) => (
        <>
          <SelectField form={form} name="kind" label={placements.kind} choices={choicesOf(kinds)} />
          {form.values.kind === INSIDE ? (
            <Paragraph>{placements.insideHint}</Paragraph>
          ) : (
            <>
              <EmployerField form={form} />
              <OriginField form={form} clientId={clientId} />
            </>
          )}
          <TextField form={form} name="startsOn" type="date" label={placements.from} hint={placements.startHint} />
          <TextField form={form} name="expectedEndOn" type="date" label={placements.until} hint={placements.endHint} optional />
          <TextField form={form} name="hoursPerWeek" label={placements.hours} />
          <SelectField
            form={form}
            name="guidanceForm"
            path="guidance.form"
            label={placements.guidance}
            choices={choicesOf(guidance)}
            empty={texts.common.none}
            optional
          />
          {form.values.guidanceForm !== '' && (
            <TextField form={form} name="guidanceHours" path="guidance.hoursPerMonth" label={placements.guidanceHoursLabel} optional />
          )}
        </>
      )}
    </CommandForm>
  );
};

/** The kind of placement that an order asks for. */
const kindFor: Record<string, string> = { SHELTERED_PLACEMENT: INSIDE, TRIAL_PLACEMENT: 'PROEFPLAATSING', SECONDMENT: 'SECONDMENT_INDIVIDUAL' };

const ForOrder = ({ id }: { id: string }) => (
  <Answer asked={useAsk(OrderDocument, { variables: { id, placements: 1 } })}>
    {({ serviceOrder: order }) =>
      order?.participant ? (
        <>
          <p className="lead">
            {placements.forWhom(personName(order))} · <Link to={`/opdrachten/${id}`}>{uitvoering.services[order.service]}</Link>
          </p>
          <section className="panel">
            <ProposeForm participantId={order.participant.id} orderId={id} clientId={order.client?.id ?? null} kind={kindFor[order.service] ?? ''} />
          </section>
        </>
      ) : (
        <Paragraph>{orders.notFound}</Paragraph>
      )
    }
  </Answer>
);

const ForParticipant = ({ id }: { id: string }) => (
  <Answer asked={useAsk(ParticipantDocument, { variables: { id } })}>
    {({ participant }) =>
      participant ? (
        <>
          <p className="lead">{placements.forWhom(personName(participant))}</p>
          <section className="panel">
            <ProposeForm participantId={id} orderId={null} clientId={null} kind="" />
          </section>
        </>
      ) : (
        <Paragraph>{participants.notFound}</Paragraph>
      )
    }
  </Answer>
);

/** Proposes a placement under an order (`opdracht`), or for a Wsw worker (`deelnemer`). */
export const ProposePage = () => {
  const [params] = useSearchParams();
  const order = params.get('opdracht');
  const participant = params.get('deelnemer');
  return (
    <Page title={placements.nieuw}>
      {order !== null && <ForOrder id={order} />}
      {order === null && participant !== null && <ForParticipant id={participant} />}
      {order === null && participant === null && (
        <Paragraph>
          {placements.noOrder} <Link to="/opdrachten">{placements.toOrders}</Link>
        </Paragraph>
      )}
    </Page>
  );
};
