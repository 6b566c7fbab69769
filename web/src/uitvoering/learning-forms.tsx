import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { texts } from '../texts.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { learning } from '../texts/workplaces.ts';
import { dayOf } from '../ui/dates.ts';
import { LongTextField, TextField } from '../ui/fields.tsx';
import { CommandForm, orNull } from './command-form.tsx';
import type { Line } from './learning-line-page.tsx';
import * as commands from './learning-steps.generated.ts';
import { PlacementField } from './placement-field.tsx';
import type { Step } from './step-choice.tsx';
import { stepForm } from './step-form.tsx';

const { done } = learning;
const { reason } = uitvoering;

type OnDay = commands.StartLearningStepMutationVariables;
type LearningStep = Line['steps'][number];

export const addStep = ({ id }: Line): Step => ({
  key: 'add',
  label: learning.do.add,
  form: (close) => (
    <CommandForm
      document={commands.PlanLearningStepDocument}
      initial={{ module: '', workKind: '', goal: '' }}
      draft={`leerstap-${id}`}
      input={(values) => ({ learningLineId: id, ...values })}
      submit={learning.do.add}
      done={done.add}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <TextField form={form} name="module" label={learning.module} />
          <TextField form={form} name="workKind" label={learning.workKind} hint={learning.workKindHint} />
          <LongTextField form={form} name="goal" label={learning.stepGoal} />
        </>
      )}
    </CommandForm>
  ),
});

export const changeLine = ({ id, version, goal, expectedEndOn }: Line): Step =>
  stepForm({
    key: 'change',
    label: learning.do.changeLine,
    submit: texts.common.save,
    document: commands.ChangeLearningLineDocument,
    initial: { goal, expectedEndOn: expectedEndOn ?? '' },
    draft: `leerwerklijn-wijzigen-${id}`,
    input: (values) => ({ learningLineId: id, expectedVersion: version, goal: values.goal, expectedEndOn: orNull(values.expectedEndOn) }),
    done: done.changeLine,
    fields: (form) => (
      <>
        <LongTextField form={form} name="goal" label={learning.goal} />
        <TextField form={form} name="expectedEndOn" type="date" label={learning.expected} optional />
      </>
    ),
  });

export const endLine = ({ id, version }: Line): Step => ({
  key: 'end',
  label: learning.do.end,
  form: (close) => (
    <CommandForm
      document={commands.EndLearningLineDocument}
      initial={{ endedOn: dayOf(), reason: '' }}
      draft={`leerwerklijn-einde-${id}`}
      input={(values) => ({ learningLineId: id, expectedVersion: version, ...values })}
      submit={learning.do.end}
      done={done.end}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <TextField form={form} name="endedOn" type="date" label={learning.lastDay} />
          <LongTextField form={form} name="reason" label={learning.endReason} />
        </>
      )}
    </CommandForm>
  ),
});

/** A step that asks only for the day. */
const onDay = <D,>(document: TypedDocumentNode<D, OnDay>, { id, version, module }: LearningStep, key: 'start' | 'achieve'): Step => ({
  key,
  label: learning.do[key],
  of: module,
  form: (close) => (
    <CommandForm
      document={document}
      initial={{ on: dayOf() }}
      input={({ on }) => ({ stepId: id, expectedVersion: version, on })}
      submit={texts.common.save}
      done={done[key]}
      onDone={close}
      onCancel={close}
    >
      {(form) => <TextField form={form} name="on" type="date" label={learning.on} />}
    </CommandForm>
  ),
});

/** Other words for a step, and the placement where it is learnt. */
const change = ({ id, version, module, workKind, goal, placement }: LearningStep, participantId: string): Step =>
  stepForm({
    key: 'change',
    label: learning.do.change,
    of: module,
    submit: texts.common.save,
    document: commands.ChangeLearningStepDocument,
    initial: { module, workKind, goal, placementId: placement?.id ?? '' },
    draft: `leerstap-wijzigen-${id}`,
    input: (values) => ({ stepId: id, expectedVersion: version, ...values, placementId: orNull(values.placementId) }),
    done: done.change,
    fields: (form) => (
      <>
        <TextField form={form} name="module" label={learning.module} />
        <TextField form={form} name="workKind" label={learning.workKind} hint={learning.workKindHint} />
        <LongTextField form={form} name="goal" label={learning.stepGoal} />
        <PlacementField form={form} participantId={participantId} />
      </>
    ),
  });

const stop = ({ id, version, module }: LearningStep): Step => ({
  key: 'stop',
  label: learning.do.stop,
  of: module,
  form: (close) => (
    <CommandForm
      document={commands.StopLearningStepDocument}
      initial={{ on: dayOf(), reason: '' }}
      draft={`leerstap-stoppen-${id}`}
      input={(values) => ({ stepId: id, expectedVersion: version, ...values })}
      submit={texts.common.save}
      done={done.stop}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <TextField form={form} name="on" type="date" label={learning.on} />
          <LongTextField form={form} name="reason" label={reason} />
        </>
      )}
    </CommandForm>
  ),
});

const certify = ({ id, version, module }: LearningStep): Step => ({
  key: 'certify',
  label: learning.do.certify,
  of: module,
  form: (close) => (
    <CommandForm
      document={commands.RecordCertificateDocument}
      initial={{ number: '', issuer: '', issuedOn: dayOf() }}
      draft={`praktijkverklaring-${id}`}
      input={(values) => ({ stepId: id, expectedVersion: version, ...values })}
      submit={texts.common.save}
      done={done.certify}
      onDone={close}
      onCancel={close}
    >
      {(form) => (
        <>
          <TextField form={form} name="number" label={learning.number} />
          <TextField form={form} name="issuer" label={learning.issuer} />
          <TextField form={form} name="issuedOn" type="date" label={learning.issuedOn} />
        </>
      )}
    </CommandForm>
  ),
});

/** What can be recorded of a step in each state (docs/states/leerstap.md); of a closed line only certificates. */
export const stepSteps = (step: LearningStep, { endedOn, participant }: Line): Step[] => {
  if (step.status === 'ACHIEVED') return [certify(step)];
  if (endedOn !== null || step.status === 'STOPPED') return [];
  const next =
    step.status === 'PLANNED' ? onDay(commands.StartLearningStepDocument, step, 'start') : onDay(commands.AchieveLearningStepDocument, step, 'achieve');
  return [next, change(step, participant?.id ?? ''), stop(step)];
};
