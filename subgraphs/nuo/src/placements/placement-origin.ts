import type { ReadTx, RequestContext, WriteTx } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { Proposal } from '../proposals/proposal.entity.ts';
import { isOpen as isOpenProposal, type ProposalStatus } from '../proposals/proposal.rules.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { givePlaceBack, takePlace } from '../vacancies/vacancy-places.ts';
import { employersOf, lockVacancy } from '../vacancies/vacancy.store.ts';
import { Placement } from './placement.entity.ts';
import type { ProposePlacementInput } from './placement.inputs.ts';
import type { PlacementRule } from './placement-texts.rules.ts';

/** What a placement comes from: a proposal of a candidate, or a vacancy. */
export interface Origin {
  vacancyId: string | null;
  refused: PlacementRule | null;
}

const lockProposal = ({ em, dialect }: WriteTx, id: string): Promise<Proposal | null> =>
  em.findOne(Proposal, { where: { id }, ...(dialect === 'mariadb' && { lock: { mode: 'pessimistic_write' as const } }) });

/** Whether the proposal leads to another placement that was not called off. */
const isTaken = ({ em }: ReadTx, proposalId: string, placementId?: string): Promise<boolean> =>
  em
    .createQueryBuilder(Placement, 'p')
    .where("p.proposalId = :proposalId AND p.status IN ('PLANNED', 'ACTIVE', 'INTERRUPTED') AND p.id <> :placementId", {
      proposalId,
      placementId: placementId ?? '',
    })
    .getExists();

const leadsOn = (status: ProposalStatus): boolean => isOpenProposal(status) || status === 'PLACED';

/** The proposal and vacancy that the input names, at this employer and of this municipality. */
export const originOf = async (
  tx: ReadTx,
  { proposalId, vacancyId }: ProposePlacementInput,
  employerId: string | null,
  municipality: string,
  problem: (field: string, message: string) => void,
): Promise<Origin> => {
  const proposal = proposalId ? await tx.em.findOneBy(Proposal, { id: proposalId }) : null;
  const vacancy = vacancyId ? await tx.em.findOneBy(Vacancy, { id: vacancyId }) : null;
  const employers = await employersOf(
    tx,
    [proposal, vacancy].flatMap((row) => row?.employerAliasId ?? []),
  );
  const elsewhere = (row: Proposal | Vacancy): boolean => employerId === null || employers.get(row.employerAliasId) !== employerId;
  if (proposalId && (!proposal || proposal.municipality !== municipality || elsewhere(proposal)))
    problem('proposalId', 'Dit is geen voordracht van deze gemeente bij deze werkgever.');
  if (vacancyId && (!vacancy || elsewhere(vacancy))) problem('vacancyId', 'Dit is geen vacature van deze werkgever.');
  return { vacancyId: proposal?.vacancyId ?? vacancy?.id ?? null, refused: proposal && !leadsOn(proposal.status) ? 'PROPOSAL_CLOSED' : null };
};

/** The employer and the vacancy of a placement are held before its person. */
export const holdOrigin = async (tx: WriteTx, placementId: string): Promise<void> => {
  const row = await tx.em.findOne(Placement, { where: { id: placementId }, select: { id: true, vacancyId: true } });
  if (row?.vacancyId) await lockVacancy(tx, row.vacancyId);
};

/** A trial placement is a step of the proposal; any other takes the place. */
const proposalStatus = ({ kind }: Placement): ProposalStatus => (kind === 'PROEFPLAATSING' ? 'TRIAL' : 'PLACED');

const moveProposal = async (
  tx: WriteTx,
  ctx: RequestContext,
  { id, version, candidateId, employerAliasId, vacancyId }: Proposal,
  status: ProposalStatus,
  reason: string | null,
) => {
  const openCandidateId = isOpenProposal(status) ? candidateId : null;
  await tx.em.update(Proposal, { id }, { status, reason, openCandidateId, changedAt: ctx.clock(), version: version + 1 });
  await publish(tx, ctx, 'ProposalChanged', employerAliasId, employerAliasId, vacancyId === null ? [] : [vacancyId]);
};

/**
 * A planned placement brings the proposal that it comes from to its place, and fills the vacancy. Gives the rule that keeps it from that,
 * or null; then it has written.
 */
export const takeOrigin = async (tx: WriteTx, ctx: RequestContext, placement: Placement): Promise<PlacementRule | null> => {
  const proposal = placement.proposalId === null ? null : await lockProposal(tx, placement.proposalId);
  if (proposal && (!leadsOn(proposal.status) || (await isTaken(tx, proposal.id, placement.id)))) return 'PROPOSAL_CLOSED';
  const status = proposalStatus(placement);
  // One that was placed before by hand has its place already.
  const takes = status === 'PLACED' && proposal?.status !== 'PLACED';
  if (takes && placement.vacancyId !== null && !(await takePlace(tx, ctx, placement.vacancyId))) return 'VACANCY_NOT_OPEN';
  if (proposal && proposal.status !== 'PLACED' && proposal.status !== status) await moveProposal(tx, ctx, proposal, status, null);
  return null;
};

/** A planned placement that does not go on gives the place back, and its proposal is withdrawn. */
export const releaseOrigin = async (tx: WriteTx, ctx: RequestContext, placement: Placement): Promise<void> => {
  if (proposalStatus(placement) === 'PLACED' && placement.vacancyId !== null) await givePlaceBack(tx, ctx, placement.vacancyId);
  const proposal = placement.proposalId === null ? null : await lockProposal(tx, placement.proposalId);
  if (proposal && leadsOn(proposal.status)) await moveProposal(tx, ctx, proposal, 'WITHDRAWN', 'De plaatsing gaat niet door');
};
