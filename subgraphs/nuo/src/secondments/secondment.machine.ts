import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

export const secondmentMachine = machine({
  name: 'detachering',
  title: 'Detacheringsovereenkomst',
  source: 'Wsw art. 5 en Participatiewet art. 7 lid 9 (het tarief); contourenplan (bestaande detacheringen lopen door)',
  states: { CONCEPT: 'Concept', SIGNED: 'Getekend', RUNNING: 'Lopend', NOTICE_GIVEN: 'Opgezegd', ENDED: 'Afgelopen' },
  actors: { CONSULTANT: 'een detacheringsconsulent van de NUO', COORDINATOR: 'een coördinator van de NUO' },
  steps: {
    draw: { from: [], to: 'CONCEPT', by: ['CONSULTANT', 'COORDINATOR'], text: 'Opstellen' },
    change: { from: ['CONCEPT'], to: 'SAME', by: ['CONSULTANT', 'COORDINATOR'], text: 'Wijzigen' },
    recordRate: { from: ['CONCEPT', 'SIGNED', 'RUNNING', 'NOTICE_GIVEN'], to: 'SAME', by: ['CONSULTANT', 'COORDINATOR'], text: 'Een tarief vastleggen' },
    approveRate: {
      from: ['CONCEPT', 'SIGNED', 'RUNNING', 'NOTICE_GIVEN'],
      to: 'SAME',
      by: ['COORDINATOR'],
      text: 'Een tarief onder de ondergrens goedkeuren',
    },
    sign: { from: ['CONCEPT'], to: 'SIGNED', by: ['CONSULTANT', 'COORDINATOR'], text: 'Als getekend vastleggen' },
    addMember: { from: ['SIGNED', 'RUNNING'], to: 'SAME', by: ['CONSULTANT', 'COORDINATOR'], text: 'Iemand aan de detachering toevoegen' },
    removeMember: { from: ['SIGNED', 'RUNNING', 'NOTICE_GIVEN'], to: 'SAME', by: ['CONSULTANT', 'COORDINATOR'], text: 'Iemand van de detachering afhalen' },
    start: { from: ['SIGNED'], to: 'RUNNING', by: ['CONSULTANT', 'COORDINATOR'], text: 'Laten ingaan' },
    giveNotice: { from: ['RUNNING'], to: 'NOTICE_GIVEN', by: ['CONSULTANT', 'COORDINATOR'], text: 'Opzeggen' },
    end: { from: ['CONCEPT', 'SIGNED', 'RUNNING', 'NOTICE_GIVEN'], to: 'ENDED', by: ['CONSULTANT', 'COORDINATOR'], text: 'Beëindigen' },
  },
});
export type SecondmentState = StateOf<typeof secondmentMachine>;
export type SecondmentActor = ActorOf<typeof secondmentMachine>;
export type SecondmentStep = Exclude<StepOf<typeof secondmentMachine>, 'draw'>;
