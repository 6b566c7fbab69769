import { Heading } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { placements } from '../../texts/placements.ts';
import { uitvoering } from '../../texts/uitvoering.ts';
import { secondments as words } from '../../texts/secondments.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { dayText } from '../../ui/dates.ts';
import { Empty } from '../../ui/states.tsx';
import { shortNumber } from '../../ui/numbers.ts';
import { personName } from '../people.ts';
import { StepChoice } from '../step-choice.tsx';
import { placementTone } from '../tones.ts';
import type { Secondment } from './secondment-fields.tsx';
import { removing } from './secondment-steps.tsx';

const { states } = uitvoering;
const leaves = new Set(['SIGNED', 'RUNNING', 'NOTICE_GIVEN']);

/** Who works under an agreement. */
export const Members = ({ row, may }: { row: Secondment; may: boolean }) => (
  <section className="panel">
    <Heading level={2}>{words.members}</Heading>
    {(row.members ?? []).length === 0 && <Empty>{words.noMembers}</Empty>}
    <ul className="plain-list">
      {row.members?.map((member) => {
        const { id, status, startsOn, expectedEndOn, hoursPerWeek } = member;
        return (
          <li key={id} className="learning-step">
            <div>
              <Link to={`/plaatsingen/${id}`}>{personName(member)}</Link>{' '}
              <StatusBadge tone={placementTone[status] ?? 'neutral'}>{states.placement[status]}</StatusBadge>
              <div className="small">
                {dayText(startsOn)} – {expectedEndOn === null ? placements.noEnd : dayText(expectedEndOn)} · {placements.hours}: {shortNumber(hoursPerWeek)}
              </div>
            </div>
            {may && leaves.has(row.status) && status !== 'ENDED' && <StepChoice steps={[removing(row, id, personName(member))]} quiet />}
          </li>
        );
      })}
    </ul>
  </section>
);
