import { drivingLicenceCategories } from '@werkplein/matching';
import { problemsOf, type Werkzoekende } from '@werkplein/vum';
import { anyMessage } from '@werkplein/vum/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputReader } from '../clients/input.ts';
import { readProfile } from './candidate.rules.ts';
import { type Contact, lostOnExport, mpWerkzoekendeOf, readWerkzoekende, type SharedCandidate, werkzoekendeOf } from './candidate.vum.adapter.ts';

const today = '2026-11-23';
const nullable = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const line = (max: number) => fc.stringMatching(new RegExp(`^[A-Za-zéü0-9][A-Za-zéü0-9 .,'&-]{0,${max - 2}}[A-Za-zéü0-9]$`, 'u'));
const quarters = fc.integer({ min: 1, max: 160 }).map((n) => n / 4);
const candidates: fc.Arbitrary<SharedCandidate> = fc
  .record({
    occupations: fc.array(fc.record({ code: nullable(line(10)), text: line(120) }), { maxLength: 10 }),
    hours: fc.tuple(nullable(quarters), nullable(quarters)),
    postcode4: nullable(fc.constantFrom('7607', '7642')),
    maxTravelKm: nullable(fc.integer({ min: 0, max: 150 })),
    workingLevel: nullable(fc.integer({ min: 1, max: 6 })),
    drivingLicences: fc.uniqueArray(fc.constantFrom(...drivingLicenceCategories)),
    needsAdaptation: fc.boolean(),
    needsGuidance: fc.boolean(),
    availableFrom: nullable(fc.constantFrom('2026-12-01', '2027-02-28')),
    inDoelgroepregister: nullable(fc.boolean()),
  })
  .map(({ hours: [a, b], ...rest }) => ({
    ...rest,
    id: '0141:00000000-0000-7000-8000-000100000001',
    ...(a !== null && b !== null && a > b ? { hoursMin: b, hoursMax: a } : { hoursMin: a, hoursMax: b }),
  }));
const contacts: fc.Arbitrary<Contact | null> = nullable(
  fc.record({
    name: line(120),
    phone: nullable(fc.constantFrom('+31546123456', '+319001234')),
    email: nullable(fc.constantFrom('a@voorbeeld.example', 'geen')),
  }),
);

describe('a candidate in the exchange', () => {
  it('goes out as the published shape asks, in either step, whatever its values', () => {
    fc.assert(
      fc.property(candidates, contacts, (one, contact) => {
        expect(problemsOf('MPWerkzoekende', mpWerkzoekendeOf(one).value)).toEqual([]);
        expect(problemsOf('Werkzoekende', werkzoekendeOf(one, contact).value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it went, but for what was said to be lost', () => {
    fc.assert(
      fc.property(candidates, contacts, (one, contact) => {
        const { value, losses } = werkzoekendeOf(one, contact);
        const back = readWerkzoekende(JSON.parse(JSON.stringify(value)), today);
        expect(back).not.toHaveProperty('problems');
        if ('problems' in back) return;
        const { id, inDoelgroepregister: _, ...sent } = one;
        const hours = losses.includes(lostOnExport.hours)
          ? { hoursMin: expect.toBeOneOf([null, expect.any(Number)]), hoursMax: expect.toBeOneOf([null, expect.any(Number)]) }
          : {};
        expect(back.value).toEqual({ sourceKey: id, profile: { ...sent, ...hours, postcode4: null, visibility: 'INTERNAL', informedOn: null } });
        expect(losses.includes(lostOnExport.postcode4)).toBe(one.postcode4 !== null);
      }),
      { numRuns: 300 },
    );
  });

  it('says in the first step neither who it is nor what it needs', () => {
    fc.assert(
      fc.property(candidates, (one) => {
        const { value, losses } = mpWerkzoekendeOf(one);
        expect(value.idWerkzoekende).toBe(one.id);
        for (const field of ['contactpersoon', 'telefoonnummer', 'emailadres', 'eisAanWerk', 'persoonlijkePresentatie'])
          expect(value).not.toHaveProperty(field);
        expect(losses.includes(lostOnExport.needs)).toBe(one.needsAdaptation || one.needsGuidance);
      }),
    );
  });

  it('is, of any message at all, a valid profile that nobody else sees, or a list of problems with their place', () => {
    let read = 0;
    fc.assert(
      fc.property(anyMessage<Werkzoekende>('Werkzoekende'), (message) => {
        const result = readWerkzoekende(message, today);
        if ('problems' in result) {
          expect(result.problems.every(({ path, message: text }) => path.length > 0 && text.length > 0)).toBe(true);
          return;
        }
        read += 1;
        const again = inputReader([]);
        expect(readProfile(again, result.value.profile, today)).toEqual(result.value.profile);
        expect([again.problems, result.value.profile.visibility]).toEqual([[], 'INTERNAL']);
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it.each([null, 1, 'x', [], {}])('is not %j, and that is said', (message) => {
    expect(readWerkzoekende(message, today)).toHaveProperty('problems');
  });
});
