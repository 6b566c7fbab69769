import { expect, it } from 'vitest';
import { agreementFrom, type Told } from './agreements-of.ts';

const terms = { number: 1, target: 10, direction: 'HIGHER', amberBeyond: 0, redBeyond: 2, definitionVersion: 1 } as const;
const value = { measuredOn: '2026-03-31', value: 3, recordedAt: '2026-04-01T08:00:00.000Z' };
const told = (version: object, manual: object): Told => ({
  id: 'nuo:1',
  year: 2026,
  municipality: '0141',
  indicator: 'X',
  versions: [{ ...terms, ...version }],
  manualValues: [{ ...value, ...manual }],
});

it.each([
  ['is null', { establishedAt: null }, { replacedAt: null }],
  ['was left out by a router', {}, {}],
])('an instant that %s is null', (_, version, manual) => {
  const { versions, manualValues } = agreementFrom(told(version, manual));
  expect([versions[0]?.establishedAt, manualValues[0]?.replacedAt]).toEqual([null, null]);
  expect(manualValues[0]?.recordedAt).toEqual(new Date(value.recordedAt));
});
