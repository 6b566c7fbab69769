import { expect, it } from 'vitest';
import { demoUser } from '../testing/subgraph.ts';
import { recorder } from './recorder.ts';
import { refusalBudget } from './refusal-budget.ts';

const refusal = (action = 'client.read') => {
  const record = recorder();
  record.deny(action, 'Client', []);
  record.deny(action, 'Client', []);
  return record.refusals();
};

it('gives one employee a hundred rows in a minute, and counts the rest in the next one', () => {
  let now = new Date('2026-11-23T10:00:00Z');
  const budget = refusalBudget(() => now);
  const [hostile, other] = [demoUser('nuo.jobcoach'), demoUser('almelo.klantregisseur')];
  const rows = Array.from({ length: 250 }, () => budget(hostile, refusal()).length);
  expect(rows.reduce((sum, each) => sum + each, 0)).toBe(100);
  expect(budget(other, refusal())).toHaveLength(1);
  expect(budget(hostile, [])).toEqual([]);

  now = new Date('2026-11-23T10:01:00Z');
  expect(budget(hostile, refusal()).map(({ action, times }) => [action, times])).toEqual([
    ['refusals.withheld', 300],
    ['client.read', 2],
  ]);
  expect(budget(hostile, refusal()).map(({ action }) => action)).toEqual(['client.read']);
});
