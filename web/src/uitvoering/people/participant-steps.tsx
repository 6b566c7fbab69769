import { uitvoering } from '../../texts/uitvoering.ts';
import { people as words } from '../../texts/personnel.ts';
import { dayOf } from '../../ui/dates.ts';
import { LongTextField, SelectField, TextField } from '../../ui/fields.tsx';
import { orNull } from '../command-form.tsx';
import { choicesOf } from '../filters.tsx';
import type { useMay } from '../may.ts';
import type { Participant } from '../participant-page.tsx';
import { isThirdParty } from '../people.ts';
import type { Step } from '../step-choice.tsx';
import { stepForm } from '../step-form.tsx';
import { MunicipalityField } from './municipality-field.tsx';
import { CorrectParticipantDocument, ExitParticipantDocument, PlaceOrderForThirdPartyDocument, type Service } from './people-steps.generated.ts';

const { orders, services, reason, municipality: place } = uitvoering;

const correcting = ({ id, version, name, municipality }: Participant): Step =>
  stepForm({
    key: 'correct',
    label: words.correct,
    document: CorrectParticipantDocument,
    initial: { name: name ?? '', municipality: municipality ?? '' },
    input: (values) => ({
      participantId: id,
      expectedVersion: version,
      ...(values.name !== (name ?? '') && { name: values.name }),
      ...(values.municipality !== (municipality ?? '') && { municipality: values.municipality }),
    }),
    done: words.corrected,
    fields: (form) => (
      <>
        <TextField form={form} name="name" label={words.name} />
        {!isThirdParty(municipality) && <MunicipalityField form={form} name="municipality" label={place} />}
      </>
    ),
  });

const exiting = ({ id, version }: Participant): Step =>
  stepForm({
    key: 'exit',
    label: words.exit,
    document: ExitParticipantDocument,
    initial: { exitedOn: dayOf(), reason: '' },
    draft: `uitstroom-${id}`,
    input: (values) => ({ participantId: id, expectedVersion: version, ...values }),
    done: words.exited,
    fields: (form) => (
      <>
        <TextField form={form} name="exitedOn" type="date" label={words.exitedOn} />
        <LongTextField form={form} name="reason" label={reason} />
      </>
    ),
  });

/** What UWV or another municipality orders by letter, recorded by the coordinator. */
const ordering = ({ id }: Participant, go: (path: string) => void): Step =>
  stepForm({
    key: 'order',
    label: words.order,
    document: PlaceOrderForThirdPartyDocument,
    initial: { service: '', goal: '', startsOn: dayOf(), respondBy: '', reference: '' },
    draft: `opdracht-${id}`,
    required: ['service'],
    input: ({ service, respondBy, ...values }) => ({ participantId: id, service: service as Service, respondBy: orNull(respondBy), ...values }),
    done: words.orderPlaced,
    onDone: ({ serviceOrder }) => serviceOrder && go(`/opdrachten/${serviceOrder.id}`),
    fields: (form) => (
      <>
        <SelectField form={form} name="service" label={orders.service} choices={choicesOf(services)} />
        <LongTextField form={form} name="goal" label={orders.goal} />
        <TextField form={form} name="startsOn" type="date" label={orders.starts} />
        <TextField form={form} name="respondBy" type="date" label={orders.answerBy} optional />
        <TextField form={form} name="reference" label={words.letter} hint={words.letterHint} />
      </>
    ),
  });

/** What can be recorded of somebody now, by who is signed in. */
export const participantSteps = (row: Participant, may: ReturnType<typeof useMay>, go: (path: string) => void): Step[] => {
  const third = isThirdParty(row.municipality);
  const mine = may('guide') || (may('registerPeople') && third);
  return [
    ...(third && may('directThirdParties') ? [ordering(row, go)] : []),
    // Of a client the Werkplein has the name.
    ...(may('guide') && row.client === null ? [correcting(row)] : []),
    ...(mine && row.status !== 'EXITED' ? [exiting(row)] : []),
  ];
};
