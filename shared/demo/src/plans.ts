import { addDays, dayNumber, dayOf, TODAY } from './days.ts';
import { randomOf } from './random.ts';
import type { DemoClient, DemoLadderStep, DemoPlan } from './types.ts';

const goals = ['Betaald werk met ondersteuning', 'Een startkwalificatie', 'Werkritme opbouwen', 'Onbetaald werk in de buurt'];
const supports = ['Begeleiding door een jobcoach', 'Training werknemersvaardigheden', 'Leerwerkplek', 'Taalles op de werkvloer'];
const YEAR = 365;
const TOP = 6;

/** Plan and steps of a client from the start of the programme on. A stream of its own: the other facts of a client stay as they were. */
export const programmeOf = (
  municipality: string,
  index: number,
  { status, registeredOn }: Pick<DemoClient, 'status' | 'registeredOn'>,
): { plan: DemoPlan | null; ladder: DemoLadderStep[] } => {
  if (status === 'REGISTERED' || status === 'INTAKE' || status === 'CLOSED') return { plan: null, ladder: [] };
  const random = randomOf(`programme ${municipality}`, index);
  const first = addDays(registeredOn, random.int(3, 14));
  const fromStep = random.weighted({ 1: 2, 2: 4, 3: 3, 4: 2 });
  const days = Array.from({ length: 3 }, (_, year) => addDays(first, year * YEAR)).filter((day) => day <= TODAY);
  const ladder = days.map((measuredOn, i) => ({ measuredOn, step: Math.min(Number(fromStep) + (i > 0 && random.chance(0.6) ? i : 0), TOP) }));
  return {
    plan: {
      goal: random.pick(goals),
      support: random.pick(supports),
      fromStep: Number(fromStep),
      toStep: Math.min(Number(fromStep) + random.int(1, 2), TOP),
      term: dayOf(dayNumber(TODAY) + random.int(60, YEAR)),
      establishedOn: addDays(registeredOn, random.int(20, 56)),
      // Some are late, as in life.
      nextEvaluationOn: dayOf(dayNumber(TODAY) + random.int(-14, 180)),
    },
    ladder,
  };
};
