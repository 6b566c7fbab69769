import { describe, expect, it } from 'vitest';
import { handOverPeriods, type ResponsiblePeriod, responsibleOn } from './responsibility.rules.ts';

const p = (employeeId: string, startsOn: string, endsOn: string | null = null, standIn = false): ResponsiblePeriod => ({
  employeeId,
  startsOn,
  endsOn,
  standIn,
});
const standIn = (): number => 14;

describe('hand-overs', () => {
  it.each<[string, ResponsiblePeriod[], number]>([
    ['nobody', [], 0],
    ['the first', [p('a', '2026-01-01')], 0],
    ['another', [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01')], 1],
    ['another and back after a year', [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01', '2027-03-31'), p('a', '2027-04-01')], 2],
    ['another for fourteen days', [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01', '2026-04-14'), p('a', '2026-04-15')], 0],
    ['another for fifteen days', [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01', '2026-04-15'), p('a', '2026-04-16')], 2],
    ['two others of some days, then a third', [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01', '2026-04-05'), p('c', '2026-04-06')], 2],
    ['who stood in', [p('a', '2026-01-01'), p('b', '2026-04-01', '2026-04-14', true)], 0],
    ['the same again in another dossier', [p('a', '2025-01-01', '2025-06-30'), p('a', '2026-01-01')], 0],
    ['another in another dossier', [p('a', '2025-01-01', '2025-06-30'), p('b', '2026-01-01')], 1],
    ['a short time of the first', [p('a', '2026-01-01', '2026-01-05'), p('b', '2026-01-06')], 1],
  ])('count %s', (_, periods, count) => {
    expect(handOverPeriods(periods, standIn)).toHaveLength(count);
  });
});

describe('who is responsible', () => {
  const periods = [p('a', '2026-01-01', '2026-03-31'), p('b', '2026-04-01'), p('c', '2026-04-10', '2026-04-20', true)];
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 'a'],
    ['2026-03-31', 'a'],
    ['2026-04-01', 'b'],
    ['2026-04-10', 'c'],
    ['2026-04-20', 'c'],
    ['2026-04-21', 'b'],
  ])('on %s is %s', (day, employeeId) => {
    expect(responsibleOn(periods, day)?.employeeId ?? null).toBe(employeeId);
  });
});
