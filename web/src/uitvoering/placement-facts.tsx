import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { placements } from '../texts/placements.ts';
import { uitvoering } from '../texts/uitvoering.ts';
import { dayText } from '../ui/dates.ts';
import { applying, fact, type Fact } from './facts-of.ts';
import { municipalityName } from '../ui/municipality.ts';
import { personName } from './people.ts';
import type { Placement } from './placement-page.tsx';
import { shortNumber } from '../ui/numbers.ts';

const { agreements, guidance, interruptions, results, services, ...words } = uitvoering;

type Details = NonNullable<Placement['details']>;

const agreedFact = ({ agreedOn, agreement, agreedBy }: Details): string | null =>
  agreedOn === null || agreement === null ? null : placements.agreedOn(dayText(agreedOn), agreedBy?.name ?? agreements[agreement]);

const guidanceFact = ({ guidanceForm, guidanceHoursPerMonth }: Details): string | null =>
  guidanceForm &&
  [guidance[guidanceForm], ...(guidanceHoursPerMonth === null ? [] : [placements.guidanceHours(shortNumber(guidanceHoursPerMonth))])].join(', ');

const stoodStill = ({ interruptions: periods }: Details): ReactNode =>
  periods.length > 0 && (
    <ul className="plain-list">
      {periods.map(({ startsOn, endsOn, reason }) => (
        <li key={startsOn}>{placements.stoodPeriod(dayText(startsOn), endsOn && dayText(endsOn), interruptions[reason].toLowerCase())}</li>
      ))}
    </ul>
  );

const ofDetails = (details: Details): Fact[] => [
  fact(placements.agreed, agreedFact(details)),
  fact(placements.contract, details.agreementReference),
  fact(placements.guidance, guidanceFact(details)),
  fact(placements.term, details.termEndsOn && dayText(details.termEndsOn)),
  fact(placements.stood, stoodStill(details)),
  fact(placements.result, details.result && results[details.result]),
  fact(placements.closed, details.closedOn && dayText(details.closedOn)),
  fact(placements.order, details.serviceOrder && <Link to={`/opdrachten/${details.serviceOrder.id}`}>{services[details.serviceOrder.service]}</Link>),
];

/** What is known of a placement; what does not apply to it is left out. */
export const placementFacts = (placement: Placement): Fact[] => {
  const { participant, employer, vacancy, workplace, secondment, details, ...row } = placement;
  const last = row.endedOn ?? row.expectedEndOn;
  const facts: Fact[] = [
    fact(words.person, participant ? <Link to={`/deelnemers/${participant.id}`}>{personName(placement)}</Link> : personName(placement)),
    fact(words.municipality, row.municipality && municipalityName(row.municipality)),
    fact(placements.employer, employer ? <Link to={`/werkgevers/${employer.id}`}>{employer.name}</Link> : placements.inside),
    fact(placements.vacancy, vacancy?.title),
    fact(placements.secondment, secondment && <Link to={`/detacheringen/${secondment.id}`}>{secondment.title}</Link>),
    fact(placements.workplace, workplace && <Link to={`/werkplekken/${workplace.id}`}>{workplace.name}</Link>),
    fact(placements.from, dayText(row.startsOn)),
    fact(placements.until, last === null ? placements.noEnd : dayText(last)),
    fact(placements.hours, shortNumber(row.hoursPerWeek)),
    ...(details ? ofDetails(details) : []),
  ];
  return applying(facts);
};
