import { decodeCursor, Employee, employee, Guard, pageSize, type RequestContext, toPage } from '@werkplein/kernel';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { coordinateEmployers, viewEmployers } from '../employers/employer.policy.ts';
import { loadEmployer } from '../employers/employer.store.ts';
import { EmployerType } from '../employers/employer.types.ts';
import { loadById } from '../reads.ts';
import { decideDuplicate } from './decide-duplicate.ts';
import { DuplicateSignal } from './duplicate.entity.ts';
import * as types from './duplicate.types.ts';
import { possibleDuplicates, type Typed } from './possible-duplicates.ts';
import { scanDuplicates } from './scan-duplicates.ts';
import { listSignals } from './signal.store.ts';
import { showing } from '../showing.ts';

@ArgsType()
class TypedArgs implements Typed {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) postcode?: string | null;
  @Field(() => String, { nullable: true }) kvkNumber?: string | null;
  @Field(() => String, { nullable: true }) rsin?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true, description: 'Or a website.' }) domain?: string | null;
  @Field(() => Int, { defaultValue: 10 }) first!: number;
}

@Resolver(() => types.DuplicateSignalType)
export class DuplicateResolver {
  @Guard(viewEmployers)
  @Query(() => [types.PossibleDuplicate], {
    nullable: true,
    description: 'The known employers that this may be, surest first. Made for asking while someone types: what is not complete yet is left out.',
  })
  possibleDuplicates(@Ctx() ctx: RequestContext, @Args(() => TypedArgs) { first, ...typed }: TypedArgs): Promise<types.PossibleDuplicate[]> {
    return possibleDuplicates(ctx, typed, pageSize(first));
  }

  @Guard(coordinateEmployers)
  @Query(() => types.DuplicateSignalConnection, { nullable: true, description: 'Pairs of employers that may be one, the most alike first.' })
  async duplicateSignals(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Arg('status', () => types.DuplicateStatus, { defaultValue: types.DuplicateStatus.OPEN }) status: types.DuplicateStatus,
    @Arg('class', () => types.DuplicateClass, { nullable: true, description: 'Only those as sure as this.' }) sureness: types.DuplicateClass | undefined,
    @Arg('municipality', () => String, { nullable: true, description: 'Only those of which one has a branch there.' }) municipality: string | undefined,
  ): Promise<unknown> {
    const size = pageSize(first);
    const rows = await listSignals(ctx.db.read, size, decodeCursor(after), { status, class: sureness, municipality });
    return toPage(rows, size, (row) => [String(row.score), row.id]);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => [EmployerType], { nullable: true, description: 'The two.' })
  employers(@Ctx() ctx: RequestContext, @Root() row: DuplicateSignal): Promise<unknown> {
    return Promise.all([loadEmployer(ctx, row.firstId), loadEmployer(ctx, row.secondId)]);
  }

  @FieldResolver(() => Employee, { nullable: true })
  decidedBy(@Root() { decidedBy: by }: DuplicateSignal): Employee | null {
    return by && employee(by.id, by.name, by.organisation);
  }
}

@Resolver(() => types.PossibleDuplicate)
export class PossibleDuplicateResolver {
  @Guard(viewEmployers)
  @FieldResolver(() => EmployerType, { nullable: true })
  employer(@Ctx() ctx: RequestContext, @Root() row: types.PossibleDuplicate): Promise<unknown> {
    return loadEmployer(ctx, row.employerId);
  }
}

@Resolver(() => NuoCommands)
export class DuplicateCommandsResolver {
  @Guard(coordinateEmployers)
  @FieldResolver(() => types.DecideDuplicateResult)
  decideDuplicate(@Ctx() ctx: RequestContext, @Arg('input', () => types.DecideDuplicateInput) input: types.DecideDuplicateInput): Promise<unknown> {
    return decideDuplicate(ctx, input);
  }

  @Guard(coordinateEmployers)
  @FieldResolver(() => types.ScanDuplicatesResult, { description: 'Compares 500 employers with all others; ask again with `next` until it is null.' })
  scanDuplicates(@Ctx() ctx: RequestContext, @Arg('input', () => types.ScanDuplicatesInput) input: types.ScanDuplicatesInput): Promise<unknown> {
    return scanDuplicates(ctx, input);
  }
}

export const duplicateResolvers = [
  DuplicateResolver,
  PossibleDuplicateResolver,
  DuplicateCommandsResolver,
  ...showing(
    'signal',
    () => types.DuplicateSignalType,
    (ctx, { signalId }) => loadById(ctx, 'duplicateSignal', DuplicateSignal, signalId),
    [types.DuplicateDecided, types.DuplicateSignalVersionConflict],
  ),
];
