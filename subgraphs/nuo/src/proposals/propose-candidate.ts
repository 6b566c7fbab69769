import { badInput, fault, homeOf, localDay, NUO, type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { mediatingCandidate } from '../activities.ts';
import { unknownEmployer } from '../employers/add-branch.ts';
import { lockEmployer } from '../employers/employer.store.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { unknownVacancy } from '../vacancies/change-vacancy.ts';
import { statusOn } from '../vacancies/vacancy.rules.ts';
import { lockVacancy } from '../vacancies/vacancy.store.ts';
import { Proposal } from './proposal.entity.ts';
import { reaches, runProposals } from './proposal.policy.ts';
import { openProposalsAt } from './proposal.store.ts';
import type { CandidateAlreadyProposed, CandidateProposed, ProposeCandidateInput, VacancyNotOpen } from './proposal.types.ts';

type Answer = CandidateProposed | CandidateAlreadyProposed | VacancyNotOpen;

const check = (ctx: RequestContext, input: ProposeCandidateInput): string => {
  const checking = checkInput();
  const municipality = homeOf(input.candidateId);
  if (municipality === null || municipality === NUO) checking.problem('candidateId', 'Dit is geen kandidaat van een Werkplein.');
  if (!input.vacancyId && !input.employerId) checking.problem('vacancyId', 'Noem een vacature, of een werkgever voor een open sollicitatie.');
  if (input.vacancyId && input.employerId) checking.problem('employerId', 'De werkgever staat al vast door de vacature.');
  checking.done();
  if (!reaches(ctx, runProposals, municipality as string)) throw fault('FORBIDDEN');
  return municipality as string;
};

/** One open proposal of a candidate at an employer (K5): decided under the employer's lock. */
export const proposeCandidate = async (ctx: RequestContext, input: ProposeCandidateInput): Promise<Answer> => {
  const municipality = check(ctx, input);
  const { candidateId } = input;
  const persons = [candidateId];
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const at = input.vacancyId ? await lockVacancy(tx, input.vacancyId) : null;
    if (input.vacancyId && !at) throw unknownVacancy();
    const employerId = at?.employerId ?? (await lockEmployer(tx, input.employerId ?? ''))?.id;
    if (employerId === undefined) throw unknownEmployer();
    if (at && statusOn(at.vacancy, localDay(ctx.clock())) !== 'OPEN') {
      return { answer: { __typename: 'VacancyNotOpen', vacancyId: at.vacancy.id }, subjectIds: [at.vacancy.id], persons };
    }
    const [open] = await openProposalsAt(tx, employerId, [candidateId]);
    if (open) return { answer: { __typename: 'CandidateAlreadyProposed', proposalId: open.id }, subjectIds: [open.id], persons };
    const now = ctx.clock();
    const proposal: Proposal = {
      id: ctx.newId(),
      candidateId,
      openCandidateId: candidateId,
      municipality,
      // The vacancy's own name of the employer: when a merge is undone, it goes where the vacancy goes.
      employerAliasId: at?.vacancy.employerAliasId ?? employerId,
      vacancyId: at?.vacancy.id ?? null,
      status: input.prepare ? 'PREPARED' : 'PROPOSED',
      reason: null,
      employeeId: ctx.principal.employeeId,
      employeeName: ctx.principal.displayName,
      organisation: ctx.principal.organisation,
      proposedAt: now,
      changedAt: now,
      version: 1,
    };
    await tx.em.insert(Proposal, proposal);
    await publish(tx, ctx, 'CandidateProposed', employerId, employerId, at ? [at.vacancy.id] : []);
    return { answer: { __typename: 'CandidateProposed', proposalId: proposal.id }, subjectIds: [candidateId, employerId, proposal.id], persons };
  };
  return runCommand(ctx, 'CandidatePropose', input, effect, mediatingCandidate);
};

export const unknownProposal = () => badInput([{ path: ['input', 'proposalId'], message: 'Deze voordracht bestaat niet.' }]);
