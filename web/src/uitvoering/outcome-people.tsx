import { Paragraph } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { employments, guides, indications, people, wsw } from '../texts/personnel.ts';
import { dayText } from '../ui/dates.ts';
import { shortNumber } from '../ui/numbers.ts';
import type { Result } from './outcome.tsx';

const hours = (value: number | undefined): string => shortNumber(value ?? 0);
const said = (text: string): ReactNode => <Paragraph>{text}</Paragraph>;

/** Why a command about a person was not carried out. */
export const ofPeople: Record<string, (result: Result) => ReactNode> = {
  ParticipantIsClient: () => said(people.isClient),
  ParticipantStillActive: ({ runningIds }) => said(people.stillActive(runningIds?.length ?? 0)),
  ServiceOrderActive: ({ serviceOrder }) => (
    <Paragraph>
      {people.orderActive} {serviceOrder && <Link to={`/opdrachten/${serviceOrder.id}`}>{people.thatOrder}</Link>}
    </Paragraph>
  ),
  ResponsibleIsAnother: () => said(guides.another),
  ColleagueNotActive: ({ colleague }) => said(colleague?.leavesOn == null ? guides.notActiveNow : guides.notActive(dayText(colleague.leavesOn))),
  ParticipantHasLeft: ({ exitedOn }) => said(guides.hasLeft(dayText(exitedOn ?? ''))),
  ResponsibilityAlreadyEnded: ({ responsibility }) => responsibility?.endsOn != null && said(guides.alreadyEnded(dayText(responsibility.endsOn))),
  StandInRefused: () => said(guides.refused),
  IndicationTermOutOfBounds: ({ minYears, maxYears }) => said(indications.out(minYears ?? 0, maxYears ?? 0)),
  NotAWswWorker: () => said(employments.notWsw),
  BsnOfAnother: ({ participant }) => (
    <Paragraph>
      {wsw.another} {participant && <Link to={`/deelnemers/${participant.id}`}>{wsw.thatPerson}</Link>}
    </Paragraph>
  ),
  NoWswInflow: ({ closedOn }) => said(wsw.noInflow(dayText(closedOn ?? ''))),
  TooManyHours: ({ day, hoursPerWeek, maxHoursPerWeek }) => said(employments.tooMany(dayText(day ?? ''), hours(hoursPerWeek), hours(maxHoursPerWeek))),
  MoreThanFullWeek: ({ fullWeekHours }) => said(employments.fullWeek(hours(fullWeekHours))),
  NotIndicated: ({ missingFrom, missingUntil }) => said(employments.notIndicated(dayText(missingFrom ?? ''), dayText(missingUntil ?? ''))),
};
