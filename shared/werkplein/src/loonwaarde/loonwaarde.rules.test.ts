import { mayDo, NUO, roles, type StateOf, stepRefused } from '@werkplein/kernel';
import { expect, it } from 'vitest';
import { inputReader } from '../clients/input.ts';
import { actionOfActor, directLoonwaarde } from './loonwaarde.policy.ts';
import { loonwaardeMachine, type LoonwaardeStep, type LoonwaardeTask, readTasks, wageValueOf } from './loonwaarde.rules.ts';

const steps: LoonwaardeStep[] = ['plan', 'carryOut', 'establish', 'reject'];
const task = (timePct: number, pacePct: number, qualityPct: number, netTimePct: number): LoonwaardeTask => ({
  name: 'taak',
  timePct,
  pacePct,
  qualityPct,
  netTimePct,
});

/** Written out by hand: the state machine as the law draws it. */
const allowed: Record<LoonwaardeStep, { from: string[]; nuo: string[]; werkplein: string[] }> = {
  plan: { from: ['REQUESTED', 'PLANNED'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  carryOut: { from: ['PLANNED'], nuo: ['jobcoach', 'trajectbegeleider'], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  establish: { from: ['CARRIED_OUT'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
  reject: { from: ['REQUESTED', 'PLANNED', 'CARRIED_OUT'], nuo: [], werkplein: ['klantregisseur', 'kwaliteitsmedewerker'] },
};

it.each(steps)('%s is taken from these states by these roles, and no other', (step) => {
  const [by] = loonwaardeMachine.steps[step].by;
  for (const [kind, organisation] of [
    ['nuo', NUO],
    ['werkplein', '0141'],
  ] as const)
    for (const role of roles) {
      const may = mayDo({ employeeId: 'e', displayName: 'E', organisation, roles: [role] }, actionOfActor[by], '0141');
      for (const from of Object.keys(loonwaardeMachine.states) as StateOf<typeof loonwaardeMachine>[])
        expect([kind, role, from, may && stepRefused(loonwaardeMachine, from, step, () => true) === null]).toEqual([
          kind,
          role,
          from,
          allowed[step].from.includes(from) && allowed[step][kind].includes(role),
        ]);
    }
});

it('is never established by anybody of the NUO, nor by another municipality', () => {
  expect(loonwaardeMachine.steps.establish.by).toEqual(['REGIE']);
  const may = (organisation: string) => mayDo({ employeeId: 'e', displayName: 'E', organisation, roles: [...roles] }, directLoonwaarde, '0141');
  expect([may(NUO), may('0189'), may('0141')]).toEqual([false, false, true]);
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
