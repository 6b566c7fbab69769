import { addDays, InvalidValue, parsePercentage, parseText } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

/** States of a loonwaardebepaling (Participatiewet art. 6 lid 1 onder g). */
export const loonwaardeStates = ['REQUESTED', 'PLANNED', 'CARRIED_OUT', 'ESTABLISHED', 'REJECTED'] as const;
export type LoonwaardeState = (typeof loonwaardeStates)[number];

/** Who takes a step: deciding is for the municipality alone (Participatiewet art. 7 lid 4), measuring for the expert whom it appointed. */
export const loonwaardeActors = {
  REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt',
  EXPERT: 'de deskundige die het Werkplein heeft aangewezen',
} as const;
export type LoonwaardeActor = keyof typeof loonwaardeActors;

/** The state machine: where each step goes, from where, and who takes it. */
export const loonwaardeSteps = {
  PLANNED: { from: ['REQUESTED', 'PLANNED'], by: 'REGIE' },
  CARRIED_OUT: { from: ['PLANNED'], by: 'EXPERT' },
  ESTABLISHED: { from: ['CARRIED_OUT'], by: 'REGIE' },
  REJECTED: { from: ['REQUESTED', 'PLANNED', 'CARRIED_OUT'], by: 'REGIE' },
} as const satisfies Partial<Record<LoonwaardeState, { from: readonly LoonwaardeState[]; by: LoonwaardeActor }>>;
export type LoonwaardeStep = keyof typeof loonwaardeSteps;

export interface StepRefused {
  from: LoonwaardeState;
  to: LoonwaardeStep;
  allowedFrom: LoonwaardeState[];
  by: LoonwaardeActor;
}

/** Why somebody cannot take this step from this state, or null. Whoever may not take it at all was refused before. */
export const stepRefused = (from: LoonwaardeState, to: LoonwaardeStep, isActor: boolean): StepRefused | null => {
  const step: { from: readonly LoonwaardeState[]; by: LoonwaardeActor } = loonwaardeSteps[to];
  return step.from.includes(from) && isActor ? null : { from, to, allowedFrom: [...step.from], by: step.by };
};

/** One main task of the expert's form, in percent. */
export interface LoonwaardeTask {
  name: string;
  timePct: number;
  pacePct: number;
  qualityPct: number;
  netTimePct: number;
}

const HUNDREDTHS = 100;
const hundredths = (percentage: number): bigint => BigInt(Math.round(percentage * HUNDREDTHS));
const WHOLE = hundredths(100);

/** The sum over the tasks of time × pace × quality × net working time, in percent with two decimals; rounded once, a half up. */
export const wageValueOf = (tasks: readonly LoonwaardeTask[]): number => {
  const sum = tasks
    .map(({ timePct, pacePct, qualityPct, netTimePct }) => hundredths(timePct) * hundredths(pacePct) * hundredths(qualityPct) * hundredths(netTimePct))
    .reduce((total, product) => total + product, 0n);
  const whole = WHOLE * WHOLE * WHOLE;
  return Number((2n * sum + whole) / (2n * whole)) / HUNDREDTHS;
};

/** The tasks of a form; every problem is added to the reader. */
export const readTasks = (reader: InputReader, given: readonly LoonwaardeTask[]): LoonwaardeTask[] => {
  const tasks = given.map((task, at) => {
    const percentage = (name: 'timePct' | 'pacePct' | 'qualityPct' | 'netTimePct'): number =>
      reader.read(['tasks', at, name], () => {
        if (name === 'timePct' && task.timePct === 0) throw new InvalidValue('een percentage boven 0');
        return parsePercentage(task[name]);
      });
    const name = reader.read(['tasks', at, 'name'], () => parseText(task.name, { max: 120 }));
    return { name, timePct: percentage('timePct'), pacePct: percentage('pacePct'), qualityPct: percentage('qualityPct'), netTimePct: percentage('netTimePct') };
  });
  if (reader.problems.length === 0 && tasks.reduce((total, { timePct }) => total + hundredths(timePct), 0n) !== WHOLE)
    reader.add(['tasks'], 'De tijd van de taken is samen 100 %.');
  return tasks;
};

const WEEK = 7;

/** Last day on which a term of so many weeks that starts on this day is kept. */
export const lastDayOfWeeks = (start: string, weeks: number): string => addDays(start, weeks * WEEK);
