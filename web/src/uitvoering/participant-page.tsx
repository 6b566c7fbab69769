import './uitvoering.css';
import { Heading } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { municipalities } from '../graph/municipalities.generated.ts';
import { texts } from '../texts.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { participants } from '../texts/workplaces.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { applying, fact, type Fact } from './facts-of.ts';
import { ParticipantDocument, type ParticipantQuery } from './participant.generated.ts';
import { ParticipantLearning } from './participant-learning.tsx';
import { useMay } from './may.ts';
import { personName } from './people.ts';
import { participantSteps } from './people/participant-steps.tsx';
import { PersonnelParts } from './people/personnel.tsx';
import { StepChoice } from './step-choice.tsx';
import { orderTone, placementTone, stepTone } from './tones.ts';

const { states, services, kinds, roles } = uitvoering;

export type Participant = NonNullable<ParticipantQuery['participant']>;
type Entry = NonNullable<Participant['serviceLine']>[number];

const list = (items: readonly string[]): ReactNode => (
  <ul className="plain-list">
    {items.map((each) => (
      <li key={each}>{each}</li>
    ))}
  </ul>
);

const factsOf = (row: Participant): Fact[] => {
  const guides = (row.responsible ?? []).map(
    ({ role, employee, standIn }) => `${employee?.name ?? texts.common.unknown}, ${roles[role].toLowerCase()}${standIn ? ` (${participants.standIn})` : ''}`,
  );
  // Of people of UWV or another municipality no Werkplein here has the regie.
  const now = row.regie?.find(({ until, municipality }) => until === null && municipalities.some(({ code }) => code === municipality.code));
  const facts: Fact[] = [
    fact(participants.commissioner, row.commissioner.name),
    fact(participants.regie, now?.municipality.name ?? null),
    fact(participants.since, dayText(row.registeredOn)),
    fact(participants.left, row.exitedOn && dayText(row.exitedOn)),
    fact(participants.exitReason, row.exitReason),
    fact(participants.guides, guides.length > 0 ? list(guides) : participants.noGuide),
  ];
  return applying(facts);
};

const EntryView = ({ record }: Pick<Entry, 'record'>) => {
  if (record.__typename === 'ServiceOrder') {
    return (
      <>
        {participants.order}: <Link to={`/opdrachten/${record.id}`}>{services[record.service]}</Link>{' '}
        <StatusBadge tone={orderTone[record.orderStatus] ?? 'neutral'}>{states.order[record.orderStatus]}</StatusBadge>
      </>
    );
  }
  if (record.__typename === 'Placement') {
    return (
      <>
        {participants.placement}:{' '}
        <Link to={`/plaatsingen/${record.id}`}>
          {kinds[record.kind]} {record.employer && `· ${record.employer.name}`}
        </Link>{' '}
        <StatusBadge tone={placementTone[record.placementStatus] ?? 'neutral'}>{states.placement[record.placementStatus]}</StatusBadge>
      </>
    );
  }
  return (
    <>
      {participants.learningStep}: {record.module} <StatusBadge tone={stepTone[record.stepStatus] ?? 'neutral'}>{states.step[record.stepStatus]}</StatusBadge>
    </>
  );
};

const ParticipantView = ({ participant }: { participant: Participant }) => {
  const may = useMay();
  const navigate = useNavigate();
  const here = participant.status !== 'EXITED';
  const steps = participantSteps(participant, may, (path) => void navigate(path));
  const line = participant.serviceLine ?? [];
  return (
    <Page title={personName(participant)} actions={<StatusBadge>{states.participant[participant.status]}</StatusBadge>}>
      <div className="with-steps">
        <section className="panel">
          <Heading level={2}>{participants.line}</Heading>
          {line.length === 0 && <Empty>{participants.noLine}</Empty>}
          <ol className="plain-list" reversed>
            {line.toReversed().map(({ startsOn, endsOn, record }) => (
              <li key={record.id}>
                <EntryView record={record} />
                <div className="small">{participants.period(dayText(startsOn), endsOn && dayText(endsOn))}</div>
              </li>
            ))}
          </ol>
          {may('guide') && participant.client === null && participant.name !== null && (
            <p>
              <Link to={`/plaatsingen/nieuw?deelnemer=${participant.id}`}>{placements.nieuw}</Link>
            </p>
          )}
        </section>
        <div>
          <section className="panel">
            <Heading level={2}>{participants.facts}</Heading>
            <Facts facts={factsOf(participant)} />
          </section>
          {steps.length > 0 && (
            <section className="panel">
              <Heading level={2}>{uitvoering.steps}</Heading>
              <StepChoice steps={steps} quiet />
            </section>
          )}
          <ParticipantLearning participant={participant} />
          <PersonnelParts id={participant.id} here={here} />
        </div>
      </div>
    </Page>
  );
};

/** One participant: every service of the NUO in time, who guides them, and what they learn. */
export const ParticipantPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(ParticipantDocument, { variables: { id } });
  return (
    <Answer asked={asked}>{({ participant }) => (participant ? <ParticipantView key={participant.id} participant={participant} /> : <NotFound />)}</Answer>
  );
};
