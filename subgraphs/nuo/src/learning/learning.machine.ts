import { machine, type StateOf, type StepOf } from '@werkplein/kernel';

export const learningStepMachine = machine({
  name: 'leerstap',
  title: 'Stap van een leerwerklijn',
  source: 'contourenplan (doorgaande leerwerklijn); Wet educatie en beroepsonderwijs (praktijkverklaring)',
  states: { PLANNED: 'Gepland', BUSY: 'Bezig', ACHIEVED: 'Behaald', STOPPED: 'Gestopt' },
  actors: { UITVOERING: 'wie bij de NUO mensen begeleidt' },
  steps: {
    plan: { from: [], to: 'PLANNED', by: ['UITVOERING'], text: 'Plannen' },
    change: { from: ['PLANNED', 'BUSY'], to: 'SAME', by: ['UITVOERING'], text: 'Wijzigen' },
    start: { from: ['PLANNED'], to: 'BUSY', by: ['UITVOERING'], text: 'Beginnen' },
    achieve: { from: ['BUSY'], to: 'ACHIEVED', by: ['UITVOERING'], text: 'Als behaald vastleggen' },
    stop: { from: ['PLANNED', 'BUSY'], to: 'STOPPED', by: ['UITVOERING'], text: 'Stoppen' },
    certify: { from: ['ACHIEVED'], to: 'SAME', by: ['UITVOERING'], text: 'Een praktijkverklaring vastleggen' },
  },
});
export type LearningStepState = StateOf<typeof learningStepMachine>;
export type LearningStepStep = Exclude<StepOf<typeof learningStepMachine>, 'plan'>;
