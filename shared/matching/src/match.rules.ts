import { distanceKm } from './postcode-centres.ts';

// Fitting people to work and work to people, without knowing who either is (two steps, as VUM does: match first, identity later).

export interface Occupation {
  /** Code of the BO&C register; null when only a text is known. */
  code: string | null;
  text: string;
}

/** What a person offers. Null is unknown, which is never a no. */
export interface Supply {
  occupations: readonly Occupation[];
  hoursMin: number | null;
  hoursMax: number | null;
  postcode4: string | null;
  maxTravelKm: number | null;
  /** VUM werk- en denkniveau, 1 to 6. */
  workingLevel: number | null;
  drivingLicences: readonly string[];
  needsAdaptation: boolean;
  needsGuidance: boolean;
  inDoelgroepregister: boolean | null;
}

/** What a vacancy asks. Null asks nothing. */
export interface Demand {
  occupation: Occupation;
  hoursMin: number | null;
  hoursMax: number | null;
  postcode4: string | null;
  workingLevelMin: number | null;
  drivingLicences: readonly string[];
  offersAdaptation: boolean;
  offersGuidance: boolean;
  onlyDoelgroepregister: boolean;
}

export const criteria = ['OCCUPATION', 'HOURS', 'TRAVEL_DISTANCE', 'WORKING_LEVEL', 'DRIVING_LICENCE', 'ADAPTATION', 'GUIDANCE', 'TARGET_GROUP'] as const;
export type Criterion = (typeof criteria)[number];

/** Share of a criterion that is met, 0 to 1; null when it cannot be known. */
type Verdict = number | null;

export interface Match {
  /** 0 to 100; an unknown criterion counts for half. */
  score: number;
  distanceKm: number | null;
  fits: Criterion[];
  misses: Criterion[];
  unknown: Criterion[];
}

/** Without these nobody is helped: who misses one is not proposed. */
const essential: ReadonlySet<Criterion> = new Set(['OCCUPATION', 'HOURS', 'TRAVEL_DISTANCE', 'TARGET_GROUP']);
const weights: Record<Criterion, number> = {
  OCCUPATION: 35,
  HOURS: 15,
  TRAVEL_DISTANCE: 20,
  WORKING_LEVEL: 10,
  DRIVING_LICENCE: 5,
  ADAPTATION: 5,
  GUIDANCE: 5,
  TARGET_GROUP: 5,
};
const UNKNOWN_COUNTS = 0.5;
const SHARED_WORD_COUNTS = 0.6;
const WORD_MIN = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

const sameOccupation = (offered: Occupation, asked: Occupation): number => {
  if (offered.code !== null && offered.code === asked.code) return 1;
  const [have, want] = [wordsOf(offered.text), wordsOf(asked.text)];
  if (have.join(' ') === want.join(' ')) return 1;
  return have.some((word) => word.length >= WORD_MIN && want.includes(word)) ? SHARED_WORD_COUNTS : 0;
};

const occupation = ({ occupations }: Supply, demand: Demand): Verdict =>
  occupations.length === 0 ? null : Math.max(...occupations.map((each) => sameOccupation(each, demand.occupation)));

const hours = (supply: Supply, demand: Demand): Verdict => {
  if (demand.hoursMin === null && demand.hoursMax === null) return 1;
  if (supply.hoursMin === null && supply.hoursMax === null) return null;
  const least = Math.max(supply.hoursMin ?? 0, demand.hoursMin ?? 0);
  const most = Math.min(supply.hoursMax ?? Infinity, demand.hoursMax ?? Infinity);
  return least <= most ? 1 : 0;
};

/** Nearby is better than just within reach. */
const travel = (km: number | null, { maxTravelKm }: Supply): Verdict => {
  if (km === null || maxTravelKm === null) return null;
  return km <= maxTravelKm ? 1 - (0.5 * km) / Math.max(maxTravelKm, 1) : 0;
};

const yes = (met: boolean): Verdict => (met ? 1 : 0);
const level = ({ workingLevel }: Supply, { workingLevelMin }: Demand): Verdict =>
  workingLevelMin === null ? 1 : workingLevel === null ? null : yes(workingLevel >= workingLevelMin);
const targetGroup = ({ inDoelgroepregister }: Supply, { onlyDoelgroepregister }: Demand): Verdict =>
  !onlyDoelgroepregister ? 1 : inDoelgroepregister === null ? null : yes(inDoelgroepregister);

/** How a person and a vacancy fit, with the reasons. */
export const matchOf = (supply: Supply, demand: Demand): Match => {
  const km = distanceKm(supply.postcode4, demand.postcode4);
  const verdicts: Record<Criterion, Verdict> = {
    OCCUPATION: occupation(supply, demand),
    HOURS: hours(supply, demand),
    TRAVEL_DISTANCE: travel(km, supply),
    WORKING_LEVEL: level(supply, demand),
    DRIVING_LICENCE: yes(demand.drivingLicences.every((licence) => supply.drivingLicences.includes(licence))),
    ADAPTATION: yes(!supply.needsAdaptation || demand.offersAdaptation),
    GUIDANCE: yes(!supply.needsGuidance || demand.offersGuidance),
    TARGET_GROUP: targetGroup(supply, demand),
  };
  const those = (test: (verdict: Verdict) => boolean): Criterion[] => criteria.filter((each) => test(verdicts[each]));
  return {
    score: Math.round(criteria.reduce((sum, each) => sum + weights[each] * (verdicts[each] ?? UNKNOWN_COUNTS), 0)),
    distanceKm: km === null ? null : Math.round(km * 10) / 10,
    fits: those((verdict) => verdict !== null && verdict > 0),
    misses: those((verdict) => verdict === 0),
    unknown: those((verdict) => verdict === null),
  };
};

/** Whether nothing essential is missed. */
export const isFitting = ({ misses }: Match): boolean => !misses.some((each) => essential.has(each));

/** The fitting ones, best first; of equal scores the nearest, then by id, so that the order is always the same. */
export const ranked = <T extends { id: string; match: Match }>(all: readonly T[]): T[] =>
  all
    .filter(({ match }) => isFitting(match))
    .toSorted(
      (a, b) =>
        b.match.score - a.match.score || (a.match.distanceKm ?? Infinity) - (b.match.distanceKm ?? Infinity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
