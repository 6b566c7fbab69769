import { publicHolidayRows } from '@werkplein/kernel';
import { describe, expect, it } from 'vitest';
import { dossierMachine, type DossierStatus, dueAfter, isEnd, type PlaceableProfile, profileObstacles } from './dossier.rules.ts';

const terms = { intakeWithinWorkingDays: 10, planWithinWeeks: 8 };

it.each<[DossierStatus, string, string | null]>([
  ['REGISTERED', '2026-11-23', '2026-12-07'],
  ['REGISTERED', '2026-12-18', '2027-01-05'],
  ['INTAKE', '2026-11-23', '2027-01-18'],
  ['IN_PROGRAMME', '2026-11-23', null],
  ['PLACED', '2026-11-23', null],
])('of a dossier that comes into %s on %s the next step is due on %s', (status, day, due) => {
  expect(dueAfter(status, day, terms, publicHolidayRows)).toBe(due);
});

const profile: PlaceableProfile = { occupations: [{}], hoursMin: 16, hoursMax: 24, postcode4: '7607', maxTravelKm: 10, withdrawnOn: null };

describe('a profile', () => {
  it.each<[Partial<PlaceableProfile>, string[]]>([
    [{}, []],
    [{ withdrawnOn: '2026-11-01' }, ['NO_PROFILE']],
    [{ occupations: [] }, ['NO_OCCUPATION']],
    [{ hoursMax: null }, ['NO_HOURS']],
    [{ postcode4: null }, ['NO_MOBILITY']],
    [{ maxTravelKm: null, occupations: [] }, ['NO_OCCUPATION', 'NO_MOBILITY']],
  ])('with %j lacks %j before somebody is placeable', (more, codes) => {
    expect(profileObstacles({ ...profile, ...more }).map(({ code }) => code)).toEqual(codes);
  });
  it('that is not there is the obstacle', () => {
    expect(profileObstacles(null).map(({ code }) => code)).toEqual(['NO_PROFILE']);
  });
});

it('ends where no step leads away', () => {
  const states = Object.keys(dossierMachine.states) as DossierStatus[];
  expect(states.filter(isEnd)).toEqual(['CLOSED', 'TRANSFERRED']);
});
