import { decodeCursor, Guard, KvkNumberScalar, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { loadById } from '../reads.ts';
import { addBranch } from './add-branch.ts';
import { addContactPerson } from './add-contact-person.ts';
import { Branch, type Employer } from './employer.entity.ts';
import { editEmployers, viewEmployers } from './employer.policy.ts';
import { employerByKvk, listEmployers, loadBranches, loadContactPerson, loadContactPersons, loadEmployer } from './employer.store.ts';
import * as types from './employer.types.ts';
import { displayName } from './name.rules.ts';
import { registerEmployer } from './register-employer.ts';

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

  @Guard(viewEmployers)
  @FieldResolver(() => [types.ContactPersonType])
  contactPersons(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return loadContactPersons(ctx, row.id);
  }
}

@Resolver(() => NuoCommands)
export class EmployerCommandsResolver {
  @Guard(editEmployers)
  @FieldResolver(() => types.RegisterEmployerResult, { description: 'Gives the employer with this KvK number, made when it was not there.' })
  registerEmployer(@Ctx() ctx: RequestContext, @Arg('input', () => types.RegisterEmployerInput) input: types.RegisterEmployerInput): Promise<unknown> {
    return registerEmployer(ctx, input);
  }

  @Guard(editEmployers)
  @FieldResolver(() => types.AddBranchResult)
  addBranch(@Ctx() ctx: RequestContext, @Arg('input', () => types.AddBranchInput) input: types.AddBranchInput): Promise<unknown> {
    return addBranch(ctx, input);
  }

  @Guard(editEmployers)
  @FieldResolver(() => types.AddContactPersonResult)
  addContactPerson(@Ctx() ctx: RequestContext, @Arg('input', () => types.AddContactPersonInput) input: types.AddContactPersonInput): Promise<unknown> {
    return addContactPerson(ctx, input);
  }
}

// An answer is kept as ids; what it shows is read when it is asked, also by a repeat.

@Resolver(() => types.EmployerRegistered)
export class EmployerRegisteredResolver {
  @FieldResolver(() => types.EmployerType)
  employer(@Ctx() ctx: RequestContext, @Root() answer: types.EmployerRegistered): Promise<unknown> {
    return loadEmployer(ctx, answer.employerId);
  }
}

@Resolver(() => types.BranchAdded)
export class BranchAddedResolver {
  @FieldResolver(() => types.BranchType)
  branch(@Ctx() ctx: RequestContext, @Root() answer: types.BranchAdded): Promise<unknown> {
    return loadById(ctx, 'branch', Branch, answer.branchId);
  }
}

@Resolver(() => types.VestigingsnummerTaken)
export class VestigingsnummerTakenResolver {
  @FieldResolver(() => types.BranchType)
  branch(@Ctx() ctx: RequestContext, @Root() answer: types.VestigingsnummerTaken): Promise<unknown> {
    return loadById(ctx, 'branch', Branch, answer.branchId);
  }
}

@Resolver(() => types.ContactPersonAdded)
export class ContactPersonAddedResolver {
  @FieldResolver(() => types.ContactPersonType)
  contactPerson(@Ctx() ctx: RequestContext, @Root() answer: types.ContactPersonAdded): Promise<unknown> {
    return loadContactPerson(ctx, answer.contactPersonId);
  }
}

export const employerResolvers = [
  EmployerResolver,
  EmployerCommandsResolver,
  EmployerRegisteredResolver,
  BranchAddedResolver,
  VestigingsnummerTakenResolver,
  ContactPersonAddedResolver,
];
