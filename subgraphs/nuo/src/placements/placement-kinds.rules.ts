import type { NuoParameterCode } from '../parameters/nuo-parameter.rules.ts';

export interface KindFacts {
  /** Only sheltered work inside has no employer. */
  readonly hasEmployer: boolean;
  /** Rests on a decision of the municipality, which the NUO cannot take (Participatiewet art. 7 lid 4). */
  readonly needsDecision: boolean;
  /** The employer pays the wage: employment with it, not with the municipality or the NUO. */
  readonly paidByEmployer: boolean;
  /** Open to a Wsw worker, who has no plan of a Werkplein. */
  readonly forWsw: boolean;
  /** Parameters with the months that the law gives: at first, and with an extension. */
  readonly term: { readonly first: NuoParameterCode; readonly total: NuoParameterCode } | null;
}

const facts = (hasEmployer: boolean, needsDecision: boolean, paidByEmployer: boolean, forWsw: boolean, term: KindFacts['term'] = null): KindFacts => ({
  hasEmployer,
  needsDecision,
  paidByEmployer,
  forWsw,
  term,
});

/** What each kind of placement is, as data (domain.md §6.3). */
export const placementKinds = {
  SHELTERED_INTERNAL: facts(false, true, false, true),
  WORK_ON_LOCATION: facts(true, false, false, true),
  SECONDMENT_INDIVIDUAL: facts(true, false, false, true),
  SECONDMENT_GROUP: facts(true, false, false, true),
  BEGELEID_WERKEN: facts(true, false, true, true),
  PROEFPLAATSING: facts(true, true, false, false, { first: 'PROEFPLAATSING_TERM', total: 'PROEFPLAATSING_TOTAL_TERM' }),
  WORK_EXPERIENCE: facts(true, false, false, true),
  PARTICIPATION_PLACE: facts(true, true, false, false, { first: 'PARTICIPATION_PLACE_TERM', total: 'PARTICIPATION_PLACE_TOTAL_TERM' }),
  REGULAR_WITH_LKS: facts(true, true, true, false),
  REGULAR: facts(true, false, true, true),
} as const satisfies Record<string, KindFacts>;

export type PlacementKindName = keyof typeof placementKinds;
export const factsOf = (kind: PlacementKindName): KindFacts => placementKinds[kind];

const unpaid: ReadonlySet<PlacementKindName> = new Set(['PROEFPLAATSING', 'WORK_EXPERIENCE', 'PARTICIPATION_PLACE']);
/** Work at an employer for a wage, whoever pays it. */
export const paidKinds = (Object.keys(placementKinds) as PlacementKindName[]).filter((kind) => factsOf(kind).hasEmployer && !unpaid.has(kind));

interface Whom {
  clientId: string | null;
  commissionerKind: string | null;
}

/** Someone of the NUO itself: no Werkplein and no third party asks for them, so nobody has to agree. */
export const isWsw = ({ clientId, commissionerKind }: Whom): boolean => clientId === null && commissionerKind === null;
