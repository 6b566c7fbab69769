import { type ActorOf, addDays, InvalidValue, machine, parsePercentage, parseText, type StateOf, type StepOf } from '@werkplein/kernel';
import type { InputReader } from '../clients/input.ts';

/** Deciding is for the municipality alone (Participatiewet art. 7 lid 4), measuring for the expert whom it appointed. */
export const loonwaardeMachine = machine({
  name: 'loonwaarde',
  title: 'Loonwaardebepaling',
  source: 'Participatiewet art. 6 lid 1 onder g, art. 7 lid 4',
  states: { REQUESTED: 'Aangevraagd', PLANNED: 'Gepland', CARRIED_OUT: 'Uitgevoerd', ESTABLISHED: 'Vastgesteld', REJECTED: 'Verworpen' },
  actors: {
    REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt',
    EXPERT: 'de deskundige die het Werkplein heeft aangewezen',
  },
  steps: {
    request: { from: [], to: 'REQUESTED', by: ['REGIE'], text: 'Aanvragen' },
    plan: { from: ['REQUESTED', 'PLANNED'], to: 'PLANNED', by: ['REGIE'], text: 'Plannen' },
    carryOut: { from: ['PLANNED'], to: 'CARRIED_OUT', by: ['EXPERT'], text: 'Uitvoeren' },
    establish: { from: ['CARRIED_OUT'], to: 'ESTABLISHED', by: ['REGIE'], text: 'Vaststellen' },
    reject: { from: ['REQUESTED', 'PLANNED', 'CARRIED_OUT'], to: 'REJECTED', by: ['REGIE'], text: 'Verwerpen' },
  },
});
export type LoonwaardeState = StateOf<typeof loonwaardeMachine>;
export type LoonwaardeActor = ActorOf<typeof loonwaardeMachine>;
export type LoonwaardeStep = Exclude<StepOf<typeof loonwaardeMachine>, 'request'>;

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
