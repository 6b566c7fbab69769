import { Employee, employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, ArgsType, Args, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { mediatingCandidate } from '../activities.ts';
import { NuoCommands } from '../commands.types.ts';
import type { Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import type { Vacancy } from '../vacancies/vacancy.entity.ts';
import { loadVacancy } from '../vacancies/vacancy.store.ts';
import { VacancyType } from '../vacancies/vacancy.types.ts';
import { changeProposal } from './change-proposal.ts';
import type { Proposal } from './proposal.entity.ts';
import { countProposals, runProposals, viewEmployers, viewProposals, viewVacancies } from './proposal.policy.ts';
import { loadProposal, type ProposalArgs, passedOverOf, proposalCountsOf, proposalsOf } from './proposal.store.ts';
import * as types from './proposal.types.ts';
import { proposeCandidate } from './propose-candidate.ts';
import { showing } from '../showing.ts';

@ArgsType()
class ProposalsArgs implements ProposalArgs {
  @Field(() => Int, { defaultValue: 20 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only open ones.' }) open?: boolean | null;
}

@Resolver(() => types.ProposalType)
export class ProposalResolver {
  @Guard(viewProposals)
  @Query(() => types.ProposalType, { nullable: true })
  proposal(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadProposal(ctx, id);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() row: Proposal): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @Guard(viewVacancies)
  @FieldResolver(() => VacancyType, { nullable: true, description: 'Null for an open application.' })
  vacancy(@Ctx() ctx: RequestContext, @Root() row: Proposal): Promise<unknown> | null {
    return row.vacancyId === null ? null : loadVacancy(ctx, row.vacancyId);
  }

  @Guard(viewProposals)
  @FieldResolver(() => types.CandidateType, { nullable: true })
  candidate(@Ctx() ctx: RequestContext, @Root() row: Proposal): types.CandidateType {
    ctx.processed(row.candidateId, mediatingCandidate);
    return { id: row.candidateId };
  }

  @FieldResolver(() => Employee, { description: 'Who proposed.' })
  proposedBy(@Root() row: Proposal): Employee {
    return employee(row.employeeId, row.employeeName, row.organisation);
  }
}

@Resolver(() => EmployerType)
export class EmployerProposalsResolver {
  @Guard(countProposals)
  @FieldResolver(() => [types.ProposalCount], {
    nullable: true,
    description: 'Open proposals here by municipality: for all employer staff, without who it is about.',
  })
  proposalCounts(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return proposalCountsOf(ctx, row.id);
  }

  @Guard(viewProposals)
  @FieldResolver(() => types.ProposalConnection, { nullable: true })
  proposals(@Ctx() ctx: RequestContext, @Root() row: Employer, @Args(() => ProposalsArgs) args: ProposalsArgs): Promise<unknown> {
    return proposalsOf(ctx, 'employer', row.id, args);
  }
}

@Resolver(() => VacancyType)
export class VacancyProposalsResolver {
  @Guard(viewProposals)
  @FieldResolver(() => types.ProposalConnection, { nullable: true })
  proposals(@Ctx() ctx: RequestContext, @Root() row: Vacancy, @Args(() => ProposalsArgs) args: ProposalsArgs): Promise<unknown> {
    return proposalsOf(ctx, 'vacancy', row.id, args);
  }

  @Guard(viewProposals)
  @FieldResolver(() => [ID], { nullable: true, description: 'Candidates that you may see with an open proposal here, or rejected by this employer.' })
  async passedOverCandidateIds(@Ctx() ctx: RequestContext, @Root() row: Vacancy): Promise<string[]> {
    const ids = await passedOverOf(ctx, row.id);
    for (const id of ids) ctx.processed(id, mediatingCandidate);
    return ids;
  }
}

@Resolver(() => types.CandidateType)
export class CandidateProposalsResolver {
  @Guard(viewProposals)
  @FieldResolver(() => types.ProposalConnection, { nullable: true })
  async proposals(@Ctx() ctx: RequestContext, @Root() row: types.CandidateType, @Args(() => ProposalsArgs) args: ProposalsArgs): Promise<unknown> {
    const page = await proposalsOf(ctx, 'candidate', row.id, args);
    if (page.nodes.length > 0) ctx.processed(row.id, mediatingCandidate);
    return page;
  }
}

@Resolver(() => NuoCommands)
export class ProposalCommandsResolver {
  @Guard(runProposals)
  @FieldResolver(() => types.ProposeCandidateResult)
  proposeCandidate(@Ctx() ctx: RequestContext, @Arg('input', () => types.ProposeCandidateInput) input: types.ProposeCandidateInput): Promise<unknown> {
    return proposeCandidate(ctx, input);
  }

  @Guard(runProposals)
  @FieldResolver(() => types.ChangeProposalResult, { description: 'One step of a proposal; the regie of the candidate may withdraw it at any open state.' })
  changeProposal(@Ctx() ctx: RequestContext, @Arg('input', () => types.ChangeProposalInput) input: types.ChangeProposalInput): Promise<unknown> {
    return changeProposal(ctx, input);
  }
}

@Resolver(() => types.VacancyNotOpen)
export class VacancyNotOpenResolver {
  @FieldResolver(() => VacancyType, { nullable: true })
  vacancy(@Ctx() ctx: RequestContext, @Root() { vacancyId }: types.VacancyNotOpen): Promise<unknown> {
    return loadVacancy(ctx, vacancyId);
  }
}

export const proposalResolvers = [
  ProposalResolver,
  EmployerProposalsResolver,
  VacancyProposalsResolver,
  CandidateProposalsResolver,
  ProposalCommandsResolver,
  VacancyNotOpenResolver,
  ...showing(
    'proposal',
    () => types.ProposalType,
    (ctx, { proposalId }) => loadProposal(ctx, proposalId),
    [types.CandidateProposed, types.CandidateAlreadyProposed, types.ProposalChanged, types.ProposalVersionConflict, types.ProposalTransitionRefused],
    { nullable: true, description: 'Null when it is not yours to see.' },
  ),
];
