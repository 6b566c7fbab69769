import './uitvoering.css';
import { Alert, Heading, Paragraph } from '@amsterdam/design-system-react';
import { useParams } from 'react-router';
import { NotFound } from '../app/failures.tsx';
import { Page } from '../app/page.tsx';
import { useAsk } from '../graph/ask.ts';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { dayOf, dayText } from '../ui/dates.ts';
import { Facts } from '../ui/facts.tsx';
import { Answer } from '../ui/states.tsx';
import { History } from './history.tsx';
import { PlacementHours } from './hours/placement-hours.tsx';
import { useMay } from './may.ts';
import { personName } from './people.ts';
import { PlacementDocument, type PlacementQuery } from './placement.generated.ts';
import { placementFacts } from './placement-facts.tsx';
import { placementSteps } from './placement-steps.tsx';
import { StateLine } from './state-line.tsx';
import { StepChoice } from './step-choice.tsx';
import { placementTone } from './tones.ts';

const { states, kinds, steps: stepsHeading, by, clock } = uitvoering;

const hasHours: ReadonlySet<string> = new Set(['ACTIVE', 'INTERRUPTED', 'ENDED']);

export type Placement = NonNullable<PlacementQuery['placement']>;

/** Whose agreement is waited for, and what silence does on which day. */
const Waits = ({ placement: { status, client, details } }: { placement: Placement }) =>
  status === 'PROPOSED' && (
    <Alert className="stacked" heading={placements.waits} headingLevel={2}>
      <Paragraph>
        {placements.waitsFor(client?.klantregisseur ? placements.regieOf(client.klantregisseur.name) : placements.someRegie)} {details?.silence?.text}
      </Paragraph>
    </Alert>
  );

const EndRequested = ({ details }: Pick<Placement, 'details'>) =>
  details?.endRequestedOn != null &&
  details.endRequestedFor !== null && (
    <Alert className="stacked" heading={placements.endRequested} headingLevel={2} severity="warning">
      <Paragraph>{placements.endRequestedText(dayText(details.endRequestedOn), dayText(details.endRequestedFor))}</Paragraph>
    </Alert>
  );

const PlacementView = ({ placement }: { placement: Placement }) => {
  const may = useMay();
  return (
    <Page
      title={`${kinds[placement.kind]} · ${personName(placement)}`}
      actions={<StatusBadge tone={placementTone[placement.status] ?? 'neutral'}>{states.placement[placement.status]}</StatusBadge>}
    >
      <StateLine status={placement.status} />
      <Waits placement={placement} />
      <EndRequested details={placement.details} />
      <div className="with-steps">
        <section className="panel">
          <Heading level={2}>{placements.facts}</Heading>
          <Facts facts={placementFacts(placement)} />
        </section>
        <div>
          <section className="panel">
            <Heading level={2}>{stepsHeading}</Heading>
            <StepChoice steps={placementSteps(placement, may)} />
          </section>
          <History
            steps={(placement.details?.steps ?? []).map((taken) => ({
              key: `${taken.at} ${taken.step}`,
              what: placements.past[taken.step] ?? taken.step,
              at: taken.at,
              by: [
                by(taken.by?.name ?? clock, taken.organisation.name),
                ...(dayOf(taken.at) === taken.onDay ? [] : [placements.onDay(dayText(taken.onDay))]),
              ].join(' · '),
              text: taken.reason,
            }))}
          />
        </div>
      </div>
      {hasHours.has(placement.status) && placement.participant && <PlacementHours placementId={placement.id} participantId={placement.participant.id} />}
    </Page>
  );
};

/** One placement: where it is, for what it waits, and the steps that uitvoering may take. */
export const PlacementPage = () => {
  const { id = '' } = useParams();
  const asked = useAsk(PlacementDocument, { variables: { id } });
  return <Answer asked={asked}>{({ placement }) => (placement ? <PlacementView key={placement.id} placement={placement} /> : <NotFound />)}</Answer>;
};
