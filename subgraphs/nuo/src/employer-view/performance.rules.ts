import { addDays, daysBetween, localDay } from '@werkplein/kernel';
import { isOpen, type ProposalStatus } from '../proposals/proposal.rules.ts';
import { statusOn, type VacancyState } from '../vacancies/vacancy.rules.ts';

export interface VacancyFact extends VacancyState {
  registeredAt: Date;
  filledOn: string | null;
  places: number;
  filled: number;
}
export interface ProposalFact {
  status: ProposalStatus;
  proposedAt: Date;
}
export interface PlacementFact {
  startsOn: string;
  /** Last day. */
  endedOn: string | null;
}

/** 26 weeks: what is called lasting work (domain.md §4.3, DUURZAME_UITSTROOM_26W). */
const LASTING_DAYS = 26 * 7;

const count = <T>(all: readonly T[], test: (one: T) => boolean): number => all.filter(test).length;
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

const ofVacancies = (all: readonly VacancyFact[], today: string) => {
  // A draft was never shown to anyone.
  const registered = all.filter(({ status }) => status !== 'CONCEPT');
  const days = registered.flatMap(({ registeredAt, filledOn }) => (filledOn === null ? [] : [daysBetween(localDay(registeredAt), filledOn)]));
  const being = (...states: string[]): number => count(registered, (one) => states.includes(statusOn(one, today)));
  return {
    registered: registered.length,
    open: being('OPEN', 'PAUSED'),
    filled: being('FILLED'),
    expired: being('EXPIRED'),
    withdrawn: being('WITHDRAWN'),
    places: sum(registered.map(({ places }) => places)),
    placesFilled: sum(registered.map(({ filled }) => filled)),
    meanDaysToFill: days.length === 0 ? null : sum(days) / days.length,
  };
};

const ofProposals = (all: readonly ProposalFact[]) => {
  // What is being prepared, the employer does not know of.
  const proposed = all.filter(({ status }) => status !== 'PREPARED');
  const being = (wanted: ProposalStatus): number => count(proposed, ({ status }) => status === wanted);
  return {
    proposed: proposed.length,
    open: count(proposed, ({ status }) => isOpen(status)),
    placed: being('PLACED'),
    rejected: being('REJECTED'),
    withdrawn: being('WITHDRAWN'),
  };
};

const ofPlacements = (all: readonly PlacementFact[], today: string) => {
  const begun = all.filter(({ startsOn }) => startsOn <= today);
  const past = begun.filter(({ startsOn }) => addDays(startsOn, LASTING_DAYS) <= today);
  const over = (day: string | null): boolean => day !== null && day < today;
  return {
    started: begun.length,
    active: count(begun, ({ endedOn }) => !over(endedOn)),
    ended: count(begun, ({ endedOn }) => over(endedOn)),
    past26Weeks: past.length,
    lasted26Weeks: count(past, ({ startsOn, endedOn }) => endedOn === null || endedOn >= addDays(startsOn, LASTING_DAYS - 1)),
  };
};

export interface Facts {
  vacancies: readonly VacancyFact[];
  proposals: readonly ProposalFact[];
  placements: readonly PlacementFact[];
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

export const performanceOf = ({ vacancies, proposals, placements }: Facts, today: string) => {
  const years = {
    vacancies: Map.groupBy(vacancies, ({ registeredAt }) => yearOf(localDay(registeredAt))),
    proposals: Map.groupBy(proposals, ({ proposedAt }) => yearOf(localDay(proposedAt))),
    placements: Map.groupBy(placements, ({ startsOn }) => yearOf(startsOn)),
  };
  return [...new Set(Object.values(years).flatMap((some) => [...some.keys()]))]
    .filter((year) => year <= yearOf(today))
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      vacancies: ofVacancies(years.vacancies.get(year) ?? [], today),
      proposals: ofProposals(years.proposals.get(year) ?? []),
      placements: ofPlacements(years.placements.get(year) ?? [], today),
    }));
};
