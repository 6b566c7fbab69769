import { localDay, type Outcome, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { mediatingCandidate } from '../activities.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { statusOn } from '../vacancies/vacancy.rules.ts';
import { lockVacancy } from '../vacancies/vacancy.store.ts';
import { Proposal } from './proposal.entity.ts';
import { reaches, runProposals } from './proposal.policy.ts';
import { isOpen, needsReason, proposalTransitions } from './proposal.rules.ts';
import { unknownProposal } from './propose-candidate.ts';
import type { ChangeProposalInput, ProposalChanged, ProposalTransitionRefused, ProposalVersionConflict, VacancyNotOpen } from './proposal.types.ts';

type Answer = ProposalChanged | ProposalVersionConflict | ProposalTransitionRefused | VacancyNotOpen;

/** Takes a place of the vacancy; false when there is none left. The vacancy is held. */
const takePlace = async (tx: WriteTx, { id, places, filled, version, status, closesOn }: Vacancy, day: string): Promise<boolean> => {
  const now = statusOn({ status, closesOn }, day);
  if (filled >= places || now === 'WITHDRAWN' || now === 'FILLED') return false;
  await tx.em.update(Vacancy, { id }, { filled: filled + 1, version: version + 1, ...(filled + 1 === places && { status: 'FILLED', filledOn: day }) });
  return true;
};

/** One step of a proposal. A placed one takes a place of its vacancy, in the same transaction. */
export const changeProposal = async (ctx: RequestContext, input: ChangeProposalInput): Promise<Answer> => {
  const { to } = input;
  const checking = checkInput();
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 300 }));
  if (needsReason(to) && !input.reason) checking.problem('reason', 'Geef een reden.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const proposalId = input.proposalId;
    const seen = await tx.em.findOneBy(Proposal, { id: proposalId });
    // Of another municipality: as if it were not there.
    if (!seen || !reaches(ctx, runProposals, seen.municipality)) throw unknownProposal();
    const at = seen.vacancyId === null ? null : await lockVacancy(tx, seen.vacancyId);
    const employerId = at?.employerId ?? ((await lockEmployer(tx, seen.employerAliasId)) as Employer).id;
    const lock = tx.dialect === 'mariadb' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const proposal = await tx.em.findOneOrFail(Proposal, { where: { id: proposalId }, ...lock });
    const subjectIds = [proposal.candidateId, proposalId];
    const persons = [proposal.candidateId];
    if (proposal.version !== input.expectedVersion) return { answer: { __typename: 'ProposalVersionConflict', proposalId }, subjectIds, persons };
    const allowed = proposalTransitions[proposal.status];
    if (!allowed.includes(to)) return { answer: { __typename: 'ProposalTransitionRefused', proposalId, from: proposal.status, allowed }, subjectIds, persons };
    if (to === 'PLACED' && at && !(await takePlace(tx, at.vacancy, localDay(ctx.clock())))) {
      return { answer: { __typename: 'VacancyNotOpen', vacancyId: at.vacancy.id }, subjectIds, persons };
    }
    const openCandidateId = isOpen(to) ? proposal.candidateId : null;
    await tx.em.update(Proposal, { id: proposalId }, { status: to, reason, openCandidateId, changedAt: ctx.clock(), version: proposal.version + 1 });
    await publish(tx, ctx, 'ProposalChanged', employerId, employerId, at ? [at.vacancy.id] : []);
    if (to === 'PLACED' && at && at.vacancy.filled + 1 === at.vacancy.places) await publish(tx, ctx, 'VacancyFilled', at.vacancy.id, employerId);
    return { answer: { __typename: 'ProposalChanged', proposalId }, subjectIds, persons };
  };
  return runCommand(ctx, 'ProposalChange', input, effect, mediatingCandidate);
};
