import { Button } from '@amsterdam/design-system-react';
import { useAsk } from '../../graph/ask.ts';
import { desk } from '../../texts/desk.ts';
import { StatusBadge, type Tone } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/states.tsx';
import { Panel } from '../shared/panel.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { MayApproachDocument, type MayApproachQueryVariables } from './may-approach.generated.ts';
import { Obstacles } from './obstacles.tsx';
import { type PlanValues, questionOf } from './plan-values.ts';

const { plan: words } = desk;

const tones: Record<'YES' | 'NO' | 'UNKNOWN', Tone> = { YES: 'good', NO: 'bad', UNKNOWN: 'attention' };

interface Props {
  employerId: string;
  values: PlanValues;
  candidateIds: string[];
  onDay: (day: string) => void;
}

/** What the graph says of it while one chooses; the decision falls when it is sent. */
export const Advice = ({ employerId, values, candidateIds, onDay }: Props) => {
  const question = questionOf(values, employerId, candidateIds);
  const settled = useSettled(question);
  const { data, waiting, refreshing, problem, again } = useAsk(MayApproachDocument, {
    variables: settled ?? ({} as MayApproachQueryVariables),
    skip: settled === null,
  });
  // An answer belongs to what was asked: of what is being changed nothing is known yet.
  const stale = waiting || refreshing || JSON.stringify(question) !== JSON.stringify(settled);
  const advice = data?.mayApproach;
  return (
    <Panel title={words.advice} className="desk-advice">
      <div aria-live="polite" aria-busy={question !== null && stale}>
        {question === null && <p className="empty">{words.adviceLater}</p>}
        {question !== null && stale && <p className="empty">{words.checking}</p>}
        {question !== null && !stale && <ProblemAlert problem={problem} again={again} />}
        {question !== null && !stale && advice && (
          <>
            <p>
              <StatusBadge tone={tones[advice.answer]}>{words.answer[advice.answer]}</StatusBadge>
            </p>
            {advice.answer === 'UNKNOWN' && <p>{words.unknown}</p>}
            <Obstacles obstacles={advice.obstacles} />
            {advice.answer === 'NO' && advice.firstFreeDay !== null && (
              <p className="desk-advice-day">
                {words.firstFree(dayText(advice.firstFreeDay))}{' '}
                <Button variant="secondary" onClick={() => onDay(advice.firstFreeDay ?? '')}>
                  {words.takeDay}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </Panel>
  );
};
