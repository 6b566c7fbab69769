import { DayScalar, Employee, Guard, localDay, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { isActive } from '../colleagues/colleague.rules.ts';
import { colleagueId, loadColleague, loadEmployee } from '../colleagues/colleague.store.ts';
import { ColleagueType } from '../colleagues/colleague.types.ts';
import { Branch, type Employer } from '../employers/employer.entity.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { BranchType, EmployerConnection, EmployerType } from '../employers/employer.types.ts';
import { PageArgs } from '../page-args.ts';
import { loadById } from '../reads.ts';
import { openTasksOf } from '../tasks/task.store.ts';
import { TaskConnection } from '../tasks/task.types.ts';
import type { Account, AccountHandOver, AccountMember, AccountOwner } from './account.entity.ts';
import { accountsOf, withoutOwner } from './account.lists.ts';
import { loadAccount, loadAccounts, loadHandOver, loadOffer, loadTeam, loadTerms } from './account.loads.ts';
import { assignAccounts, viewEmployers } from './account.policy.ts';
import { termOn } from './account.rules.ts';
import { WHOLE } from './account.store.ts';
import * as types from './account.types.ts';
import { holdingsToday, openOffersOf } from './holdings.ts';
import { showing } from '../showing.ts';

const ownerToday = async (ctx: RequestContext, row: Account): Promise<AccountOwner | null> => termOn(await loadTerms(ctx, row.id), localDay(ctx.clock()));

@Resolver(() => EmployerType)
export class EmployerAccountsResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => types.AccountType, { nullable: true, description: 'The account for the whole employer.' })
  async account(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<Account | null> {
    return (await loadAccounts(ctx, row.id)).find(({ scopeKey }) => scopeKey === WHOLE) ?? null;
  }

  @Guard(viewEmployers)
  @FieldResolver(() => [types.AccountType], { nullable: true, description: 'Also those of branches and sectors.' })
  accounts(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<Account[]> {
    return loadAccounts(ctx, row.id);
  }
}

@Resolver(() => types.AccountType)
export class AccountResolver {
  @Guard(viewEmployers)
  @Query(() => types.AccountConnection, { nullable: true, description: 'Accounts that the caller owns or will own, by name of the employer.' })
  myAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => types.AccountFilter, { nullable: true }) filter?: types.AccountFilter,
  ): Promise<unknown> {
    return accountsOf(ctx, colleagueId(ctx.principal), filter ?? {}, first, after);
  }

  @Guard(assignAccounts)
  @Query(() => EmployerConnection, {
    nullable: true,
    description: 'Employers with an account that nobody owns who is here today, and key accounts without an account; by name.',
  })
  accountsWithoutOwner(@Ctx() ctx: RequestContext, @Args(() => PageArgs) { first, after }: PageArgs): Promise<unknown> {
    return withoutOwner(ctx, first, after);
  }

  @FieldResolver(() => EmployerType)
  employer(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<unknown> {
    return loadEmployer(ctx, row.employerAliasId);
  }

  @FieldResolver(() => BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Who owns it today.' })
  async owner(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<Employee | null> {
    const term = await ownerToday(ctx, row);
    return term && loadEmployee(ctx, term.colleagueId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether someone owns it today who is still here.' })
  async ownerActive(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<boolean> {
    const term = await ownerToday(ctx, row);
    const owner = term && (await loadColleague(ctx, term.colleagueId));
    return owner !== null && isActive(owner, localDay(ctx.clock()));
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: 'First day of the owner of today.' })
  async since(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<string | null> {
    return (await ownerToday(ctx, row))?.startsOn ?? null;
  }

  @FieldResolver(() => [types.AccountOwnershipType], { description: 'Latest first, also those to come.' })
  owners(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<AccountOwner[]> {
    return loadTerms(ctx, row.id);
  }

  @FieldResolver(() => [types.AccountTeamMemberType])
  team(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<AccountMember[]> {
    return loadTeam(ctx, row.id);
  }

  @FieldResolver(() => types.AccountPlan)
  plan(@Root() { goal, agreements, opportunities }: Account): types.AccountPlan {
    return { goal, agreements, opportunities };
  }

  @FieldResolver(() => types.AccountHandOverType, { nullable: true, description: 'The offer that waits for an answer.' })
  handOverOffered(@Ctx() ctx: RequestContext, @Root() row: Account): Promise<AccountHandOver | null> {
    return loadOffer(ctx, row.id);
  }
}

@Resolver(() => types.AccountTeamMemberType)
export class AccountTeamMemberResolver {
  @FieldResolver(() => Employee)
  employee(@Ctx() ctx: RequestContext, @Root() row: AccountMember): Promise<Employee | null> {
    return loadEmployee(ctx, row.colleagueId);
  }
}

@Resolver(() => types.AccountOwnershipType)
export class AccountOwnershipResolver {
  @FieldResolver(() => Employee)
  owner(@Ctx() ctx: RequestContext, @Root() row: AccountOwner): Promise<Employee | null> {
    return loadEmployee(ctx, row.colleagueId);
  }
}

@Resolver(() => types.AccountHandOverType)
export class AccountHandOverResolver {
  @FieldResolver(() => types.AccountType)
  account(@Ctx() ctx: RequestContext, @Root() row: AccountHandOver): Promise<Account | null> {
    return loadAccount(ctx, row.accountId);
  }

  @FieldResolver(() => Employee)
  from(@Ctx() ctx: RequestContext, @Root() row: AccountHandOver): Promise<Employee | null> {
    return loadEmployee(ctx, row.fromId);
  }

  @FieldResolver(() => Employee)
  to(@Ctx() ctx: RequestContext, @Root() row: AccountHandOver): Promise<Employee | null> {
    return loadEmployee(ctx, row.toId);
  }
}

@Resolver(() => types.OpenWorkOfColleague)
export class OpenWorkResolver {
  @Guard(viewEmployers)
  @Query(() => types.OpenWorkOfColleague, { nullable: true, description: 'What one person still holds; null when nobody here is known by that id.' })
  async openWorkOf(
    @Ctx() ctx: RequestContext,
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('organisation', () => String) organisation: string,
  ): Promise<types.OpenWorkOfColleague | null> {
    const id = colleagueId({ employeeId, organisation });
    return (await loadColleague(ctx, id)) && { colleagueId: id };
  }

  @FieldResolver(() => ColleagueType)
  colleague(@Ctx() ctx: RequestContext, @Root() { colleagueId: id }: types.OpenWorkOfColleague): Promise<unknown> {
    return loadColleague(ctx, id);
  }

  @FieldResolver(() => [types.WorkCount], { description: 'Every kind, also those of which there is none.' })
  counts(@Ctx() ctx: RequestContext, @Root() { colleagueId: id }: types.OpenWorkOfColleague): Promise<types.WorkCount[]> {
    return holdingsToday(ctx, id);
  }

  @FieldResolver(() => types.AccountConnection)
  accounts(@Ctx() ctx: RequestContext, @Root() { colleagueId: id }: types.OpenWorkOfColleague, @Args(() => PageArgs) args: PageArgs): Promise<unknown> {
    return accountsOf(ctx, id, {}, args.first, args.after);
  }

  @FieldResolver(() => TaskConnection, { description: 'First due first, with their reminders.' })
  tasks(@Ctx() ctx: RequestContext, @Root() { colleagueId: id }: types.OpenWorkOfColleague, @Args(() => PageArgs) args: PageArgs): Promise<unknown> {
    return openTasksOf(ctx, id, args.first, args.after);
  }

  @FieldResolver(() => [types.AccountHandOverType], { description: 'Offered by them or to them, and not decided.' })
  handOvers(@Ctx() ctx: RequestContext, @Root() { colleagueId: id }: types.OpenWorkOfColleague): Promise<AccountHandOver[]> {
    return openOffersOf(ctx, id);
  }
}

@Resolver(() => types.EverythingHandedOver)
export class EverythingHandedOverResolver {
  @FieldResolver(() => types.OpenWorkOfColleague, { description: 'What they hold at this moment.' })
  openWork(@Root() answer: types.EverythingHandedOver): types.OpenWorkOfColleague {
    return { colleagueId: answer.fromId };
  }
}

export const accountResolvers = [
  EmployerAccountsResolver,
  AccountResolver,
  AccountTeamMemberResolver,
  AccountOwnershipResolver,
  AccountHandOverResolver,
  OpenWorkResolver,
  EverythingHandedOverResolver,
  ...showing(
    'account',
    () => types.AccountType,
    (ctx, { accountId }) => loadAccount(ctx, accountId),
    [types.AccountSaved, types.AccountOwnerAssigned, types.AccountVersionConflict],
  ),
  ...showing(
    'handOver',
    () => types.AccountHandOverType,
    (ctx, { handOverId }) => loadHandOver(ctx, handOverId),
    [types.HandOverOffered, types.HandOverPending, types.HandOverAccepted, types.HandOverEnded, types.HandOverAlreadyDecided],
  ),
];
