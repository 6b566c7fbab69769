import { parseBsn } from '@werkplein/kernel';
import { testBsns } from '@werkplein/demo';
import { addDays } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Destination } from '../sheltered-work/statutory-codes.ts';
import { destinations, endReasons } from '../sheltered-work/statutory-codes.ts';
import { deliverBy, parseHalfYear } from './half-year.ts';
import { validateRecord } from './validate-record.ts';
import { parseRecord, wswFields, type WswLayout, writeFile, writeRecord, wswLayouts, type WswRecord } from './wsw-layout.ts';
import { employment, termsFrom, wswPerson } from './wsw-person.testing.ts';
import type { WswEmployment, WswPerson } from './wsw-person.ts';
import { recordsOf } from './wsw-record.ts';

const half = parseHalfYear('20261');
const records = (person: WswPerson, period = half) => recordsOf(person, period);
/** Some fields of the only record. */
const fields = (person: WswPerson, ...numbers: number[]) => {
  const [one, ...others] = records(person);
  expect(others).toEqual([]);
  return numbers.map((number) => one?.record[number]);
};
const left = (endsOn: string, destination: Destination, more: Partial<WswEmployment> = {}) =>
  employment('2005-03-01', { endsOn, endReason: 'OWN_REQUEST', destination, ...more });

describe('a half-year', () => {
  it.each([
    ['20261', '2026-01-01', '2026-06-30', '2026-08-11'],
    ['20262', '2026-07-01', '2026-12-31', '2027-02-11'],
  ])('%s is from %s to %s, to be delivered by %s', (code, first, last, by) => {
    const period = parseHalfYear(code);
    expect([period.first, period.last, deliverBy(period, 6)]).toEqual([first, last, by]);
  });
  it.each(['2026', '20263', '20142', '202611', '2026h', ''])('is not %s', (code) => expect(() => parseHalfYear(code)).toThrow());
});

describe('the record of the Wsw statistics', () => {
  it('has the 28 fields of the model, 126 digits', () => {
    expect(wswFields.map(({ number }) => number)).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
    expect(wswFields.reduce((sum, { width }) => sum + width, 0)).toBe(126);
  });

  it('names three municipalities, and has zeros for what does not apply', () => {
    const [one] = records(wswPerson());
    expect(one?.problems).toEqual([]);
    expect(one?.record).toEqual({
      1: '20261',
      2: '00189',
      3: '0141',
      4: '999990019',
      5: '19700203',
      6: '1',
      7: '1742',
      8: '101',
      9: '202',
      10: '000',
      11: '20040901',
      12: '20191101',
      13: '20200201',
      14: '20300201',
      15: '1',
      16: '3',
      17: '2',
      18: '20050301',
      19: '1',
      20: '00000000',
      21: '36',
      22: '100',
      23: '00000000',
      24: '00000000',
      25: '00',
      26: '000',
      27: '0',
      28: '00',
    });
  });

  it.each([
    [35.25, '35'],
    [35.5, '36'],
    [35.75, '36'],
    [8, '08'],
  ])('rounds %s hours to %s', (hoursPerWeek, text) => {
    expect(fields(wswPerson({ employments: [employment('2005-03-01', { terms: [termsFrom('2005-03-01', { hoursPerWeek })] })] }), 21)).toEqual([text]);
  });
  it.each([
    [99.49, '099'],
    [99.5, '100'],
    [70, '070'],
  ])('rounds %s percent to %s', (paidWagePct, text) => {
    expect(fields(wswPerson({ employments: [employment('2005-03-01', { terms: [termsFrom('2005-03-01', { paidWagePct })] })] }), 22)).toEqual([text]);
  });

  it('tells the state on the last day of the half-year', () => {
    const terms = [
      termsFrom('2005-03-01', { validUntil: '2026-06-29', hoursPerWeek: 36 }),
      termsFrom('2026-06-30', { hoursPerWeek: 24, payingMunicipality: '1700', validUntil: '2026-06-30' }),
      termsFrom('2026-07-01', { hoursPerWeek: 8 }),
    ];
    const secondments = [{ group: true, from: '2026-06-30', until: '2026-06-30' }];
    expect(fields(wswPerson({ employments: [employment('2005-03-01', { terms })], secondments }), 3, 19, 21)).toEqual(['1700', '3', '24']);
    expect(fields(wswPerson({ secondments: [{ group: false, from: '2025-01-01', until: null }] }), 19)).toEqual(['2']);
    expect(fields(wswPerson({ secondments: [{ group: false, from: '2025-01-01', until: '2026-06-29' }] }), 19)).toEqual(['1']);
    // What ends the day after has not ended.
    expect(fields(wswPerson({ employments: [left('2026-07-01', 'PENSION')] }), 20, 27, 28)).toEqual(['00000000', '0', '00']);
  });

  it('tells of who left how it was directly before, with the reason and the destination', () => {
    const terms = [termsFrom('2005-03-01', { validUntil: '2026-03-31', hoursPerWeek: 20 }), termsFrom('2026-04-01', { hoursPerWeek: 36 })];
    const person = wswPerson({
      employments: [left('2026-03-31', 'PENSION', { endReason: 'DEATH_ILLNESS_OR_PENSION', terms })],
      secondments: [{ group: false, from: '2026-01-01', until: '2026-03-31' }],
    });
    expect(fields(person, 18, 19, 20, 21, 27, 28)).toEqual(['20050301', '2', '20260331', '20', '8', '07']);
    expect(records(person, parseHalfYear('20262'))).toEqual([]);
  });

  it('has a change of form as no outflow, and old information of a form replaced by what is new', () => {
    const first = employment('2005-03-01', { endsOn: '2026-01-31' });
    const second = employment('2026-02-01', {
      kind: 'WSW_BEGELEID_WERKEN_ART7',
      continuesId: first.id,
      endsOn: '2026-04-30',
      terms: [termsFrom('2026-02-01', { hoursPerWeek: 28 })],
    });
    expect(fields(wswPerson({ employments: [first, { ...second, endsOn: null }] }), 18, 20, 21, 23, 24, 25, 27, 28)).toEqual([
      '20050301',
      '20260131',
      '36',
      '20260201',
      '00000000',
      '28',
      '0',
      '00',
    ]);
    const third = employment('2026-05-01', { continuesId: second.id, terms: [termsFrom('2026-05-01', { hoursPerWeek: 32 })] });
    expect(fields(wswPerson({ employments: [third, second, first] }), 18, 20, 21, 23, 24, 25)).toEqual([
      '20260501',
      '00000000',
      '32',
      '20260201',
      '20260430',
      '28',
    ]);
    // The other form begins the day after the half-year.
    const late = [employment('2005-03-01', { endsOn: '2026-06-30' })];
    const next = employment('2026-07-01', { kind: 'WSW_BEGELEID_WERKEN_ART7', continuesId: late[0]?.id ?? '' });
    expect(fields(wswPerson({ employments: [...late, next] }), 20, 23, 27, 28)).toEqual(['20260630', '00000000', '0', '00']);
  });

  it('is closed by a move and opened again at the other municipality', () => {
    const old = left('2026-03-31', 'WSW_OTHER_MUNICIPALITY');
    const fresh = employment('2026-04-01', { terms: [termsFrom('2026-04-01', { payingMunicipality: '1700', responsibleMunicipality: '1700' })] });
    const [closed, opened, ...rest] = records(wswPerson({ employments: [old, fresh] }));
    expect(rest).toEqual([]);
    expect([2, 3, 18, 20, 28].map((number) => closed?.record[number])).toEqual(['00189', '0141', '20050301', '20260331', '02']);
    expect([2, 3, 18, 20, 28].map((number) => opened?.record[number])).toEqual(['01700', '1700', '20260401', '00000000', '00']);
    expect(records(wswPerson({ employments: [old, fresh] }), parseHalfYear('20262')).map(({ record }) => record[18])).toEqual(['20260401']);
    // Who moved away from us altogether is told by the other municipality from then on.
    expect(records(wswPerson({ employments: [old] }), parseHalfYear('20262'))).toEqual([]);
  });

  it('of who waits for a new place is one of its own, as long as the indication is valid', () => {
    const person = wswPerson({ employments: [left('2026-03-31', 'NO_WSW_PLACE')] });
    const [closed, waiting] = records(person);
    expect([closed?.record[27], closed?.record[28], waiting?.record[18], waiting?.record[28], waiting?.record[13]]).toEqual([
      '4',
      '03',
      '00000000',
      '00',
      '20200201',
    ]);
    expect([closed?.problems, waiting?.problems]).toEqual([[], []]);
    expect(records(person, parseHalfYear('20262')).map(({ record }) => record[18])).toEqual(['00000000']);
    expect(records(person, parseHalfYear('20301')).length).toBe(1);
    expect(records(person, parseHalfYear('20302'))).toEqual([]);
  });

  it('of who went to regular work is told again with its end, until they come back', () => {
    const gone = left('2026-03-31', 'REGULAR_WORK');
    expect(records(wswPerson({ employments: [gone] }), parseHalfYear('20262')).map(({ record }) => [record[20], record[28]])).toEqual([['20260331', '01']]);
    const back = employment('2026-09-01');
    const told = records(wswPerson({ employments: [gone, back] }), parseHalfYear('20262'));
    expect(told.map(({ record }) => [record[18], record[28]])).toEqual([['20260901', '00']]);
    const both = records(wswPerson({ employments: [gone, employment('2026-05-01')] }));
    expect(both.map(({ record }) => [record[18], record[28]])).toEqual([
      ['20050301', '01'],
      ['20260501', '00'],
    ]);
  });

  it('of who begins later is none', () => {
    expect(records(wswPerson({ employments: [employment('2026-07-01')] }))).toEqual([]);
  });

  it.each<[string, Partial<WswPerson>, number[]]>([
    ['without BSN', { bsn: null }, [4]],
    ['with a BSN that fails the proof', { bsn: '999990018' }, [4]],
    ['without birth date and sex', { birthDate: null, gender: null }, [5, 6]],
    ['without residence', { residences: [] }, [7]],
    ['without first request, placed after 1998', { firstRequestedOn: null }, [11]],
    ['without indication', { indications: [] }, [13, 14, 15]],
    [
      'whose indication ended while they work',
      { indications: [{ ...(wswPerson().indications[0] as WswPerson['indications'][0]), validUntil: '2026-06-29' }] },
      [14],
    ],
    ['without known terms', { employments: [employment('2005-03-01', { terms: [] })] }, [2, 3, 21]],
    ['who left without reason or destination', { employments: [employment('2005-03-01', { endsOn: '2026-03-31' })] }, [27, 28]],
    ['with a handicap code of two digits', { indications: [{ ...(wswPerson().indications[0] as WswPerson['indications'][0]), handicapCodes: ['1a2'] }] }, [8]],
  ])('of somebody %s is rejected, with the fields', (_, more, expected) => {
    expect(records(wswPerson(more))[0]?.problems.map(({ field }) => field)).toEqual(expected);
  });

  it('of somebody placed before 1998 needs no first request', () => {
    expect(records(wswPerson({ firstRequestedOn: null, employments: [employment('1997-12-31')] }))[0]?.problems).toEqual([]);
  });
});

describe('validating a record', () => {
  const valid = records(wswPerson())[0]?.record as WswRecord;
  it.each<[string, Record<number, string>, number]>([
    ['a field that is too short', { 7: '174' }, 7],
    ['a letter', { 3: '014x' }, 3],
    ['a date that does not exist', { 13: '20260230' }, 13],
    ['a code that the model does not give', { 28: '12' }, 28],
    ['an end without a beginning', { 24: '20260101' }, 23],
    ['an end before the beginning', { 20: '20040301' }, 20],
    ['a destination without a reason', { 28: '01', 20: '20260101' }, 27],
    ['a reason while the employment runs', { 27: '4', 28: '01' }, 27],
    ['belonging without category', { 16: '0' }, 16],
  ])('finds %s', (_, more, field) => {
    expect(validateRecord({ ...valid, ...more }).map((problem) => problem.field)).toContain(field);
    expect(validateRecord(valid)).toEqual([]);
  });
});

describe('records of anybody', () => {
  const day = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((n) => addDays(from, n));
  const anyTerms = (from: string) =>
    fc
      .record({
        hours: fc.integer({ min: 4, max: 144 }),
        pct: fc.integer({ min: 0, max: 10_000 }),
        paying: fc.constantFrom('0141', '1700'),
        responsible: fc.constantFrom('0183', '0189'),
      })
      .map(({ hours, pct, paying, responsible }) =>
        termsFrom(from, { hoursPerWeek: hours / 4, paidWagePct: pct / 100, payingMunicipality: paying, responsibleMunicipality: responsible }),
      );
  const kinds = ['WSW_ART2', 'WSW_BEGELEID_WERKEN_ART7'] as const;
  const history = fc
    .array(
      fc.record({
        length: fc.integer({ min: 1, max: 900 }),
        gap: fc.integer({ min: 1, max: 200 }),
        switches: fc.boolean(),
        kind: fc.constantFrom(...kinds),
        reason: fc.constantFrom(...(Object.keys(endReasons) as (keyof typeof endReasons)[])),
        destination: fc.constantFrom(...(Object.keys(destinations) as Destination[])),
        lacksReason: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .chain((parts) =>
      fc.tuple(...parts.map(() => anyTerms('2012-01-01'))).map((terms) => {
        let from = '2012-01-01';
        const all: WswEmployment[] = [];
        for (const [at, part] of parts.entries()) {
          const before = all.at(-1);
          const continues = before !== undefined && parts[at - 1]?.switches === true;
          const last = at === parts.length - 1;
          const endsOn = last && part.switches ? null : addDays(from, part.length);
          all.push(
            employment(from, {
              kind: continues ? (before.kind === 'WSW_ART2' ? 'WSW_BEGELEID_WERKEN_ART7' : 'WSW_ART2') : part.kind,
              continuesId: continues ? before.id : null,
              endsOn,
              endReason: endsOn !== null && !part.switches && part.lacksReason > 0 ? part.reason : null,
              destination: endsOn !== null && !part.switches ? part.destination : null,
              terms: [{ ...(terms[at] as ReturnType<typeof termsFrom>), validFrom: from }],
            }),
          );
          from = addDays(endsOn ?? from, part.switches ? 1 : part.gap);
        }
        return all;
      }),
    );
  const anyPerson = fc
    .record({
      bsn: fc.option(fc.constantFrom<string>(...testBsns), { freq: 8 }),
      birthDate: fc.option(day('1950-01-01', 15_000), { freq: 8 }),
      gender: fc.option(fc.constantFrom('MALE' as const, 'FEMALE' as const), { freq: 8 }),
      firstRequestedOn: fc.option(day('1998-01-01', 5000), { freq: 8 }),
      employments: history,
      indications: fc
        .array(
          fc.record({
            requestedOn: fc.option(day('2014-01-01', 300)),
            decidedOn: day('2014-01-01', 3000),
            years: fc.integer({ min: 1, max: 20 }),
            belongs: fc.boolean(),
            codes: fc.array(
              fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 3 },
        )
        .map((all) =>
          all.map(({ requestedOn, decidedOn, years, belongs, codes }) => ({
            requestedOn,
            decidedOn,
            validUntil: addDays(decidedOn, years * 365),
            targetGroup: belongs ? ('BELONGS' as const) : ('ABOVE' as const),
            category: belongs ? ('MATIG' as const) : null,
            advisedForm: belongs ? ('BEGELEID_WERKEN' as const) : null,
            reindicationRequestedOn: null,
            handicapCodes: codes,
          })),
        ),
      secondments: fc.array(fc.record({ group: fc.boolean(), from: day('2015-01-01', 4000), until: fc.option(day('2020-01-01', 3000)) }), { maxLength: 2 }),
    })
    .map((more) => wswPerson(more));
  const anyHalf = fc.tuple(fc.integer({ min: 2015, max: 2029 }), fc.constantFrom('1', '2')).map(([year, which]) => parseHalfYear(`${year}${which}`));
  const layouts = Object.keys(wswLayouts) as WswLayout[];

  it('that are written parse back to what they were, and are valid', () => {
    let written = 0;
    fc.assert(
      fc.property(anyPerson, anyHalf, (person, period) => {
        for (const { record, problems } of recordsOf(person, period)) {
          expect(Object.values(record).every((text) => /^[0-9a-z]*$/.test(text))).toBe(true);
          if (problems.length > 0) continue;
          written += 1;
          for (const layout of layouts) {
            const back = parseRecord(writeRecord(record, layout), layout);
            expect(back).toEqual(record);
            expect(validateRecord(back as WswRecord)).toEqual([]);
          }
          expect(parseBsn(record[4])).toBe(person.bsn);
        }
      }),
      { numRuns: 400 },
    );
    expect(written).toBeGreaterThan(50);
  });

  it('of one person over one half-year are at most one that runs, and leave out nobody who works', () => {
    fc.assert(
      fc.property(anyPerson, anyHalf, (person, period) => {
        const told = recordsOf(person, period);
        const working = person.employments.filter(({ startsOn, endsOn }) => startsOn <= period.last && (endsOn === null || endsOn > period.last));
        const running = told.filter(({ record }) => record[28] === '00' && (record[18] !== '00000000' || record[23] !== '00000000'));
        if (working.length > 0) expect(running.length).toBeGreaterThanOrEqual(1);
        const ended = person.employments.filter(
          ({ endsOn, destination }) => destination !== null && endsOn !== null && endsOn >= period.first && endsOn <= period.last,
        );
        expect(told.filter(({ record }) => record[28] !== '00').length).toBeGreaterThanOrEqual(Math.min(1, ended.length));
      }),
      { numRuns: 300 },
    );
  });

  it('make a file of lines in the layout, with a heading or without', () => {
    const all = [records(wswPerson())[0]?.record as WswRecord, records(wswPerson({ bsn: '999993653' }))[0]?.record as WswRecord];
    expect(
      writeFile(all, 'FIXED_WIDTH')
        .split('\r\n')
        .map(({ length }) => length),
    ).toEqual([126, 126, 0]);
    expect(writeFile(all, 'CSV').split('\r\n')[0]).toBe(wswFields.map(({ number }) => number).join(';'));
    expect([parseRecord('1;2', 'CSV'), parseRecord('1', 'FIXED_WIDTH')]).toEqual([null, null]);
  });
});
