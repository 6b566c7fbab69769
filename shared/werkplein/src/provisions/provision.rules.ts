import { machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** A voorziening from its first day of use to its last (Participatiewet art. 7; SRG: as long as it is really used). */
export const provisionMachine = machine({
  name: 'provision',
  title: 'Voorziening',
  source: 'Participatiewet art. 7 lid 1 onder a en lid 4; CBS, Richtlijnen SRG: de periode is die van het werkelijke gebruik',
  states: { RUNNING: 'In gebruik', INTERRUPTED: 'Onderbroken', ENDED: 'Beëindigd' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    start: { from: [], to: 'RUNNING', by: ['REGIE'], text: 'Starten' },
    interrupt: { from: ['RUNNING'], to: 'INTERRUPTED', by: ['REGIE'], text: 'Onderbreken' },
    resume: { from: ['INTERRUPTED'], to: 'RUNNING', by: ['REGIE'], text: 'Hervatten' },
    end: { from: ['RUNNING', 'INTERRUPTED'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
    correct: { from: ['RUNNING', 'INTERRUPTED', 'ENDED'], to: 'SAME', by: ['REGIE'], text: 'Verbeteren' },
  },
});
export type ProvisionState = StateOf<typeof provisionMachine>;
export type ProvisionStep = Exclude<StepOf<typeof provisionMachine>, 'start'>;

export const provisionExecutors = ['NUO', 'EXTERNAL', 'OWN'] as const;
export type ProvisionExecutor = (typeof provisionExecutors)[number];

/** Why a provision ended. */
export const provisionEndReasons = {
  COMPLETED: 'Afgerond zoals gepland',
  WORK_FOUND: 'Werk gevonden',
  NO_PROGRESS: 'Geen vooruitgang',
  STOPPED_BY_CLIENT: 'Gestopt door de cliënt',
  STOPPED_BY_PROVIDER: 'Gestopt door de uitvoerder of de werkgever',
  ILLNESS: 'Ziekte',
  MOVED: 'Verhuisd',
  TERM_OVER: 'De termijn is voorbij',
  OTHER: 'Andere reden',
} as const;
export type ProvisionEndReason = keyof typeof provisionEndReasons;
