import { addDays } from '@werkplein/kernel';
import type { Demand } from '@werkplein/matching';

export const storedStatuses = ['CONCEPT', 'OPEN', 'PAUSED', 'FILLED', 'WITHDRAWN'] as const;
export type StoredVacancyStatus = (typeof storedStatuses)[number];
/** What a vacancy is on a day: nothing needs to run for one to expire. */
export type VacancyStatus = StoredVacancyStatus | 'EXPIRED';

export interface VacancyState {
  status: StoredVacancyStatus;
  closesOn: string | null;
}

export const statusOn = ({ status, closesOn }: VacancyState, day: string): VacancyStatus =>
  (status === 'OPEN' || status === 'PAUSED') && closesOn !== null && closesOn < day ? 'EXPIRED' : status;

/** From → where an employee may bring it. FILLED comes by filling the last place; an expired one opens again by a later closing day. */
export const vacancyTransitions: Record<VacancyStatus, readonly StoredVacancyStatus[]> = {
  CONCEPT: ['OPEN', 'WITHDRAWN'],
  OPEN: ['PAUSED', 'WITHDRAWN'],
  PAUSED: ['OPEN', 'WITHDRAWN'],
  FILLED: [],
  WITHDRAWN: [],
  EXPIRED: ['WITHDRAWN'],
};

export interface VacancyFacts {
  id: string;
  occupationCode: string | null;
  occupation: string;
  closesOn: string | null;
  places: number;
}

const DAYS_APART = 14;
const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Both without an end, or ends within two weeks of each other. */
const endTogether = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : a <= addDays(b, DAYS_APART) && b <= addDays(a, DAYS_APART);

/** Whether two vacancies of one employer are probably the same, entered twice (domain: dedupe key). */
export const probablySame = (a: VacancyFacts, b: VacancyFacts): boolean =>
  a.id !== b.id &&
  a.places === b.places &&
  (a.occupationCode !== null && b.occupationCode !== null ? a.occupationCode === b.occupationCode : same(a.occupation, b.occupation)) &&
  endTogether(a.closesOn, b.closesOn);

type Asking = Omit<Demand, 'occupation'> & { occupationCode: string | null; occupation: string };

/** A vacancy as the rules of matching see it. */
export const demandOf = ({ occupationCode, occupation, ...asked }: Asking): Demand => ({ ...asked, occupation: { code: occupationCode, text: occupation } });
