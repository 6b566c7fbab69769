import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonthsClipped,
  daysBetween,
  formatInstant,
  InvalidValue,
  lastDayOfTerm,
  localDay,
  startOfLocalDay,
  parseDay,
  parseEuroCents,
  parseEuroCentsBalance,
  parseHoursPerWeek,
  parseInstant,
  parsePercentage,
  parseWhole,
  periodsOverlap,
  startOfDay,
} from './index.ts';

const instants = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true });
const days = instants.map((instant) => instant.toISOString().slice(0, 10));

describe('day (domain §11.7)', () => {
  it.each(['2026-02-28', '2024-02-29', '2026-12-31'])('accepts %s', (day) => expect(parseDay(day)).toBe(day));
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-2-1',
    '2026-04-31',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-01-01T00:00:00Z',
    '01-02-2026',
    '２０２６-01-01',
    '',
    20260101,
    new Date(0),
    null,
  ])('refuses %s', (day) => expect(() => parseDay(day)).toThrow(InvalidValue));

  it.each([
    ['2026-03-31T21:59:00Z', '2026-03-31'],
    ['2026-03-31T22:00:00Z', '2026-04-01'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('sees %s as %s in the Netherlands', (instant, day) => expect(localDay(new Date(instant))).toBe(day));

  it('adds days over a change of summer time', () =>
    expect([addDays('2026-03-28', 2), addDays('2026-10-26', -2), addDays('2026-12-31', 1)]).toEqual(['2026-03-30', '2026-10-24', '2027-01-01']));
  it('counts days over a change of summer time', () =>
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-10-26', '2026-10-24'), daysBetween('2026-08-03', '2026-08-03')]).toEqual([2, -2, 0]));
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('begins %s at %s', (day, instant) => expect(startOfDay(day).toISOString()).toBe(instant));
  it('clips added months to the end of the month', () =>
    expect([addMonthsClipped('2025-12-31', 2), addMonthsClipped('2023-12-31', 2), addMonthsClipped('2026-03-31', -1)]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2026-02-28',
    ]));
  it('refuses a day that no column holds', () => expect(() => addDays('9999-12-31', 1)).toThrow(InvalidValue));

  it.each([
    ['2025-12-31', 2, '2026-02-27'],
    ['2025-12-31', 6, '2026-06-29'],
    ['2026-08-31', 2, '2026-10-30'],
    ['2026-08-31', 6, '2027-02-27'],
    ['2026-05-01', 3, '2026-07-31'],
  ])('ends a term from %s of %i months on %s', (start, months, last) => expect(lastDayOfTerm(start, months)).toBe(last));

  it('never ends a term earlier when it starts later or lasts longer', () => {
    fc.assert(
      fc.property(days, fc.nat(400), fc.nat(24), fc.nat(24), (start, later, months, more) => {
        const last = lastDayOfTerm(start, months);
        return last <= lastDayOfTerm(addDays(start, later), months) && last <= lastDayOfTerm(start, months + more);
      }),
    );
  });
});

describe('periods (domain §11.7)', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  it.each([
    ['touching periods', march, { from: '2026-04-01', to: '2026-04-30' }, false],
    ['a shared day', march, { from: '2026-03-31', to: '2026-04-30' }, true],
    ['an open and a later open period', { from: '2026-03-01', to: null }, { from: '2027-01-01', to: null }, true],
    ['an open period after a closed one', { from: '2026-04-01', to: null }, march, false],
    ['a period within another', march, { from: '2026-03-10', to: '2026-03-10' }, true],
  ])('decides on %s', (_, a, b, overlap) => {
    expect(periodsOverlap(a, b)).toBe(overlap);
    expect(periodsOverlap(b, a)).toBe(overlap);
  });
});

describe('instant (domain §11.7)', () => {
  it.each([
    ['2026-03-31T09:00:00+02:00', '2026-03-31T07:00:00.000Z'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
    ['2026-05-01t10:00:00z', '2026-05-01T10:00:00.000Z'],
    ['2026-05-01T10:00:00.123456+00:00', '2026-05-01T10:00:00.123Z'],
  ])('reads %s as %s', (written, utc) => expect(parseInstant(written).toISOString()).toBe(utc));

  it.each([
    '2026-05-01T10:00:00',
    '2026-05-01T10:00:00-00:00',
    '2026-05-01T10:00Z',
    '2026-05-01',
    '2026-05-01 10:00:00Z',
    '2026-02-29T10:00:00Z',
    '2026-05-01T24:00:00Z',
    '2026-05-01T10:60:00Z',
    '2026-05-01T10:00:00+0200',
    '2026-05-01T10:00:00+24:00',
    '9999-12-31T23:59:59-01:00',
    '',
    1777629600,
    null,
  ])('refuses %s', (written) => expect(() => parseInstant(written)).toThrow(InvalidValue));

  it('keeps the order of two instants that show the same local time', () => {
    const [first, second] = [parseInstant('2026-10-25T00:30:00Z'), parseInstant('2026-10-25T01:30:00Z')];
    const time = (instant: Date) => instant.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
    expect([time(first), time(second)]).toEqual(['02:30', '02:30']);
    expect(first < second).toBe(true);
  });

  it('comes back from any offset as the same UTC instant', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offset) => {
        fc.pre(offset !== 0);
        const size = Math.abs(offset);
        const zone = `${offset < 0 ? '-' : '+'}${String(Math.trunc(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        const local = new Date(instant.getTime() + offset * 60_000).toISOString().replace('Z', zone);
        return formatInstant(local) === instant.toISOString() && parseInstant(formatInstant(instant)).getTime() === instant.getTime();
      }),
    );
  });
});

describe('numbers with a unit', () => {
  it.each([0, 0.01, 29, 33.33, 99.99, 100])('accepts percentage %d', (value) => expect(parsePercentage(value)).toBe(value));
  it.each([-0.01, 100.01, 33.333, 0.1 + 0.2, Number.NaN, Infinity, '50', null])('refuses percentage %s', (value) =>
    expect(() => parsePercentage(value)).toThrow(InvalidValue),
  );
  it.each([0, 101021, Number.MAX_SAFE_INTEGER])('accepts %d cents', (value) => expect(parseEuroCents(value)).toBe(value));
  it.each([-101021, 0, Number.MAX_SAFE_INTEGER])('accepts %d cents of a balance', (value) => expect(parseEuroCentsBalance(value)).toBe(value));
  it.each([0.5, 2 ** 53, '100', null])('refuses %s cents of a balance', (value) => expect(() => parseEuroCentsBalance(value)).toThrow(InvalidValue));
  it.each([-1, 0.5, 2 ** 53, '100', 100n, null])('refuses %s cents', (value) => expect(() => parseEuroCents(value)).toThrow(InvalidValue));
  it.each([0.25, 23.75, 36, 40])('accepts %d hours a week', (value) => expect(parseHoursPerWeek(value)).toBe(value));
  it.each([0, -1, 40.25, 24.1, '36', null])('refuses %s hours a week', (value) => expect(() => parseHoursPerWeek(value)).toThrow(InvalidValue));
  it.each([1, 2, 6])('accepts the whole number %d of 1 to 6', (value) => expect(parseWhole(1, 6)(value)).toBe(value));
  it.each([0, 7, 1.5, NaN, Infinity, '3', null])('refuses %j of 1 to 6', (value) => expect(() => parseWhole(1, 6)(value)).toThrow(InvalidValue));
  it('knows no negative zero', () => expect(Object.is(parsePercentage(-0), 0)).toBe(true));
});

describe('the start of a day', () => {
  it.each([
    ['2026-08-03', '2026-08-02T22:00:00.000Z'],
    ['2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('%s begins at %s', (day, instant) => {
    expect(startOfLocalDay(day).toISOString()).toBe(instant);
    expect([localDay(new Date(instant)), localDay(new Date(Date.parse(instant) - 1))]).toEqual([day, addDays(day, -1)]);
  });
});
