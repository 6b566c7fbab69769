import { Alert, Paragraph } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { uitvoering } from '../texts/uitvoering.ts';
import { fallback } from '../texts/fallback.ts';
import { hours } from '../texts/hours.ts';
import { dayText } from '../ui/dates.ts';
import { ofPeople } from './outcome-people.tsx';
import { monthText } from '../ui/months.ts';
import type { WorkplaceKind } from './workplaces.generated.ts';

/** What a command answered, as far as its reader can go on with it; members that have been carried out have only warnings. */
export interface Result {
  __typename?: string | undefined;
  warnings?: readonly string[];
  text?: string;
  nearestDay?: string | null;
  firstDay?: string;
  placement?: { id: string };
  ask?: string | null;
  day?: string;
  openIds?: readonly string[];
  learningLine?: { id: string } | null;
  number?: string;
  next?: string;
  gaps?: number;
  firstFullDay?: string;
  problems?: readonly { text: string }[];
  secondment?: { id: string } | null;
  month?: string;
  colleague?: { leavesOn: string | null };
  responsibility?: { endsOn?: string | null } | null;
  exitedOn?: string;
  runningIds?: readonly string[];
  serviceOrder?: { id: string } | null;
  participant?: { id: string } | null;
  employment?: { id: string } | null;
  minYears?: number;
  maxYears?: number;
  closedOn?: string;
  hoursPerWeek?: number;
  maxHoursPerWeek?: number;
  fullWeekHours?: number;
  missingFrom?: string;
  missingUntil?: string;
  fullOn?: string | null;
  workplace?: { id: string } | null;
  group?: { id: string; name: string; kind: WorkplaceKind } | null;
}

const { outcomes, ...words } = uitvoering;

const rules: Record<string, (result: Result) => ReactNode> = {
  PlacementRuleBroken: ({ text, nearestDay }) => (
    <Paragraph>
      {text} {nearestDay != null && outcomes.nearest(dayText(nearestDay))}
    </Paragraph>
  ),
  PlacementOverlaps: ({ firstDay, placement }) => (
    <Paragraph>
      {outcomes.overlaps(dayText(firstDay ?? ''))} {placement && <Link to={`/plaatsingen/${placement.id}`}>{outcomes.thatPlacement}</Link>}
    </Paragraph>
  ),
  PersonPlacedElsewhere: ({ ask }) => (
    <Paragraph>
      {outcomes.elsewhere} {ask == null ? outcomes.askCoordinator : outcomes.ask(ask)}
    </Paragraph>
  ),
  NuoParameterMissing: ({ day }) => <Paragraph>{outcomes.parameter(dayText(day ?? ''))}</Paragraph>,
  ServiceOrderWorkOpen: ({ openIds }) => (
    <>
      <Paragraph>{outcomes.workOpen}</Paragraph>
      <ul>
        {openIds?.map((id, index) => (
          <li key={id}>
            <Link to={`/plaatsingen/${id}`}>{outcomes.openPlacement(index + 1)}</Link>
          </li>
        ))}
      </ul>
    </>
  ),
  LearningLineOpen: ({ learningLine }) => (
    <Paragraph>
      {outcomes.lineOpen} {learningLine && <Link to={`/leerwerklijnen/${learningLine.id}`}>{outcomes.thatLine}</Link>}
    </Paragraph>
  ),
  LearningLineEnded: () => <Paragraph>{outcomes.lineEnded}</Paragraph>,
  WorkplaceTooSmall: ({ firstFullDay }) => <Paragraph>{outcomes.tooSmall(dayText(firstFullDay ?? ''))}</Paragraph>,
  SecondmentRefused: ({ problems }) => (
    <ul>
      {problems?.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  ),
  WorkplaceUnfit: ({ fullOn }) => <Paragraph>{fullOn == null ? fallback.unfitAny : fallback.unfit(dayText(fullOn))}</Paragraph>,
  TimesheetExists: () => <Paragraph>{hours.exists}</Paragraph>,
  TimesheetReplaced: () => <Paragraph>{hours.replaced}</Paragraph>,
  MonthIsOpen: ({ month }) => <Paragraph>{hours.open(monthText(month ?? ''))}</Paragraph>,
  NothingToCorrect: ({ month }) => <Paragraph>{hours.nothing(monthText(month ?? ''))}</Paragraph>,
  ...ofPeople,
  CertificateKnown: ({ number }) => <Paragraph>{outcomes.certificateKnown(number ?? '')}</Paragraph>,
  MonthOutOfOrder: ({ next }) => <Paragraph>{outcomes.monthOrder(monthText(next ?? ''))}</Paragraph>,
  MonthIncomplete: ({ gaps }) => <Paragraph>{outcomes.monthGaps(gaps ?? 0)}</Paragraph>,
};

/** Answers of what was carried out. */
const done = new Set(
  `PlacementProposed PlacementChanged PlacementEnded ServiceOrderPlaced ServiceOrderChanged ServiceOrderEnded
  LearningLineChanged LearningStepChanged WorkplaceSaved WorkGroupSaved FallbackChanged MonthClosed
  SecondmentChanged SecondmentEnded SecondmentRateRecorded SecondmentsIndexed EmploymentRegistered EmploymentChanged WorkFormSwitched
  TimesheetRecorded IndicationRecorded ReindicationRequestRecorded WswWorkerRegistered WswWorkerCorrected ResidenceRecorded
  ParticipantRegistered ParticipantCorrected ParticipantExited ResponsibleAssigned ResponsibilityEnded StandInPlanned`.split(/\s+/),
);

/** Whether it was carried out. */
export const isDone = ({ __typename = '' }: Result): boolean => done.has(__typename);

/** Why a command was not carried out, and what to do next. */
export const Outcome = ({ result }: { result: Result }) => {
  const { __typename: kind = '' } = result;
  const told = rules[kind]?.(result) ?? <Paragraph>{kind.endsWith('VersionConflict') ? words.version : result.text}</Paragraph>;
  return (
    <Alert heading={words.outcome} headingLevel={3} severity="warning" role="alert">
      {told}
    </Alert>
  );
};
