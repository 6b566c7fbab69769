import { Heading } from '@amsterdam/design-system-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { learning, participants } from '../texts/workplaces.ts';
import { dayOf } from '../ui/dates.ts';
import { LongTextField, TextField } from '../ui/fields.tsx';
import { Empty } from '../ui/states.tsx';
import { CommandForm, orNull } from './command-form.tsx';
import { StartLearningLineDocument } from './learning-steps.generated.ts';
import { progressText } from './learning-progress.ts';
import type { Participant } from './participant-page.tsx';
import { type Step, StepChoice } from './step-choice.tsx';

const BeginForm = ({ participantId, close }: { participantId: string; close: () => void }) => {
  const navigate = useNavigate();
  // The order that it is done for, when that was where somebody came from.
  const orderId = useSearchParams()[0].get('opdracht');
  return (
    <CommandForm
      document={StartLearningLineDocument}
      initial={{ goal: '', startsOn: dayOf(), expectedEndOn: '' }}
      draft={`leerwerklijn-${participantId}`}
      input={({ goal, startsOn, expectedEndOn }) => ({ participantId, serviceOrderId: orderId, goal, startsOn, expectedEndOn: orNull(expectedEndOn) })}
      submit={learning.do.begin}
      done={learning.done.begin}
      onDone={({ learningLine }) => void (learningLine && navigate(`/leerwerklijnen/${learningLine.id}`))}
      onCancel={close}
    >
      {(form) => (
        <>
          <LongTextField form={form} name="goal" label={learning.goal} />
          <TextField form={form} name="startsOn" type="date" label={learning.firstDay} />
          <TextField form={form} name="expectedEndOn" type="date" label={learning.expected} optional />
        </>
      )}
    </CommandForm>
  );
};

const beginning = (participantId: string): Step => ({
  key: 'begin',
  label: learning.do.begin,
  form: (close) => <BeginForm participantId={participantId} close={close} />,
});

/** The learning line of a participant, and the beginning of one when none is open. */
export const ParticipantLearning = ({ participant: { id, learningLine: line, status } }: { participant: Participant }) => (
  <section className="panel" id="leerwerklijn">
    <Heading level={2}>{learning.one}</Heading>
    {line ? (
      <p>
        <Link to={`/leerwerklijnen/${line.id}`}>{line.goal}</Link>
        <br />
        <span className="small">{line.endedOn === null ? progressText(line.progress) : learning.ended}</span>
      </p>
    ) : (
      <Empty>{participants.noLearning}</Empty>
    )}
    {status !== 'EXITED' && (line === null || line.endedOn !== null) && <StepChoice steps={[beginning(id)]} />}
  </section>
);
