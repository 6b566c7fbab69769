import { mayDo, NUO, roles } from '@werkplein/kernel';
import { expect, it } from 'vitest';
import { inputReader } from '../clients/input.ts';
import { actionOfActor, directLoonwaarde } from './loonwaarde.policy.ts';
import { loonwaardeStates, loonwaardeSteps, type LoonwaardeStep, type LoonwaardeTask, readTasks, stepRefused, wageValueOf } from './loonwaarde.rules.ts';

const steps = Object.keys(loonwaardeSteps) as LoonwaardeStep[];
const task = (timePct: number, pacePct: number, qualityPct: number, netTimePct: number): LoonwaardeTask => ({
  name: 'taak',
  timePct,
  pacePct,
  qualityPct,
  netTimePct,
});

/** Written out by hand: the state machine as the law draws it. */
const allowed: Record<LoonwaardeStep, { from: string[]; nuo: string[]; werkplein: string[] }> = {
  PLANNED: { from: ['REQUESTED', 'PLANNED'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  CARRIED_OUT: { from: ['PLANNED'], nuo: ['jobcoach', 'trajectbegeleider'], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  ESTABLISHED: { from: ['CARRIED_OUT'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  REJECTED: { from: ['REQUESTED', 'PLANNED', 'CARRIED_OUT'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
};

it.each(steps)('%s is taken from these states by these roles, and no other', (to) => {
  const { by } = loonwaardeSteps[to];
  for (const [kind, organisation] of [
    ['nuo', NUO],
    ['werkplein', '0141'],
  ] as const)
    for (const role of roles) {
      const may = mayDo({ employeeId: 'e', displayName: 'E', organisation, roles: [role] }, actionOfActor[by], '0141');
      for (const from of loonwaardeStates)
        expect([kind, role, from, may && stepRefused(from, to, true) === null]).toEqual([
          kind,
          role,
          from,
          allowed[to].from.includes(from) && allowed[to][kind].includes(role),
        ]);
    }
});

it('is never established by anybody of the NUO, nor by another municipality', () => {
  expect(loonwaardeSteps.ESTABLISHED.by).toBe('REGIE');
  const may = (organisation: string) => mayDo({ employeeId: 'e', displayName: 'E', organisation, roles: [...roles] }, directLoonwaarde, '0141');
  expect([may(NUO), may('0189'), may('0141')]).toEqual([false, false, true]);
});

it('says who may and from which states', () => {
  expect(stepRefused('PLANNED', 'CARRIED_OUT', false)).toEqual({ from: 'PLANNED', to: 'CARRIED_OUT', allowedFrom: ['PLANNED'], by: 'EXPERT' });
});

it.each<[LoonwaardeTask[], number]>([
  [[task(40, 80, 90, 100), task(60, 50, 100, 90)], 55.8],
  [[task(100, 100, 100, 100)], 100],
  [[task(33.33, 33.33, 33.33, 33.33), task(66.67, 50, 50, 50)], 9.57],
  [[task(100, 0, 100, 100)], 0],
])('reckons %j as %s %%', (tasks, wageValue) => {
  expect(wageValueOf(tasks)).toBe(wageValue);
});

it.each<[LoonwaardeTask[], (string | number)[][]]>([
  [[task(40, 80, 90, 100), task(60, 50, 100, 90)], []],
  [[task(33.33, 1, 1, 1), task(33.33, 1, 1, 1), task(33.34, 1, 1, 1)], []],
  [[task(40, 80, 90, 100), task(59.99, 50, 100, 90)], [['tasks']]],
  [[], [['tasks']]],
  [[task(0, 101, 1.005, -1)], ['timePct', 'pacePct', 'qualityPct', 'netTimePct'].map((name) => ['tasks', 0, name])],
])('reads the form %j with problems at %j', (tasks, paths) => {
  const reader = inputReader([]);
  readTasks(reader, tasks);
  expect(reader.problems.map(({ path }) => path)).toEqual(paths);
});
