import { machine, type StateOf, type StepOf } from '@werkplein/kernel';

/** One version of a plan van aanpak. It holds duties, so it is for the municipality alone (Participatiewet art. 7 lid 4). */
export const planMachine = machine({
  name: 'plan',
  title: 'Plan van aanpak',
  source: 'Participatiewet art. 44a en art. 7 lid 4',
  states: { CONCEPT: 'Concept', ESTABLISHED: 'Vastgesteld', REPLACED: 'Vervangen', ENDED: 'Beëindigd' },
  actors: { REGIE: 'een klantregisseur of kwaliteitsmedewerker van het Werkplein van de cliënt' },
  steps: {
    draft: { from: [], to: 'CONCEPT', by: ['REGIE'], text: 'Opstellen' },
    change: { from: ['CONCEPT'], to: 'SAME', by: ['REGIE'], text: 'Het concept wijzigen' },
    establish: { from: ['CONCEPT'], to: 'ESTABLISHED', by: ['REGIE'], text: 'Vaststellen' },
    evaluate: { from: ['ESTABLISHED'], to: 'SAME', by: ['REGIE'], text: 'Evalueren' },
    replace: { from: ['ESTABLISHED'], to: 'REPLACED', by: ['REGIE'], text: 'Vervangen door het volgende plan vast te stellen' },
    end: { from: ['ESTABLISHED'], to: 'ENDED', by: ['REGIE'], text: 'Beëindigen' },
  },
});
export type PlanStatus = StateOf<typeof planMachine>;
export type PlanStep = Exclude<StepOf<typeof planMachine>, 'draft'>;

export interface PlanGoal {
  text: string;
  fromStep: number;
  toStep: number;
  /** Last day on which it should be reached. */
  term: string;
}

/** A duty by law: which, where it stands and in what period that is law. Rows of the plan, for the law changes. */
export interface PlanObligation {
  code: string;
  legalBasis: string;
  validFrom: string;
  validUntil: string | null;
}

export interface PlanContent {
  goals: PlanGoal[];
  support: string[];
  obligations: PlanObligation[];
  consequences: string | null;
  nextEvaluationOn: string;
  discussedOn: string | null;
}

/** Why a concept cannot be established yet. */
export const planObstacles = ['NOT_DISCUSSED', 'NO_GOALS', 'DOSSIER_NOT_IN_INTAKE', 'NO_GRONDSLAG', 'EVALUATION_PAST'] as const;
export type PlanObstacle = (typeof planObstacles)[number];

/** Dossier statuses from the intake on; a suspended dossier resumes first. */
const fromIntakeOn: ReadonlySet<string> = new Set(['INTAKE', 'IN_PROGRAMME', 'PLACEABLE', 'PLACED', 'AFTERCARE']);

export const obstaclesTo = (
  { discussedOn, goals, nextEvaluationOn }: PlanContent,
  { status, hasGrondslag, today }: { status: string; hasGrondslag: boolean; today: string },
): PlanObstacle[] => {
  const stands: Record<PlanObstacle, boolean> = {
    NOT_DISCUSSED: discussedOn === null,
    NO_GOALS: goals.length === 0,
    DOSSIER_NOT_IN_INTAKE: !fromIntakeOn.has(status),
    NO_GRONDSLAG: !hasGrondslag,
    EVALUATION_PAST: nextEvaluationOn < today,
  };
  return planObstacles.filter((obstacle) => stands[obstacle]);
};

export const changeKinds = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export interface PlanChange {
  part: keyof PlanContent;
  kind: (typeof changeKinds)[number];
  /** By what a goal, a form of support or an obligation is known in both versions. */
  key: string | null;
  from: unknown;
  to: unknown;
}

const kindOf = (from: unknown, to: unknown): PlanChange['kind'] | null => {
  if (JSON.stringify(from) === JSON.stringify(to)) return null;
  return from === null ? 'ADDED' : to === null ? 'REMOVED' : 'CHANGED';
};

const changed = (part: PlanChange['part'], key: string | null, from: unknown, to: unknown): PlanChange[] => {
  const kind = kindOf(from, to);
  return kind === null ? [] : [{ part, kind, key, from, to }];
};

const rows = {
  goals: ({ goals }: PlanContent) => new Map(goals.map((goal) => [goal.text, goal])),
  support: ({ support }: PlanContent) => new Map(support.map((text) => [text, text])),
  obligations: ({ obligations }: PlanContent) => new Map(obligations.map((each) => [`${each.code} ${each.validFrom}`, each])),
};

/** What is otherwise in `to` than in `from`. The order of goals is no change. */
export const changesBetween = (from: PlanContent, to: PlanContent): PlanChange[] => [
  ...Object.entries(rows).flatMap(([part, rowsOf]) => {
    const [before, after] = [rowsOf(from), rowsOf(to)] as [Map<string, unknown>, Map<string, unknown>];
    const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
    return keys.flatMap((key) => changed(part as 'goals', key, before.get(key) ?? null, after.get(key) ?? null));
  }),
  ...(['consequences', 'nextEvaluationOn', 'discussedOn'] as const).flatMap((part) => changed(part, null, from[part], to[part])),
];
