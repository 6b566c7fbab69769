import type { StageCounts } from '@werkplein/indicators';
import { type Days, Fact, knownFacts, atMoment, type ReadTx, wasKnown } from '@werkplein/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { CandidateRow } from '../candidates/candidate.entity.ts';
import { DOSSIER, OPENED, PLACED, PLACEMENT_LASTED } from '../dossiers/dossier.facts.ts';
import { OUTFLOW_FOLLOW_UP } from '../outflow/follow-up.facts.ts';
import { inProgramme } from './hand-overs.ts';

export interface Cohort extends Days {
  measuredOn: string;
  knownAt: Date;
}

/** SQL: the dossier of `f` came there until the day that is looked at. */
const reached = (kind: string, link = 'g.ref = f.ref', more = ''): string =>
  `EXISTS (SELECT 1 FROM fact g WHERE ${link} AND g.kind = '${kind}' AND g.validFrom <= :measuredOn${more} AND ${wasKnown('g')})`;
const phase = (codes: readonly string[]): string => reached(DOSSIER, 'g.ref = f.ref', ` AND g.code IN (${codes.map((code) => `'${code}'`).join(', ')})`);
const lasts = reached(OUTFLOW_FOLLOW_UP, 'g.subject = f.subject AND g.cause = f.ref', " AND g.code = 'LASTING'");

const conditions = {
  IN_PROGRAMME: phase(inProgramme),
  PLACEABLE: phase(['PLACEABLE', 'PLACED', 'AFTERCARE']),
  PLACED: reached(PLACED),
  // At the placement, or after outflow as somebody saw.
  LASTED: `(${reached(PLACEMENT_LASTED)} OR ${lasts})`,
} as const;

const cohortOf = (tx: ReadTx, { from, until, measuredOn, knownAt }: Cohort): SelectQueryBuilder<Fact> =>
  atMoment(knownFacts(tx, [OPENED], knownAt), { begins: { from, until } }).setParameters({ measuredOn });

/** How many people of the cohort came how far, as this Werkplein knows: one statement. */
export const funnelCounts = async (tx: ReadTx, cohort: Cohort): Promise<StageCounts> => {
  const query = cohortOf(tx, cohort).select('COUNT(DISTINCT f.subject)', 'REGISTERED');
  for (const [stage, condition] of Object.entries(conditions)) query.addSelect(`COUNT(DISTINCT CASE WHEN ${condition} THEN f.subject END)`, stage);
  const counts = (await query.getRawOne<Record<string, unknown>>()) ?? {};
  return Object.fromEntries(Object.entries(counts).map(([stage, count]) => [stage, Number(count)]));
};

/** The people of the cohort as the NUO knows them; the number of somebody's profile never changes. */
export const funnelCandidates = async (tx: ReadTx, cohort: Cohort): Promise<string[]> => {
  const rows = await cohortOf(tx, cohort)
    .innerJoin(CandidateRow, 'c', 'c.clientId = f.subject')
    .select('DISTINCT c.id', 'id')
    .orderBy('c.id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
};
