import { type ActorOf, machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** Uitvoering proposes and runs; the municipality agrees where the kind needs a decision, or may object in time (Participatiewet art. 7 lid 4). */
export const placementMachine = machine({
  name: 'placement',
  title: 'Plaatsing',
  source: 'Participatiewet art. 7 lid 4, art. 8a lid 2 onder d, art. 10a en 10b; regie bij het Werkplein, uitvoering bij de NUO',
  states: {
    PROPOSED: 'Voorgesteld',
    AGREED: 'Akkoord regie',
    REJECTED: 'Afgewezen',
    PLANNED: 'Gepland',
    ACTIVE: 'Actief',
    INTERRUPTED: 'Onderbroken',
    ENDED: 'Beëindigd',
    CANCELLED: 'Geannuleerd',
  },
  actors: {
    UITVOERING: 'een trajectbegeleider, jobcoach, werkleider of detacheringsconsulent van de NUO',
    REGIE: 'een klantregisseur of kwaliteitsmedewerker van de gemeente van de plaatsing; bij iemand van UWV of een andere gemeente de coördinator van de NUO',
    CLOCK: 'de termijn, als het Werkplein niets laat horen',
    ORDER: 'het einde van de opdracht',
  },
  steps: {
    // A Wsw worker has no regie that agrees: such a placement is agreed at once.
    propose: { from: [], to: ['PROPOSED', 'AGREED'], by: ['UITVOERING'], text: 'Voorstellen' },
    agree: { from: ['PROPOSED'], to: 'AGREED', by: ['REGIE'], text: 'Akkoord geven' },
    agreeImplicitly: { from: ['PROPOSED'], to: 'AGREED', by: ['CLOCK'], text: 'Stilzwijgend akkoord' },
    reject: { from: ['PROPOSED', 'AGREED'], to: 'REJECTED', by: ['REGIE', 'UITVOERING'], text: 'Afwijzen' },
    plan: { from: ['AGREED'], to: 'PLANNED', by: ['UITVOERING'], text: 'Plannen' },
    start: { from: ['PLANNED'], to: 'ACTIVE', by: ['UITVOERING'], text: 'Starten' },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', by: ['UITVOERING', 'REGIE'], text: 'Annuleren' },
    stop: { from: ['PROPOSED', 'AGREED', 'PLANNED'], to: 'CANCELLED', by: ['ORDER'], text: 'Stoppen met de opdracht' },
    interrupt: { from: ['ACTIVE'], to: 'INTERRUPTED', by: ['UITVOERING'], text: 'Onderbreken' },
    resume: { from: ['INTERRUPTED'], to: 'ACTIVE', by: ['UITVOERING'], text: 'Hervatten' },
    extend: { from: ['PLANNED', 'ACTIVE', 'INTERRUPTED'], to: 'SAME', by: ['UITVOERING'], text: 'Verlengen' },
    requestEnd: { from: ['ACTIVE', 'INTERRUPTED'], to: 'SAME', by: ['REGIE'], text: 'Om beëindiging vragen' },
    declineEnd: { from: ['ACTIVE', 'INTERRUPTED'], to: 'SAME', by: ['UITVOERING'], text: 'Niet op verzoek beëindigen' },
    end: { from: ['ACTIVE', 'INTERRUPTED'], to: 'ENDED', by: ['UITVOERING'], text: 'Beëindigen' },
    assign: { from: ['PLANNED', 'ACTIVE', 'INTERRUPTED'], to: 'SAME', by: ['UITVOERING'], text: 'Een werkplek geven' },
    correct: { from: ['PLANNED', 'ACTIVE', 'INTERRUPTED', 'ENDED'], to: 'SAME', by: ['UITVOERING'], text: 'Verbeteren' },
  },
});
export type PlacementState = StateOf<typeof placementMachine>;
export type PlacementActor = ActorOf<typeof placementMachine>;
export type PlacementStep = StepOf<typeof placementMachine>;

export const placementResults = ['CONTRACT', 'EXTENDED', 'RETURNED', 'DROPPED_OUT', 'MOVED_ON'] as const;
export type PlacementResult = (typeof placementResults)[number];

export const interruptionReasons = ['ILLNESS', 'SEASON', 'OTHER'] as const;
export type InterruptionReason = (typeof interruptionReasons)[number];

export const guidanceForms = ['JOBCOACH', 'WORK_SUPERVISOR', 'BOTH'] as const;
export type GuidanceForm = (typeof guidanceForms)[number];

/** Who agreed when no colleague of a Werkplein did. */
export const IMPLICIT = 'IMPLICIT';
export const NOT_NEEDED = 'NOT_NEEDED';

interface Agreeable {
  status: PlacementState;
  implicitAgreementOn: string | null;
}

/** Silence has become agreement: nothing needs to run for that, whoever looks sees it. */
export const isImplicit = ({ status, implicitAgreementOn }: Agreeable, today: string): boolean =>
  status === 'PROPOSED' && implicitAgreementOn !== null && implicitAgreementOn <= today;

/** A placement as it is today, whatever the row says that nobody has touched since the term passed. */
export const asOf = <P extends Agreeable & { agreedOn: string | null; agreedBy: string | null }>(row: P, today: string): P =>
  isImplicit(row, today) ? { ...row, status: 'AGREED', agreedOn: row.implicitAgreementOn, agreedBy: IMPLICIT } : row;
