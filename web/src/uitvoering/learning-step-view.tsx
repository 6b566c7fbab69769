import { Link } from 'react-router';
import { uitvoering } from '../texts/uitvoering.ts';
import { learning } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { stepSteps } from './learning-forms.tsx';
import type { Line } from './learning-line-page.tsx';
import { placementLabel } from './placement-field.tsx';
import { StepChoice } from './step-choice.tsx';
import { stepTone } from './tones.ts';

const { states } = uitvoering;

const daysOf = ({ status, startedOn, finishedOn }: Line['steps'][number]): string =>
  [
    ...(startedOn === null ? [] : [learning.started(dayText(startedOn))]),
    ...(finishedOn === null ? [] : [learning.finished(states.step[status], dayText(finishedOn))]),
  ].join(' · ');

/** One step of a line: what is learnt, how far it is, and what can be recorded of it. */
export const LearningStepView = ({ step, line }: { step: Line['steps'][number]; line: Line }) => {
  const steps = stepSteps(step, line);
  return (
    <li className="learning-step" {...(step.status === 'BUSY' && { 'aria-current': 'step' as const })}>
      <div>
        <strong>
          {step.position}. {step.module}
        </strong>{' '}
        <StatusBadge tone={stepTone[step.status] ?? 'neutral'}>{states.step[step.status]}</StatusBadge>
        <div>{step.goal}</div>
        <div className="small">{[step.workKind, daysOf(step)].filter(Boolean).join(' · ')}</div>
        {step.placement && (
          <div className="small">
            {learning.learntAt} <Link to={`/plaatsingen/${step.placement.id}`}>{placementLabel(step.placement)}</Link>
          </div>
        )}
        {step.stopReason !== null && <div className="small">{learning.stopped(step.stopReason)}</div>}
        {step.certificates.map(({ id, number, issuer, issuedOn }) => (
          <div key={id}>{learning.certificate(number, issuer, dayText(issuedOn))}</div>
        ))}
      </div>
      {steps.length > 0 && <StepChoice steps={steps} quiet />}
    </li>
  );
};
