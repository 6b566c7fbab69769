import { decodeCursor, Employee, employee, Guard, KvkNumberScalar, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { loadById } from '../reads.ts';
import { loadChildren } from './concern.ts';
import { employerCommandResolvers } from './employer-commands.resolver.ts';
import { Branch, type ChangedBy, type ContactPerson, type Employer } from './employer.entity.ts';
import { viewEmployers } from './employer.policy.ts';
import { employerByKvk, listEmployers, loadBranches, loadContactPersons, loadEmployer } from './employer.store.ts';
import * as types from './employer.types.ts';
import { displayName } from './name.rules.ts';

const changer = ({ changedBy: by }: { changedBy: ChangedBy | null }): Employee | null => by && employee(by.id, by.name, by.organisation);

@Resolver(() => types.EmployerType)
export class EmployerResolver {
  @Guard(viewEmployers)
  @Query(() => types.EmployerConnection, { nullable: true, description: 'Employers by name.' })
  async employers(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('filter', () => types.EmployerFilter, { nullable: true }) filter?: types.EmployerFilter,
  ): Promise<unknown> {
    const size = pageSize(first);
    const rows = await listEmployers(ctx.db.read, size, decodeCursor(after), filter ?? {});
    return toPage(rows, size, (row) => [row.nameKey, row.id]);
  }

  @Guard(viewEmployers)
  @Query(() => types.EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadEmployer(ctx, id);
  }

  @Guard(viewEmployers)
  @Query(() => types.EmployerType, { nullable: true })
  employerByKvkNumber(@Ctx() ctx: RequestContext, @Arg('kvkNumber', () => KvkNumberScalar) kvkNumber: string): Promise<unknown> {
    return employerByKvk(ctx.db.read, kvkNumber);
  }

  @FieldResolver(() => String, { description: 'First trade name, else the legal name.' })
  name(@Root() row: Employer): string {
    return displayName(row);
  }

  @FieldResolver(() => types.SbiType, { nullable: true })
  sbi(@Root() row: Employer): object | null {
    return row.sbiCode === null ? null : { code: row.sbiCode, version: row.sbiVersion };
  }

  @Guard(viewEmployers)
  @FieldResolver(() => [types.BranchType])
  branches(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return loadBranches(ctx, row.id);
  }

  @FieldResolver(() => [String])
  websites(@Root() row: Employer): string[] {
    return row.websites ?? [];
  }

  @FieldResolver(() => [String], { description: 'Internet domains of its own, beside those of its websites and addresses.' })
  domains(@Root() row: Employer): string[] {
    return row.domains ?? [];
  }

  @FieldResolver(() => Employee, { nullable: true, description: 'Null while only its registration made it.' })
  changedBy(@Root() row: Employer): Employee | null {
    return changer(row);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => types.ConcernType, { nullable: true })
  concern(@Root() row: Employer): Employer {
    return row;
  }

  @Guard(viewEmployers)
  @FieldResolver(() => [types.ContactPersonType])
  contactPersons(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return loadContactPersons(ctx, row.id);
  }
}

@Resolver(() => types.ConcernType)
export class ConcernResolver {
  @FieldResolver(() => types.EmployerType, { nullable: true })
  parent(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> | null {
    return row.parentId === null ? null : loadEmployer(ctx, row.parentId);
  }

  @FieldResolver(() => [types.EmployerType], { description: 'By name.' })
  children(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return loadChildren(ctx, row.id);
  }
}

@Resolver(() => types.BranchType)
export class BranchResolver {
  @FieldResolver(() => Employee, { nullable: true })
  changedBy(@Root() row: Branch): Employee | null {
    return changer(row);
  }
}

@Resolver(() => types.ContactPersonType)
export class ContactPersonResolver {
  @FieldResolver(() => Employee, { nullable: true })
  changedBy(@Root() row: ContactPerson): Employee | null {
    return changer(row);
  }

  @FieldResolver(() => types.BranchType, { nullable: true })
  branch(@Ctx() ctx: RequestContext, @Root() row: ContactPerson): Promise<unknown> | null {
    return row.branchId === null ? null : loadById(ctx, 'branch', Branch, row.branchId);
  }
}

export const employerResolvers = [EmployerResolver, ConcernResolver, BranchResolver, ContactPersonResolver, ...employerCommandResolvers];
