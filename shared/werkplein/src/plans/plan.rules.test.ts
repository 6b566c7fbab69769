import { expect, it } from 'vitest';
import { changesBetween, obstaclesTo, type PlanContent } from './plan.rules.ts';

const goal = { text: 'Werken', fromStep: 3, toStep: 5, term: '2027-06-01' };
const duty = { code: 'INSCHRIJVEN', legalBasis: 'Participatiewet art. 9 lid 1 onder a', validFrom: '2026-01-01', validUntil: null };
const content: PlanContent = {
  goals: [goal],
  support: ['Jobcoach'],
  obligations: [duty],
  consequences: null,
  nextEvaluationOn: '2027-05-01',
  discussedOn: '2026-11-20',
};

it.each([
  ['REGISTERED', ['DOSSIER_NOT_IN_INTAKE']],
  ['INTAKE', []],
  ['IN_PROGRAMME', []],
  ['PLACEABLE', []],
  ['PLACED', []],
  ['AFTERCARE', []],
  ['SUSPENDED', ['DOSSIER_NOT_IN_INTAKE']],
  ['CLOSED', ['DOSSIER_NOT_IN_INTAKE']],
  ['TRANSFERRED', ['DOSSIER_NOT_IN_INTAKE']],
])('can be established with a dossier that is %s but for %j', (status, obstacles) => {
  expect(obstaclesTo(content, { status, hasGrondslag: true, today: '2026-11-23' })).toEqual(obstacles);
});

it('names every obstacle at once', () => {
  const empty = { ...content, goals: [], discussedOn: null, nextEvaluationOn: '2026-11-22' };
  expect(obstaclesTo(empty, { status: 'REGISTERED', hasGrondslag: false, today: '2026-11-23' })).toHaveLength(5);
});

it('tells what was added, removed and changed, and nothing of two that are equal', () => {
  expect(changesBetween(content, structuredClone(content))).toEqual([]);
  const to = { ...content, goals: [{ ...goal, toStep: 6 }], support: ['Taalles'], obligations: [], consequences: 'Verlaging', nextEvaluationOn: '2027-06-01' };
  expect(changesBetween(content, to)).toEqual([
    { part: 'goals', kind: 'CHANGED', key: 'Werken', from: goal, to: { ...goal, toStep: 6 } },
    { part: 'support', kind: 'REMOVED', key: 'Jobcoach', from: 'Jobcoach', to: null },
    { part: 'support', kind: 'ADDED', key: 'Taalles', from: null, to: 'Taalles' },
    { part: 'obligations', kind: 'REMOVED', key: 'INSCHRIJVEN 2026-01-01', from: duty, to: null },
    { part: 'consequences', kind: 'ADDED', key: null, from: null, to: 'Verlaging' },
    { part: 'nextEvaluationOn', kind: 'CHANGED', key: null, from: '2027-05-01', to: '2027-06-01' },
  ]);
});
