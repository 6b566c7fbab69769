import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Demand, distanceKm, isFitting, knownPostcodes, matchOf, ranked, type Supply } from './index.ts';

const supply = (more: Partial<Supply> = {}): Supply => ({
  occupations: [{ code: '1234', text: 'Medewerker groenvoorziening' }],
  hoursMin: 16,
  hoursMax: 24,
  postcode4: '7607',
  maxTravelKm: 15,
  workingLevel: 2,
  drivingLicences: [],
  needsAdaptation: false,
  needsGuidance: false,
  inDoelgroepregister: true,
  ...more,
});
const demand = (more: Partial<Demand> = {}): Demand => ({
  occupation: { code: '1234', text: 'Groenmedewerker' },
  hoursMin: 20,
  hoursMax: 32,
  postcode4: '7641',
  workingLevelMin: 1,
  drivingLicences: [],
  offersAdaptation: false,
  offersGuidance: false,
  onlyDoelgroepregister: false,
  ...more,
});

describe('the distance between two postcodes', () => {
  it.each([
    // As the crow flies, rounded; Almelo to Wierden station is 5 km on the map, Almelo to Enschede 23 km.
    ['7607', '7641', 5],
    ['7607', '7511', 22],
    ['7607', '7607', 0],
    ['7651', '7681', 16],
  ])('of %s and %s is %d km', (from, to, km) => {
    expect(Math.round(distanceKm(from, to) as number)).toBe(km);
  });

  it.each([
    ['1011', '7607'],
    [null, '7607'],
    ['7607', null],
  ])('of %s and %s is unknown', (from, to) => {
    expect(distanceKm(from, to)).toBeNull();
  });

  it('is the same both ways and never longer by a detour', () => {
    const postcode = fc.constantFrom(...knownPostcodes);
    fc.assert(
      fc.property(postcode, postcode, postcode, (a, b, c) => {
        const between = (x: string, y: string): number => distanceKm(x, y) as number;
        expect(between(a, b)).toBeCloseTo(between(b, a), 9);
        expect(between(a, b)).toBeLessThanOrEqual(between(a, c) + between(c, b) + 1e-9);
      }),
    );
  });
});

describe('a match', () => {
  it.each<[string, Partial<Supply>, Partial<Demand>, string[], string[], boolean]>([
    ['all that is asked', {}, {}, [], [], true],
    ['the same occupation in words', { occupations: [{ code: null, text: 'GROENMEDEWERKER' }] }, {}, [], [], true],
    ['another occupation', { occupations: [{ code: '9', text: 'Bakker' }] }, {}, ['OCCUPATION'], [], false],
    ['no occupation known', { occupations: [] }, {}, [], ['OCCUPATION'], true],
    ['hours that touch', { hoursMin: 8, hoursMax: 20 }, {}, [], [], true],
    ['too few hours', { hoursMin: 8, hoursMax: 19.75 }, {}, ['HOURS'], [], false],
    ['hours unknown', { hoursMin: null, hoursMax: null }, {}, [], ['HOURS'], true],
    ['too far', { maxTravelKm: 4 }, {}, ['TRAVEL_DISTANCE'], [], false],
    ['a postcode that is not in the table', {}, { postcode4: '1011' }, [], ['TRAVEL_DISTANCE'], true],
    ['a lower level', {}, { workingLevelMin: 3 }, ['WORKING_LEVEL'], [], true],
    ['no driving licence', {}, { drivingLicences: ['B'] }, ['DRIVING_LICENCE'], [], true],
    ['guidance that is not offered', { needsGuidance: true }, {}, ['GUIDANCE'], [], true],
    ['guidance that is offered', { needsGuidance: true }, { offersGuidance: true }, [], [], true],
    ['not in the doelgroepregister', { inDoelgroepregister: false }, { onlyDoelgroepregister: true }, ['TARGET_GROUP'], [], false],
    ['register unknown', { inDoelgroepregister: null }, { onlyDoelgroepregister: true }, [], ['TARGET_GROUP'], true],
  ])('with %s', (_, offered, asked, misses, unknown, fitting) => {
    const match = matchOf(supply(offered), demand(asked));
    expect([match.misses, match.unknown, isFitting(match)]).toEqual([misses, unknown, fitting]);
  });

  it('scores what is nearer and closer in kind higher, within 0 and 100', () => {
    const near = matchOf(supply(), demand({ postcode4: '7607' }));
    const far = matchOf(supply(), demand({ postcode4: '7642' }));
    const alike = matchOf(
      supply({ occupations: [{ code: null, text: 'Medewerker plantsoen' }] }),
      demand({ occupation: { code: null, text: 'Medewerker groen' } }),
    );
    expect(near.score).toBe(100);
    expect(far.score).toBeLessThan(near.score);
    expect(alike.score).toBeLessThan(far.score);
  });

  it('ranks the same whatever order they come in', () => {
    const candidates = ['c', 'a', 'b'].map((id) => ({ id, match: matchOf(supply(), demand()) }));
    const worse = { id: '0', match: matchOf(supply({ workingLevel: null }), demand()) };
    const misfit = { id: 'x', match: matchOf(supply({ maxTravelKm: 1 }), demand()) };
    expect(ranked([worse, misfit, ...candidates]).map(({ id }) => id)).toEqual(['a', 'b', 'c', '0']);
  });
});
