import { Employee, employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { Employer } from '../employers/employer.entity.ts';
import { coordinateEmployers } from '../employers/employer.policy.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { loadById } from '../reads.ts';
import { mergeEmployers } from './merge-employers.ts';
import type { EmployerMerge } from './merge.entity.ts';
import { mergesInto } from './merge.store.ts';
import * as types from './merge.types.ts';
import { undoMerge } from './undo-merge.ts';
import { showing } from '../showing.ts';

@Resolver(() => NuoCommands)
export class MergeCommandsResolver {
  @Guard(coordinateEmployers)
  @FieldResolver(() => types.MergeEmployersResult, { description: 'Makes two employers one; with `dryRun` it only tells what would happen.' })
  mergeEmployers(@Ctx() ctx: RequestContext, @Arg('input', () => types.MergeEmployersInput) input: types.MergeEmployersInput): Promise<unknown> {
    return mergeEmployers(ctx, input);
  }

  @Guard(coordinateEmployers)
  @FieldResolver(() => types.UndoMergeResult, { description: 'Within 30 days.' })
  undoMerge(@Ctx() ctx: RequestContext, @Arg('input', () => types.UndoMergeInput) input: types.UndoMergeInput): Promise<unknown> {
    return undoMerge(ctx, input);
  }
}

@Resolver(() => EmployerType)
export class EmployerMergesResolver {
  @Guard(coordinateEmployers)
  @FieldResolver(() => [types.EmployerMergeType], { nullable: true, description: 'What was merged into it, newest first.' })
  async merges(@Ctx() ctx: RequestContext, @Root() row: Employer): Promise<unknown> {
    return (await mergesInto(ctx, row.id)) ?? [];
  }
}

@Resolver(() => types.EmployerMergeType)
export class EmployerMergeResolver {
  @FieldResolver(() => EmployerType, { description: 'The one that went, as it was.' })
  vanished(@Ctx() ctx: RequestContext, @Root() row: EmployerMerge): Promise<unknown> {
    return loadById(ctx, 'employerRow', Employer, row.vanishedId);
  }

  @FieldResolver(() => Employee)
  mergedBy(@Root() { mergedBy: by }: EmployerMerge): Employee {
    return employee(by.id, by.name, by.organisation);
  }
}

@Resolver(() => types.MergePreview)
export class MergePreviewResolver {
  @FieldResolver(() => EmployerType)
  survivor(@Ctx() ctx: RequestContext, @Root() answer: types.MergePreview): Promise<unknown> {
    return loadById(ctx, 'employerRow', Employer, answer.survivorId);
  }

  @FieldResolver(() => EmployerType)
  vanishing(@Ctx() ctx: RequestContext, @Root() answer: types.MergePreview): Promise<unknown> {
    return loadById(ctx, 'employerRow', Employer, answer.vanishingId);
  }
}

@Resolver(() => types.MergeUndone)
export class MergeUndoneResolver {
  @FieldResolver(() => EmployerType)
  survivor(@Ctx() ctx: RequestContext, @Root() answer: types.MergeUndone): Promise<unknown> {
    return loadEmployer(ctx, answer.survivorId);
  }

  @FieldResolver(() => EmployerType)
  restored(@Ctx() ctx: RequestContext, @Root() answer: types.MergeUndone): Promise<unknown> {
    return loadEmployer(ctx, answer.restoredId);
  }
}

export const mergeResolvers = [
  EmployerMergesResolver,
  EmployerMergeResolver,
  MergeCommandsResolver,
  MergePreviewResolver,
  MergeUndoneResolver,
  ...showing(
    'employer',
    () => EmployerType,
    (ctx, { employerId }) => loadEmployer(ctx, employerId),
    [types.EmployersMerged, types.MergeRefused],
  ),
];
