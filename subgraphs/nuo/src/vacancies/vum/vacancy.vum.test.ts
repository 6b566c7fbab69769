import { anyMessage } from '@werkplein/vum/testing';
import { agreementCodes, problemsOf, type Vacature } from '@werkplein/vum';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Branch } from '../../employers/employer.entity.ts';
import { freshBranch } from '../../employers/fresh.ts';
import { InputCheck } from '../../input.ts';
import { idOf } from '../../testing/index.ts';
import { vacancyFacts } from '../check-vacancy.ts';
import type { Vacancy } from '../vacancy.entity.ts';
import { readVacature, vacancyInputOf } from './read-vacature.vum.adapter.ts';
import { lostOnExport, mpVacatureOf, type SharedVacancy, vacatureOf } from './vacancy.vum.adapter.ts';

const today = '2026-08-03';
const nullable = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const line = (max: number) => fc.stringMatching(new RegExp(`^[A-Za-zéü0-9][A-Za-zéü0-9 .,'&-]{0,${max - 2}}[A-Za-zéü0-9]$`, 'u'));
const quarters = fc.integer({ min: 1, max: 160 }).map((n) => n / 4);
const hours = fc
  .tuple(nullable(quarters), nullable(quarters))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { hoursMin: b, hoursMax: a } : { hoursMin: a, hoursMax: b }));
const day = fc.date({ min: new Date('2026-08-03'), max: new Date('2036-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const vacancies: fc.Arbitrary<Vacancy> = fc
  .record({
    title: line(120),
    description: fc.oneof(fc.constant(''), line(60), fc.constant('x'.repeat(2000))),
    occupation: line(120),
    occupationCode: nullable(line(10)),
    postcode4: nullable(fc.constantFrom('7607', '7642', '1011')),
    places: fc.integer({ min: 1, max: 500 }),
    hours,
    workingLevelMin: nullable(fc.integer({ min: 1, max: 6 })),
    drivingLicences: fc.uniqueArray(fc.constantFrom('A', 'AM', 'B', 'B+', 'BE', 'C1', 'D', 'T', 'E', 'B1', 'C+'), { maxLength: 4 }),
    agreements: fc.uniqueArray(fc.constantFrom(...Object.keys(agreementCodes))),
    offersAdaptation: fc.boolean(),
    offersGuidance: fc.boolean(),
    onlyDoelgroepregister: fc.boolean(),
    salaryIndication: nullable(line(100)),
    startsOn: nullable(day),
    closesOn: nullable(day),
  })
  .map(({ hours: both, ...facts }) => ({
    ...facts,
    ...both,
    id: idOf('placement', 1),
    employerAliasId: idOf('employer', 1),
    branchId: null,
    status: 'OPEN',
    filled: 0,
    filledOn: null,
    organisation: 'nuo',
    registeredAt: new Date(0),
    version: 1,
  }));
const branches: fc.Arbitrary<Branch> = fc
  .record({
    name: line(255),
    street: nullable(line(80)),
    houseNumber: nullable(fc.constantFrom('1', '12a', '12-3', '12 bis', 'naast 3')),
    postcode: nullable(fc.constantFrom('7607AB', '7642AA')),
    city: nullable(line(80)),
    municipality: nullable(fc.constantFrom('0141', '0189')),
    phone: nullable(fc.constantFrom('+31546123456', '+319001234', '+31612345678')),
    email: nullable(fc.constantFrom('info@voorbeeld.example', 'geen')),
    website: nullable(fc.constantFrom('www.voorbeeld.example', 'geen')),
  })
  .map((branch) => ({
    ...freshBranch,
    ...branch,
    id: idOf('branch', 1),
    employerId: idOf('employer', 1),
    kvkNumber: null,
    vestigingsnummer: null,
    main: true,
  }));
const employers = fc.record({ legalName: line(255), tradeNames: fc.array(line(200), { maxLength: 2 }), sbiCode: nullable(fc.stringMatching(/^[0-9]{4,5}$/)) });
const shared: fc.Arbitrary<SharedVacancy> = fc.record({ vacancy: vacancies, employer: employers, branch: nullable(branches) });

/** Field of ours that a text of `losses` speaks of. */
const lostFields = (losses: readonly string[]): Set<string> => {
  const fields = (Object.keys(lostOnExport) as (keyof typeof lostOnExport)[]).filter((field) => losses.includes(lostOnExport[field]));
  return new Set(fields.flatMap((field): string[] => (field === 'hours' ? ['hoursMin', 'hoursMax'] : [field])));
};

describe('a vacancy in the exchange', () => {
  it('goes out as the published shape asks, in either step, whatever its values', () => {
    fc.assert(
      fc.property(shared, (one) => {
        expect(problemsOf('Vacature', vacatureOf(one).value)).toEqual([]);
        expect(problemsOf('MPVacature', mpVacatureOf(one).value)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it went, but for what was said to be lost', () => {
    fc.assert(
      fc.property(shared, (one) => {
        const { value, losses } = vacatureOf(one);
        const lost = lostFields(losses);
        const back = readVacature(JSON.parse(JSON.stringify(value)), today);
        expect(back).not.toHaveProperty('problems');
        if ('problems' in back) return;
        expect(back.losses).toEqual([]);
        for (const [field, was] of Object.entries(back.value.facts).map(([name]) => [name, one.vacancy[name as keyof Vacancy]] as const)) {
          const is = back.value.facts[field as 'title'];
          if (lost.has(field)) continue;
          expect([field, is]).toEqual([field, was]);
        }
        expect(back.value.employer.name).toBe(one.employer.tradeNames[0] ?? one.employer.legalName);
        if (one.branch?.postcode) expect(back.value.employer.postcodes).toEqual([one.branch.postcode]);
        if (one.employer.sbiCode)
          expect(back.value.employer.sbiCodes).toEqual(
            one.employer.sbiCode.startsWith('00') ? expect.anything() : expect.arrayContaining([one.employer.sbiCode]),
          );
      }),
      { numRuns: 300 },
    );
  });

  it('names nobody in the first step', () => {
    const one: SharedVacancy = fc.sample(
      shared.filter(({ branch }) => branch?.phone !== null && branch !== null),
      { numRuns: 1, seed: 1 },
    )[0] as SharedVacancy;
    const { value } = mpVacatureOf(one);
    for (const field of ['naamVacature', 'omschrijvingVacature']) expect(value).not.toHaveProperty(field);
    expect(Object.keys(value.werkgever ?? {}).filter((field) => field !== 'sector')).toEqual([]);
  });

  it('is, of any message at all, a valid vacancy or a list of problems with their place', () => {
    let read = 0;
    fc.assert(
      fc.property(anyMessage<Vacature>('Vacature'), (message) => {
        const result = readVacature(message, today);
        if ('problems' in result) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { path, message: text } of result.problems) expect([path.length > 0, text.length > 0]).toEqual([true, true]);
          return;
        }
        read += 1;
        const again = new InputCheck();
        vacancyFacts(again, vacancyInputOf(message).value, today);
        expect(again.problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(5);
  });

  it.each([null, 1, 'x', [], {}, { idVacature: 'a' }, { idVacature: 1, werkgever: 'x' }])('is not %j, and that is said', (message) => {
    expect(readVacature(message, today)).toHaveProperty('problems');
  });

  it('says each problem at its place in the message', () => {
    const message = {
      idVacature: 'v1',
      naamVacature: 'Inpakker',
      sluitingsDatumVacature: '2026-08-02',
      werktijden: { aantalWerkurenPerWeekMinimaal: 41 },
      werkgever: {},
    };
    const result = readVacature(message, today);
    expect('problems' in result && result.problems.map(({ path }) => path.join('.')).toSorted()).toEqual([
      'sluitingsDatumVacature',
      'werkgever.handelsnaamOrganisatie',
      'werktijden.aantalWerkurenPerWeekMinimaal',
    ]);
  });
});
