import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
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
import { showing } from '../showing.ts';

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

export const employerCommandResolvers = [
  EmployerCommandsResolver,
  ...showing(
    'employer',
    () => types.EmployerType,
    (ctx, { employerId }) => loadEmployer(ctx, employerId),
    [types.EmployerRegistered, ...changes.employerAnswers],
  ),
  ...showing(
    'duplicateSignals',
    () => [DuplicateSignalType],
    (ctx, { signalIds }) => signalsByIds(ctx.db.read, signalIds),
    [types.EmployerRegistered, changes.EmployerChanged],
    { description: 'Other employers that this may be: a coordinator decides.' },
  ),
  ...showing(
    'branch',
    () => types.BranchType,
    (ctx, { branchId }) => loadById(ctx, 'branch', Branch, branchId),
    [types.BranchAdded, types.VestigingsnummerTaken, places.BranchChanged, places.BranchVersionConflict],
  ),
  ...showing(
    'contactPerson',
    () => types.ContactPersonType,
    (ctx, { contactPersonId }) => loadContactPerson(ctx, contactPersonId),
    [types.ContactPersonAdded, places.ContactPersonChanged, places.ContactPersonTaken, places.ContactPersonVersionConflict],
  ),
];
