import { addDays, daysBetween } from '@werkplein/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actingIn, actingOn, personChanges, type Term } from './responsibility.rules.ts';

const term = (colleagueId: string, startsOn: string, endsOn: string | null, more: Partial<Term> = {}): Term => ({
  role: 'JOBCOACH',
  colleagueId,
  standIn: false,
  startsOn,
  endsOn,
  ...more,
});
const standIn = { standIn: true };
const changes = (terms: Term[]): string[] => personChanges(terms, () => 14).map(({ on, fromId, toId }) => `${on} ${fromId}>${toId}`);

describe('a change of who is responsible', () => {
  it.each<[string, Term[], string[]]>([
    ['a start is none', [term('ann', '2026-01-01', null)], []],
    ['an end without a next is none', [term('ann', '2026-01-01', '2026-02-01')], []],
    ['another the day after is one', [term('ann', '2026-01-01', '2026-01-31'), term('bob', '2026-02-01', null)], ['2026-02-01 ann>bob']],
    ['another after days with nobody is one', [term('ann', '2026-01-01', '2026-01-31'), term('bob', '2026-03-01', null)], ['2026-03-01 ann>bob']],
    ['the same again after days with nobody is none', [term('ann', '2026-01-01', '2026-01-31'), term('ann', '2026-03-01', null)], []],
    [
      'there and back are two',
      [term('ann', '2026-01-01', '2026-01-31'), term('bob', '2026-02-01', '2026-02-03'), term('ann', '2026-02-04', null)],
      ['2026-02-01 ann>bob', '2026-02-04 bob>ann'],
    ],
    ['in another role is none', [term('ann', '2026-01-01', '2026-01-31'), term('bob', '2026-02-01', null, { role: 'WERKLEIDER' })], []],
    ['a stand-in of 14 days is none', [term('ann', '2026-01-01', null), term('bob', '2026-02-01', '2026-02-14', standIn)], []],
    [
      'a stand-in of 15 days is one, and the return another',
      [term('ann', '2026-01-01', null), term('bob', '2026-02-01', '2026-02-15', standIn)],
      ['2026-02-01 ann>bob', '2026-02-16 bob>ann'],
    ],
    [
      'two stand-ins whose days follow each other are one absence',
      [term('ann', '2026-01-01', null), term('bob', '2026-02-01', '2026-02-10', standIn), term('cas', '2026-02-11', '2026-02-20', standIn)],
      ['2026-02-01 ann>bob', '2026-02-11 bob>cas', '2026-02-21 cas>ann'],
    ],
    [
      'two stand-ins with a day between are two absences',
      [term('ann', '2026-01-01', null), term('bob', '2026-02-01', '2026-02-10', standIn), term('bob', '2026-02-12', '2026-02-20', standIn)],
      [],
    ],
    [
      'who stood in for a short time and then takes over is one',
      [term('ann', '2026-01-01', '2026-02-10'), term('bob', '2026-02-01', '2026-02-10', standIn), term('bob', '2026-02-11', null)],
      ['2026-02-11 ann>bob'],
    ],
  ])('%s', (_, terms, expected) => {
    expect(changes(terms)).toEqual(expected);
    expect(changes(terms.toReversed())).toEqual(expected);
  });

  const DAYS = 60;
  const first = '2026-01-01';
  /** Terms that touch or leave days open, as the commands make them, with stand-ins over them that do not overlap. */
  const histories = fc
    .record({
      base: fc.array(fc.record({ gap: fc.nat(3), days: fc.integer({ min: 1, max: 20 }), who: fc.constantFrom('a', 'b', 'c') }), { minLength: 1, maxLength: 5 }),
      over: fc.array(fc.record({ gap: fc.nat(12), days: fc.integer({ min: 1, max: 12 }), who: fc.constantFrom('x', 'y') }), { maxLength: 4 }),
      max: fc.nat(10),
    })
    .map(({ base, over, max }) => {
      const lay = (parts: { gap: number; days: number; who: string }[], standsIn: boolean): Term[] => {
        let day = first;
        return parts.map(({ gap, days, who }) => {
          const startsOn = addDays(day, gap);
          day = addDays(startsOn, days);
          return term(who, startsOn, addDays(day, -1), { standIn: standsIn });
        });
      };
      return { terms: [...lay(base, false), ...lay(over, true)], max };
    });
  const covers = ({ startsOn, endsOn }: Term, day: string): boolean => startsOn <= day && (endsOn === null || day <= endsOn);
  const calendar = Array.from({ length: 2 * DAYS }, (_, i) => addDays(first, i));

  it('is seen on the days themselves, one by one', () => {
    fc.assert(
      fc.property(histories, ({ terms, max }) => {
        const standIns = terms.filter((one) => one.standIn).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
        /** Days in a row with a stand-in, around this one. */
        const absence = (day: string): number => {
          const away = (other: string): boolean => standIns.some((one) => covers(one, other));
          let from = day;
          let until = day;
          while (away(addDays(from, -1))) from = addDays(from, -1);
          while (away(addDays(until, 1))) until = addDays(until, 1);
          return daysBetween(from, until) + 1;
        };
        const who = calendar.flatMap((day) => {
          const over = standIns.find((one) => covers(one, day));
          const base = terms.find((one) => !one.standIn && covers(one, day));
          const acts = over && absence(day) > max ? over : base;
          return acts ? [{ day, id: acts.colleagueId }] : [];
        });
        const seen = who.flatMap(({ day, id }, i) => {
          const before = who[i - 1];
          return before && before.id !== id ? [`${day} ${before.id}>${id}`] : [];
        });
        expect(personChanges(terms, () => max).map(({ on, fromId, toId }) => `${on} ${fromId}>${toId}`)).toEqual(seen);
      }),
    );
  });

  it('leaves one who acts on each day, the stand-in first', () => {
    fc.assert(
      fc.property(histories, fc.nat(2 * DAYS - 1), ({ terms }, n) => {
        const day = calendar[n] as string;
        const over = terms.find((one) => one.standIn && covers(one, day));
        const base = terms.find((one) => !one.standIn && covers(one, day));
        expect(actingOn(terms, day).map(({ colleagueId }) => colleagueId)).toEqual(over || base ? [(over ?? base)?.colleagueId] : []);
      }),
    );
  });
});

describe('who acts in a period', () => {
  const terms = [
    term('ann', '2026-01-01', '2026-01-31'),
    term('cas', '2026-01-10', '2026-01-12', standIn),
    term('bob', '2026-02-01', null),
    term('dik', '2026-01-20', null, { role: 'WERKLEIDER' }),
  ];
  it.each<[string, string, string | null, string[]]>([
    [
      'all of it',
      '2026-01-01',
      null,
      ['ann 2026-01-01/2026-01-09', 'cas 2026-01-10/2026-01-12', 'ann 2026-01-13/2026-01-31', 'bob 2026-02-01/', 'dik 2026-01-20/'],
    ],
    ['some days', '2026-01-12', '2026-01-14', ['cas 2026-01-12/2026-01-12', 'ann 2026-01-13/2026-01-14']],
    ['before the first', '2025-01-01', '2025-12-31', []],
  ])('is named for %s', (_, from, until, expected) => {
    expect(actingIn(terms, from, until).map((one) => `${one.colleagueId} ${one.from}/${one.until ?? ''}`)).toEqual(expected);
  });
});
