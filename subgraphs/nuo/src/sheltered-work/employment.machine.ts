import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** The municipality decides on beschut werk (Participatiewet art. 7 lid 4 and 10b); the NUO employs on its behalf (Wsw art. 2 lid 2). */
export const employmentMachine = machine({
  name: 'sheltered-employment',
  title: 'Dienstverband',
  source: 'Wsw art. 2 en 7; Participatiewet art. 10b',
  states: {
    AWAITING_DECISION: 'Wacht op het besluit van de gemeente',
    AGREED: 'Overeengekomen',
    ENDED: 'Beëindigd',
    REFUSED: 'Geweigerd',
    WITHDRAWN: 'Ingetrokken',
  },
  actors: {
    PERSONNEL: 'wie bij de NUO dienstverbanden beheert',
    REGIE: 'een klantregisseur of kwaliteitsmedewerker van de verantwoordelijke gemeente',
  },
  steps: {
    register: { from: [], to: ['AGREED', 'AWAITING_DECISION'], by: ['PERSONNEL'], text: 'Vastleggen' },
    agree: { from: ['AWAITING_DECISION'], to: 'AGREED', by: ['REGIE'], text: 'Akkoord geven' },
    refuse: { from: ['AWAITING_DECISION'], to: 'REFUSED', by: ['REGIE'], text: 'Weigeren' },
    withdraw: { from: ['AWAITING_DECISION'], to: 'WITHDRAWN', by: ['PERSONNEL'], text: 'Intrekken' },
    changeTerms: { from: ['AGREED'], to: 'SAME', by: ['PERSONNEL'], text: 'Afspraken wijzigen' },
    switchForm: { from: ['AGREED'], to: 'ENDED', by: ['PERSONNEL'], text: 'Van werkvorm wisselen' },
    end: { from: ['AGREED'], to: 'ENDED', by: ['PERSONNEL'], text: 'Beëindigen' },
    correctEnd: { from: ['ENDED'], to: ['ENDED', 'AGREED'], by: ['PERSONNEL'], text: 'Het einde verbeteren' },
  },
});
export type EmploymentState = StateOf<typeof employmentMachine>;
export type EmploymentStep = StepOf<typeof employmentMachine>;
export type EmploymentActor = ActorOf<typeof employmentMachine>;

export const employmentKinds = ['WSW_ART2', 'WSW_BEGELEID_WERKEN_ART7', 'BESCHUT_10B', 'SECONDMENT_JOB_PW', 'REGULAR_WITH_LKS'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

export const caos = ['CAO_SW', 'CAO_AAN_DE_SLAG', 'OTHER'] as const;
export type Cao = (typeof caos)[number];

/** Kinds under the Wsw: with an indication, and for nobody new since it closed. */
export const wswKinds = ['WSW_ART2', 'WSW_BEGELEID_WERKEN_ART7'] as const satisfies readonly EmploymentKind[];
export const isWsw = (kind: EmploymentKind): boolean => (wswKinds as readonly EmploymentKind[]).includes(kind);

/** Kinds of which an employer is the formal employer; of the others a municipality is. */
export const isOfEmployer = (kind: EmploymentKind): boolean => kind === 'WSW_BEGELEID_WERKEN_ART7' || kind === 'REGULAR_WITH_LKS';
/** Kinds of which a full week is the most. */
export const hasFullWeek = (kind: EmploymentKind): boolean => isWsw(kind) || kind === 'BESCHUT_10B';
