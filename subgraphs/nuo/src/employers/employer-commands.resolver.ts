import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { DuplicateSignalType } from '../duplicates/duplicate.types.ts';
import { signalsByIds } from '../duplicates/signal.store.ts';
import { loadById } from '../reads.ts';
import { addBranch } from './add-branch.ts';
import { addContactPerson } from './add-contact-person.ts';
import { changeBranch } from './change-branch.ts';
import { changeContactPerson } from './change-contact-person.ts';
import { changeEmployer } from './change-employer.ts';
import * as changes from './change-employer.types.ts';
import * as places from './change-place.types.ts';
import { Branch } from './employer.entity.ts';
import { editEmployers } from './employer.policy.ts';
import { loadContactPerson, loadEmployer } from './employer.store.ts';
import * as types from './employer.types.ts';
import { registerEmployer } from './register-employer.ts';

@Resolver(() => NuoCommands)
export class EmployerCommandsResolver {
  @Guard(editEmployers)
  @FieldResolver(() => types.RegisterEmployerResult, {
    description: 'Gives the employer with this KvK number, or without one with this name at this postcode; made when it was not there.',
  })
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

  @Guard(editEmployers)
  @FieldResolver(() => changes.ChangeEmployerResult)
  changeEmployer(@Ctx() ctx: RequestContext, @Arg('input', () => changes.ChangeEmployerInput) input: changes.ChangeEmployerInput): Promise<unknown> {
    return changeEmployer(ctx, input);
  }

  @Guard(editEmployers)
  @FieldResolver(() => places.ChangeBranchResult)
  changeBranch(@Ctx() ctx: RequestContext, @Arg('input', () => places.ChangeBranchInput) input: places.ChangeBranchInput): Promise<unknown> {
    return changeBranch(ctx, input);
  }

  @Guard(editEmployers)
  @FieldResolver(() => places.ChangeContactPersonResult)
  changeContactPerson(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => places.ChangeContactPersonInput) input: places.ChangeContactPersonInput,
  ): Promise<unknown> {
    return changeContactPerson(ctx, input);
  }
}

// An answer is kept as ids; what it shows is read when it is asked, also by a repeat.

const showingEmployer = (result: new () => { employerId: string }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => types.EmployerType)
    employer(@Ctx() ctx: RequestContext, @Root() answer: { employerId: string }): Promise<unknown> {
      return loadEmployer(ctx, answer.employerId);
    }
  }
  return ResultResolver;
};

const showingBranch = (result: new () => { branchId: string }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => types.BranchType)
    branch(@Ctx() ctx: RequestContext, @Root() answer: { branchId: string }): Promise<unknown> {
      return loadById(ctx, 'branch', Branch, answer.branchId);
    }
  }
  return ResultResolver;
};

const showingPerson = (result: new () => { contactPersonId: string }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => types.ContactPersonType)
    contactPerson(@Ctx() ctx: RequestContext, @Root() answer: { contactPersonId: string }): Promise<unknown> {
      return loadContactPerson(ctx, answer.contactPersonId);
    }
  }
  return ResultResolver;
};

const showingSignals = (result: new () => { signalIds: string[] }): Function => {
  @Resolver(() => result)
  class ResultResolver {
    @FieldResolver(() => [DuplicateSignalType], { description: 'Other employers that this may be: a coordinator decides.' })
    duplicateSignals(@Ctx() ctx: RequestContext, @Root() answer: { signalIds: string[] }): Promise<unknown> {
      return signalsByIds(ctx.db.read, answer.signalIds);
    }
  }
  return ResultResolver;
};

export const employerCommandResolvers = [
  EmployerCommandsResolver,
  ...[types.EmployerRegistered, ...changes.employerAnswers].map(showingEmployer),
  ...[types.EmployerRegistered, changes.EmployerChanged].map(showingSignals),
  ...[types.BranchAdded, types.VestigingsnummerTaken, places.BranchChanged, places.BranchVersionConflict].map(showingBranch),
  ...[types.ContactPersonAdded, places.ContactPersonChanged, places.ContactPersonTaken, places.ContactPersonVersionConflict].map(showingPerson),
];
