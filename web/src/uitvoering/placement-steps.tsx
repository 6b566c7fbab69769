import { Paragraph } from '@amsterdam/design-system-react';
import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import type { Command } from '../graph/command.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { dayOf, dayText } from '../ui/dates.ts';
import { CheckField, LongTextField, SelectField, TextField } from '../ui/fields.tsx';
import type { FormState, FormValues } from '../ui/use-form.ts';
import { AssignWorkplaceForm, hasWorkplace } from './assign-workplace.tsx';
import { CommandForm, orNull } from './command-form.tsx';
import { correcting } from './correct-placement.tsx';
import { choicesOf } from './filters.tsx';
import type { useMay } from './may.ts';
import { isThirdParty } from './people.ts';
import type { Placement } from './placement-page.tsx';
import * as steps from './placement-steps.generated.ts';
import type { Step } from './step-choice.tsx';

const { interruptions, results, reason } = uitvoering;
const { fields } = placements;

type StepName = keyof typeof placements.do;
type StepForm = (placement: Placement, close: () => void) => ReactNode;

interface Definition<D, V extends OperationVariables, F extends FormValues> {
  document: TypedDocumentNode<D, V>;
  initial: (placement: Placement) => F;
  /** What the form adds to which placement it is. */
  input?: (values: F) => object;
  required?: readonly (keyof F & string)[];
  fields: (form: FormState<F>, placement: Placement) => ReactNode;
}

/** The form of a step: every step names its placement and the version that its reader saw. */
const form =
  <D, V extends OperationVariables, F extends FormValues>(
    name: StepName,
    { document, initial, input = (values) => values, required = [], fields: shown }: Definition<D, V, F>,
  ): StepForm =>
  (placement, close) => (
    <CommandForm
      document={document}
      initial={initial(placement)}
      draft={`plaatsing-${name}-${placement.id}`}
      input={(values) =>
        ({ placementId: placement.id, expectedVersion: placement.version, ...input(values) }) as unknown as Parameters<Command<D, V>['send']>[0]
      }
      required={required}
      submit={placements.do[name]}
      done={placements.done[name]}
      onDone={close}
      onCancel={close}
    >
      {(state) => shown(state, placement)}
    </CommandForm>
  );

const onlyReason = {
  initial: () => ({ reason: '' }),
  fields: (state: FormState<{ reason: string }>) => <LongTextField form={state} name="reason" label={reason} />,
};

const forms: Record<Exclude<StepName, 'correct'>, StepForm> = {
  agree: form('agree', {
    document: steps.AgreeForThirdPartyDocument,
    initial: () => ({}),
    fields: () => <Paragraph>{placements.agreeHint}</Paragraph>,
  }),
  requestEnd: form('requestEnd', {
    document: steps.RequestPlacementEndForThirdPartyDocument,
    initial: () => ({ endsOn: '', reason: '' }),
    fields: (state) => (
      <>
        <TextField form={state} name="endsOn" type="date" label={fields.lastDay} />
        <LongTextField form={state} name="reason" label={reason} />
      </>
    ),
  }),
  reject: form('reject', {
    document: steps.RejectProposedPlacementDocument,
    initial: () => ({ reason: '', employerDeclined: false as boolean }),
    fields: (state) => (
      <>
        <CheckField form={state} name="employerDeclined" label={fields.employerDeclined} />
        <LongTextField form={state} name="reason" label={reason} />
      </>
    ),
  }),
  plan: form('plan', {
    document: steps.PlanPlacementDocument,
    initial: ({ startsOn, expectedEndOn }) => ({ agreementReference: '', startsOn, expectedEndOn: expectedEndOn ?? '' }),
    input: ({ expectedEndOn, startsOn, agreementReference }) => ({ agreementReference, startsOn: orNull(startsOn), expectedEndOn: orNull(expectedEndOn) }),
    fields: (state) => (
      <>
        <TextField form={state} name="agreementReference" label={fields.reference} />
        <TextField form={state} name="startsOn" type="date" label={placements.from} />
        <TextField form={state} name="expectedEndOn" type="date" label={placements.until} optional />
      </>
    ),
  }),
  start: form('start', {
    document: steps.StartPlacementDocument,
    initial: () => ({}),
    fields: (_state, { startsOn }) => <Paragraph>{placements.startsToday(dayText(startsOn))}</Paragraph>,
  }),
  cancel: form('cancel', { document: steps.CancelPlacementDocument, ...onlyReason }),
  declineEnd: form('declineEnd', { document: steps.DeclinePlacementEndDocument, ...onlyReason }),
  interrupt: form('interrupt', {
    document: steps.InterruptPlacementDocument,
    initial: () => ({ from: dayOf(), reason: '' }),
    required: ['reason'],
    fields: (state) => (
      <>
        <TextField form={state} name="from" type="date" label={fields.firstOff} />
        <SelectField form={state} name="reason" label={reason} choices={choicesOf(interruptions)} />
      </>
    ),
  }),
  resume: form('resume', {
    document: steps.ResumePlacementDocument,
    initial: () => ({ from: dayOf() }),
    fields: (state) => <TextField form={state} name="from" type="date" label={fields.firstBack} />,
  }),
  extend: form('extend', {
    document: steps.ExtendPlacementDocument,
    initial: () => ({ expectedEndOn: '', decisionId: '' }),
    input: ({ expectedEndOn, decisionId }) => ({ expectedEndOn, decisionId: orNull(decisionId) }),
    fields: (state) => (
      <>
        <TextField form={state} name="expectedEndOn" type="date" label={fields.newEnd} />
        <TextField form={state} name="decisionId" label={placements.decision} hint={placements.decisionHint} optional />
      </>
    ),
  }),
  end: form('end', {
    document: steps.EndPlacementDocument,
    initial: () => ({ endedOn: dayOf(), result: '', reason: '' }),
    required: ['result'],
    input: ({ endedOn, result, reason: why }) => ({ endedOn, result, reason: orNull(why) }),
    fields: (state) => (
      <>
        <TextField form={state} name="endedOn" type="date" label={fields.lastDay} />
        <SelectField form={state} name="result" label={placements.result} choices={choicesOf(results)} />
        <LongTextField form={state} name="reason" label={reason} optional />
      </>
    ),
  }),
  assign: (placement, close) => <AssignWorkplaceForm placement={placement} close={close} />,
};

type Names = Partial<Record<Placement['status'], readonly StepName[]>>;

/** What uitvoering may do in each state (docs/states/placement.md); the first is what usually comes next. */
const ofUitvoering: Names = {
  PROPOSED: ['reject'],
  AGREED: ['plan', 'reject'],
  PLANNED: ['start', 'extend', 'assign', 'correct', 'cancel'],
  ACTIVE: ['extend', 'interrupt', 'assign', 'correct', 'end', 'declineEnd'],
  INTERRUPTED: ['resume', 'extend', 'assign', 'correct', 'end', 'declineEnd'],
  ENDED: ['correct'],
};

/** What the coordinator may do of somebody of UWV or of a municipality without a Werkplein here: what regie does of others. */
const ofRegie: Names = {
  PROPOSED: ['agree', 'reject'],
  AGREED: ['reject'],
  PLANNED: ['cancel'],
  ACTIVE: ['requestEnd'],
  INTERRUPTED: ['requestEnd'],
};

const applies = (name: StepName, { kind, details }: Placement): boolean =>
  (name !== 'assign' || hasWorkplace(kind)) &&
  (name !== 'declineEnd' || (details?.endRequestedOn ?? null) !== null) &&
  (name !== 'requestEnd' || (details?.endRequestedOn ?? null) === null);

/** The steps that somebody can take of this placement now. */
export const placementSteps = (placement: Placement, may: ReturnType<typeof useMay>): Step[] => {
  const regie = may('directThirdParties') && isThirdParty(placement.municipality);
  const names = new Set([...(regie ? (ofRegie[placement.status] ?? []) : []), ...(may('guide') ? (ofUitvoering[placement.status] ?? []) : [])]);
  return [...names]
    .filter((name) => applies(name, placement))
    .map((key) => (key === 'correct' ? correcting(placement) : { key, label: placements.do[key], form: (close) => forms[key](placement, close) }));
};
