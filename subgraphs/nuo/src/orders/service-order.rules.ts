import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** What a municipality may direct and what the NUO carries out are two things (Participatiewet art. 7 lid 4): each step is of one of them. */
export const serviceOrderMachine = machine({
  name: 'service-order',
  title: 'Opdracht',
  source: 'Participatiewet art. 7 lid 4; regie bij het Werkplein, uitvoering bij de NUO',
  states: {
    CONCEPT: 'Concept',
    OFFERED: 'Aangeboden',
    ACCEPTED: 'Geaccepteerd',
    REFUSED: 'Geweigerd',
    WITHDRAWN: 'Ingetrokken',
    IN_PROGRESS: 'In uitvoering',
    HANDED_BACK: 'Teruggelegd',
    COMPLETED: 'Voltooid',
    ENDED: 'Beëindigd',
    EVALUATED: 'Geëvalueerd',
  },
  actors: {
    REGIE:
      'een klantregisseur of kwaliteitsmedewerker van de gemeente van de opdracht; bij een opdracht van UWV of een andere gemeente de coördinator van de NUO',
    UITVOERING: 'een trajectbegeleider, jobcoach, werkleider of detacheringsconsulent van de NUO',
  },
  steps: {
    save: { from: [], to: 'CONCEPT', by: ['REGIE'], text: 'Als concept bewaren' },
    change: { from: ['CONCEPT'], to: 'SAME', by: ['REGIE'], text: 'Het concept wijzigen' },
    offer: { from: ['CONCEPT'], to: 'OFFERED', by: ['REGIE'], text: 'Aanbieden' },
    accept: { from: ['OFFERED'], to: 'ACCEPTED', by: ['UITVOERING'], text: 'Accepteren' },
    refuse: { from: ['OFFERED'], to: 'REFUSED', by: ['UITVOERING'], text: 'Weigeren' },
    withdraw: { from: ['CONCEPT', 'OFFERED'], to: 'WITHDRAWN', by: ['REGIE'], text: 'Intrekken' },
    start: { from: ['ACCEPTED'], to: 'IN_PROGRESS', by: ['UITVOERING'], text: 'Starten' },
    handBack: { from: ['IN_PROGRESS'], to: 'HANDED_BACK', by: ['UITVOERING'], text: 'Terugleggen' },
    complete: { from: ['IN_PROGRESS'], to: 'COMPLETED', by: ['UITVOERING'], text: 'Voltooien' },
    end: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
    evaluate: { from: ['HANDED_BACK', 'COMPLETED'], to: 'EVALUATED', by: ['REGIE'], text: 'Evalueren' },
  },
});
export type ServiceOrderStatus = StateOf<typeof serviceOrderMachine>;
export type ServiceOrderActor = ActorOf<typeof serviceOrderMachine>;
export type ServiceOrderStep = StepOf<typeof serviceOrderMachine>;

/** What can be ordered. */
export const services = [
  'DIAGNOSIS',
  'LEARNING_LINE',
  'SHELTERED_PLACEMENT',
  'MEDIATION',
  'SECONDMENT',
  'JOB_COACHING',
  'TRAINING',
  'TRIAL_PLACEMENT',
] as const;
export type Service = (typeof services)[number];

/** Services that come to a placement when they succeed. */
export const placingServices: readonly Service[] = ['SHELTERED_PLACEMENT', 'MEDIATION', 'SECONDMENT', 'TRIAL_PLACEMENT'];

const active: ReadonlySet<ServiceOrderStatus> = new Set(['OFFERED', 'ACCEPTED', 'IN_PROGRESS']);

/** Of one participant and service one order at most is active. */
export const isActiveOrder = (status: ServiceOrderStatus): boolean => active.has(status);

/** Whether something may be proposed under an order: only while it is carried out. */
export const mayProposeUnder = ({ status }: { status: ServiceOrderStatus }): boolean => status === 'IN_PROGRESS';

/**
 * Whether what was planned under an order may begin on `day`. An order that regie ended runs to its last day;
 * of one that was handed back or completed nothing was left to begin.
 */
export const mayBeginUnder = ({ status, endsOn }: { status: ServiceOrderStatus; endsOn: string | null }, day: string): boolean =>
  status === 'IN_PROGRESS' || (status === 'ENDED' && endsOn !== null && day <= endsOn);
