import type { DatedParameter } from '../parameters/parameter.rules.ts';

// Data, not code: the Algemene termijnenwet names the days, a calendar says when they fall. Later years come in by import.

const moving = {
  2025: { 'Goede Vrijdag': '04-18', Paasmaandag: '04-21', Koningsdag: '04-26', Hemelvaartsdag: '05-29', Pinkstermaandag: '06-09' },
  2026: { 'Goede Vrijdag': '04-03', Paasmaandag: '04-06', Koningsdag: '04-27', Hemelvaartsdag: '05-14', Pinkstermaandag: '05-25' },
  2027: { 'Goede Vrijdag': '03-26', Paasmaandag: '03-29', Koningsdag: '04-27', Hemelvaartsdag: '05-06', Pinkstermaandag: '05-17' },
  2028: { 'Goede Vrijdag': '04-14', Paasmaandag: '04-17', Koningsdag: '04-27', Hemelvaartsdag: '05-25', Pinkstermaandag: '06-05' },
  2029: { 'Goede Vrijdag': '03-30', Paasmaandag: '04-02', Koningsdag: '04-27', Hemelvaartsdag: '05-10', Pinkstermaandag: '05-21' },
  2030: { 'Goede Vrijdag': '04-19', Paasmaandag: '04-22', Koningsdag: '04-27', Hemelvaartsdag: '05-30', Pinkstermaandag: '06-10' },
  2031: { 'Goede Vrijdag': '04-11', Paasmaandag: '04-14', Koningsdag: '04-26', Hemelvaartsdag: '05-22', Pinkstermaandag: '06-02' },
  2032: { 'Goede Vrijdag': '03-26', Paasmaandag: '03-29', Koningsdag: '04-27', Hemelvaartsdag: '05-06', Pinkstermaandag: '05-17' },
  2033: { 'Goede Vrijdag': '04-15', Paasmaandag: '04-18', Koningsdag: '04-27', Hemelvaartsdag: '05-26', Pinkstermaandag: '06-06' },
  2034: { 'Goede Vrijdag': '04-07', Paasmaandag: '04-10', Koningsdag: '04-27', Hemelvaartsdag: '05-18', Pinkstermaandag: '05-29' },
  2035: { 'Goede Vrijdag': '03-23', Paasmaandag: '03-26', Koningsdag: '04-27', Hemelvaartsdag: '05-03', Pinkstermaandag: '05-14' },
} as const;
const fixed = { Nieuwjaarsdag: '01-01', Bevrijdingsdag: '05-05', 'Eerste kerstdag': '12-25', 'Tweede kerstdag': '12-26' } as const;

export const publicHolidayRows: readonly DatedParameter<'PUBLIC_HOLIDAY', 'COUNT'>[] = Object.entries(moving).flatMap(([year, days]) =>
  Object.entries({ ...fixed, ...days }).map(([name, day]) => ({
    code: 'PUBLIC_HOLIDAY' as const,
    value: 1,
    unit: 'COUNT' as const,
    validFrom: `${year}-${day}`,
    validUntil: `${year}-${day}`,
    confirmed: true,
    source: 'Algemene termijnenwet (BWBR0002448) art. 3',
    note: name,
    version: '2026-11',
  })),
);
