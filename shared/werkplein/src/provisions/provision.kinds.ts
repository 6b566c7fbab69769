import type { DecisionKind } from '../decisions/decision.rules.ts';
import type { LawParameterCode } from '../law-parameters/law-parameter.rules.ts';

export const milestoneKinds = ['REVIEW', 'TRAINING_OFFER', 'PREMIUM'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** What the law asks so many months after a provision began, by law parameter; `every` so many months again. */
export interface Milestone {
  kind: MilestoneKind;
  after: LawParameterCode;
  again: boolean;
  /** After a review that found no progress: it ends within so many months of its begin. */
  stopWithin?: LawParameterCode;
}

/** What must be known of a kind of provision. */
export interface ProvisionKindFacts {
  text: string;
  source: string;
  /** Work at somebody's place: nobody is at two on one day. `UNPAID` work is not subsidised. */
  place: 'UNPAID' | 'PAID' | null;
  /** Decisions of which one must be granted for every day of its use. */
  decisions: readonly DecisionKind[];
  minAge?: LawParameterCode;
  /** Whether somebody can have two at once. */
  several: boolean;
  milestones: readonly Milestone[];
}

const PW = 'Participatiewet';
const kind = (text: string, source: string, more: Partial<ProvisionKindFacts> = {}): ProvisionKindFacts => ({
  text,
  source,
  place: null,
  decisions: [],
  several: false,
  milestones: [],
  ...more,
});

/** Kinds of provision. Which codes statistics know them by are dated rows (`statistics_code`). */
export const provisionKinds = {
  LOONWAARDE_TRIAL: kind('Proefplaatsing voor het bepalen van de loonwaarde', `${PW} art. 10d`, { place: 'UNPAID' }),
  PROEFPLAATSING: kind('Proefplaatsing', `${PW} art. 8a lid 2 onder d`, {
    place: 'UNPAID',
    decisions: ['PROEFPLAATSING', 'PROEFPLAATSING_VERLENGING'],
  }),
  PARTICIPATIEPLAATS: kind('Participatieplaats', `${PW} art. 10a`, {
    place: 'UNPAID',
    decisions: ['PARTICIPATIEPLAATS'],
    minAge: 'PARTICIPATIEPLAATS_MIN_AGE',
    milestones: [
      { kind: 'TRAINING_OFFER', after: 'PARTICIPATIEPLAATS_TRAINING', again: false },
      { kind: 'PREMIUM', after: 'PARTICIPATIEPLAATS_PREMIUM', again: true },
      { kind: 'REVIEW', after: 'PARTICIPATIEPLAATS_REVIEW', again: false, stopWithin: 'PARTICIPATIEPLAATS_STOP' },
    ],
  }),
  WORK_EXPERIENCE: kind('Werkervaringsplaats', `${PW} art. 7 lid 1 onder a`, { place: 'UNPAID' }),
  BESCHUT_WERK: kind('Beschut werk', `${PW} art. 10b`, { place: 'PAID', decisions: ['BESCHUT_WERK'] }),
  OTHER_WORKPLACE: kind('Overige werkplek', `${PW} art. 7 lid 1 onder a`, { place: 'PAID' }),
  LOONKOSTENSUBSIDIE: kind('Loonkostensubsidie', `${PW} art. 10d`, { decisions: ['LKS'] }),
  JOBCOACH: kind('Jobcoach of begeleiding op de werkplek', `${PW} art. 10 en 10da`, { decisions: ['JOBCOACH', 'VOORZIENING'] }),
  WORKPLACE_ADAPTATION: kind('Aanpassing van de werkplek', `${PW} art. 10`, { decisions: ['VOORZIENING'], several: true }),
  TRAINING: kind('Scholing of training', `${PW} art. 7 lid 1 onder a`, { several: true }),
  DIAGNOSIS: kind('Diagnose', `${PW} art. 7 lid 1 onder a`),
  LEARNING_LINE: kind('Leerwerklijn', `${PW} art. 7 lid 1 onder a`),
  MEDIATION: kind('Bemiddeling naar werk', `${PW} art. 7 lid 1 onder a`),
  PARTICIPATION: kind('Maatschappelijke participatie', `${PW} art. 7 lid 1 onder a`),
  OTHER_FACILITATING: kind('Overige faciliterende voorziening', `${PW} art. 10`, { several: true }),
} as const satisfies Record<string, ProvisionKindFacts>;
export type ProvisionKind = keyof typeof provisionKinds;
export const provisionKindCodes = Object.keys(provisionKinds) as ProvisionKind[];
export const factsOf = (code: ProvisionKind): ProvisionKindFacts => provisionKinds[code];
