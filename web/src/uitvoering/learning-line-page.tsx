import './uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import { Link, useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { learning } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { applying, fact, type Fact } from './facts-of.ts';
import { LearningLineDocument, type LearningLineQuery } from './learning.generated.ts';
import { addStep, changeLine, endLine } from './learning-forms.tsx';
import { LearningNotes } from './learning-notes.tsx';
import { LearningStepView } from './learning-step-view.tsx';
import { personName } from './people.ts';
import { StepChoice } from './step-choice.tsx';

export type Line = NonNullable<LearningLineQuery['learningLine']>;

const factsOf = ({ participant, ...line }: Line): Fact[] => {
  const facts: Fact[] = [
    fact(uitvoering.person, participant && <Link to={`/deelnemers/${participant.id}`}>{personName(participant)}</Link>),
    fact(learning.goal, line.goal),
    fact(learning.from, dayText(line.startsOn)),
    fact(learning.expected, line.expectedEndOn && dayText(line.expectedEndOn)),
    fact(learning.endedOn, line.endedOn && dayText(line.endedOn)),
    fact(learning.endReason, line.endReason),
  ];
  return applying(facts);
};

const LineView = ({ line }: { line: Line }) => {
  const open = line.endedOn === null;
  return (
    <Page
      title={learning.nameOfLine(personName(line.participant ?? {}))}
      actions={<StatusBadge tone={open ? 'info' : 'neutral'}>{open ? learning.open : learning.ended}</StatusBadge>}
    >
      <div className="with-steps">
        <section className="panel">
          <Heading level={2}>{learning.steps}</Heading>
          {line.steps.length === 0 && <Empty>{learning.noSteps}</Empty>}
          <ol className="plain-list stacked">
            {line.steps.map((step) => (
              <LearningStepView key={step.id} step={step} line={line} />
            ))}
          </ol>
          {open && <StepChoice steps={[addStep(line), changeLine(line), endLine(line)]} />}
        </section>
        <div>
          <section className="panel">
            <Heading level={2}>{learning.facts}</Heading>
            <Facts facts={factsOf(line)} />
          </section>
          <LearningNotes line={line} />
        </div>
      </div>
    </Page>
  );
};

/** One learning line: its steps as far as they are, and what uitvoering wrote for itself. */
export const LearningLinePage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(LearningLineDocument, { variables: { id } });
  return <Answer asked={asked}>{({ learningLine }) => (learningLine ? <LineView key={learningLine.id} line={learningLine} /> : <NotFound />)}</Answer>;
};
