import { addDays } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNearest, cellsOf, firstFullDay, type Load, occupancyIn, type Room } from './workplace.rules.ts';

const room: Room = { capacityHours: 40, opensOn: '2026-01-01', closesOn: null };
const load = (from: string, to: string | null, hours: number, reserved = false): Load => ({ from, to, hours, reserved });

describe('the first day on which a place is full', () => {
  it.each<[string, Load[], Load, Partial<Room>, string | null]>([
    ['is none when it fits to the hour', [load('2026-01-01', null, 16)], load('2026-02-01', null, 24), {}, null],
    ['is the first of the wanted days', [load('2026-01-01', null, 16)], load('2026-02-01', null, 24.25), {}, '2026-02-01'],
    ['is where somebody else begins', [load('2026-05-01', null, 36)], load('2026-02-01', null, 24), {}, '2026-05-01'],
    ['is none when the other begins the day after', [load('2026-05-01', null, 36)], load('2026-02-01', '2026-04-30', 24), {}, null],
    ['is none when the other ended the day before', [load('2026-01-01', '2026-01-31', 36)], load('2026-02-01', null, 24), {}, null],
    ['counts what is reserved', [load('2026-01-01', null, 36, true)], load('2026-02-01', null, 24), {}, '2026-02-01'],
    ['is the first day after the place closes', [], load('2026-02-01', null, 24), { closesOn: '2026-06-30' }, '2026-07-01'],
    ['is the first wanted day when the place was closed before', [], load('2026-08-01', null, 24), { closesOn: '2026-06-30' }, '2026-08-01'],
    ['is the first wanted day when the place opens later', [], load('2025-12-31', null, 24), {}, '2025-12-31'],
    ['is none of a period within which the place is open', [], load('2026-02-01', '2026-06-30', 24), { closesOn: '2026-06-30' }, null],
  ])('%s', (_, others, wanted, more, expected) => {
    expect(firstFullDay({ ...room, ...more }, others, wanted)).toBe(expected);
  });

  const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2026-01-01', n));
  const anyLoad = fc
    .tuple(day, fc.option(day), fc.integer({ min: 1, max: 30 }), fc.boolean())
    .map(([a, b, hours, reserved]) => load(b !== null && b < a ? b : a, b !== null && b < a ? a : b, hours, reserved));
  const days = Array.from({ length: 33 }, (_, n) => addDays('2026-01-01', n));
  const on = (each: string) => (one: Load) => one.from <= each && (one.to === null || one.to >= each);
  const sum = (loads: Load[]): number => loads.reduce((total, { hours }) => total + hours, 0);

  it('is what counting day by day gives', () => {
    fc.assert(
      fc.property(fc.array(anyLoad, { maxLength: 6 }), anyLoad, fc.option(day), (others, wanted, closesOn) => {
        const expected = days.find((each) => on(each)(wanted) && ((closesOn !== null && each > closesOn) || sum(others.filter(on(each))) + wanted.hours > 40));
        expect(firstFullDay({ ...room, closesOn }, others, wanted)).toBe(expected ?? null);
      }),
    );
  });

  it('lets no placement in by which a day holds more than there is room for, in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(anyLoad, { maxLength: 12 }), (arriving) => {
        const taken: Load[] = [];
        for (const one of arriving) if (firstFullDay(room, taken, one) === null) taken.push(one);
        for (const each of days) expect(sum(taken.filter(on(each)))).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('leaves in each cell of the board what its fullest day leaves', () => {
    fc.assert(
      fc.property(fc.array(anyLoad, { maxLength: 6 }), (loads) => {
        for (const cell of occupancyIn(room, loads, cellsOf('2026-01-01', '2026-01-31', 'WEEK'))) {
          const fullest = Math.max(...days.filter((each) => each >= cell.from && each <= cell.until).map((each) => sum(loads.filter(on(each)))));
          expect(cell.occupiedHours + cell.reservedHours).toBe(fullest);
          expect(cell.freeHours).toBe(Math.max(0, 40 - fullest));
        }
      }),
    );
  });
});

describe('the board', () => {
  it('has cells of days, or of weeks from Monday, the first and last perhaps short', () => {
    expect(cellsOf('2026-08-01', '2026-08-03', 'DAY').map(({ from, until }) => [from, until])).toEqual([
      ['2026-08-01', '2026-08-01'],
      ['2026-08-02', '2026-08-02'],
      ['2026-08-03', '2026-08-03'],
    ]);
    // The first of August 2026 is a Saturday.
    expect(cellsOf('2026-08-01', '2026-08-12', 'WEEK').map(({ from, until }) => [from, until])).toEqual([
      ['2026-08-01', '2026-08-02'],
      ['2026-08-03', '2026-08-09'],
      ['2026-08-10', '2026-08-12'],
    ]);
  });

  it('has nothing free where the place is not there', () => {
    const [before, , after] = occupancyIn(
      { ...room, closesOn: '2026-01-31' },
      [],
      [
        { from: '2025-12-01', until: '2025-12-31' },
        { from: '2026-01-01', until: '2026-01-31' },
        { from: '2026-02-01', until: '2026-02-28' },
      ],
    );
    expect([before?.freeHours, after?.freeHours]).toEqual([0, 0]);
  });
});

it('who comes back goes to the last own place, then the same location, then near home, then by name', () => {
  const place = (id: string, location: string, municipality: string, name = id) => ({ id, location, municipality, name });
  const places = [
    place('far', 'C', '1700', 'a'),
    place('home', 'B', '0189'),
    place('same', 'A', '0141'),
    place('own', 'A', '0141'),
    place('far2', 'D', '1700', 'b'),
  ];
  expect(byNearest(places, { id: 'own', location: 'A' }, '0189').map(({ id }) => id)).toEqual(['own', 'same', 'home', 'far', 'far2']);
  expect(byNearest(places, null, '1700').map(({ id }) => id)).toEqual(['far', 'far2', 'home', 'own', 'same']);
});
