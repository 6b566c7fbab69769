import {
  eraseSubject,
  EraseSubjectInput,
  EraseSubjectResult,
  Guard,
  type RequestContext,
  RetentionReport,
  runRetention,
  RunRetentionInput,
  subjectAccess,
  SubjectAccess,
} from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { NuoCommands } from './commands.types.ts';
import { accessSubjects, eraseSubjects, runNuoRetention } from './subjects.policy.ts';
import { contactPersonKind, nuoRegistry, participantKind } from './subjects.ts';

@Resolver()
class SubjectAccessResolver {
  @Guard(accessSubjects)
  @Query(() => SubjectAccess, { nullable: true, description: 'Everything that the NUO holds on a participant; null for an unknown one.' })
  async participantSubjectAccess(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<object | null> {
    const found = await subjectAccess(ctx, participantKind, id);
    return found && { found };
  }

  @Guard(accessSubjects)
  @Query(() => SubjectAccess, { nullable: true, description: 'Everything that the NUO holds on a contact person; null for an unknown one.' })
  async contactPersonSubjectAccess(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<object | null> {
    const found = await subjectAccess(ctx, contactPersonKind, id);
    return found && { found };
  }
}

@Resolver(() => NuoCommands)
class SubjectCommandsResolver {
  @Guard(eraseSubjects)
  @FieldResolver(() => EraseSubjectResult, { nullable: true, description: 'Erases a participant, whole or not at all.' })
  eraseParticipant(@Ctx() ctx: RequestContext, @Arg('input', () => EraseSubjectInput) input: EraseSubjectInput): Promise<object> {
    return eraseSubject(ctx, participantKind, input);
  }

  @Guard(eraseSubjects)
  @FieldResolver(() => EraseSubjectResult, { nullable: true, description: 'Erases a contact person; contact moments stay, without the person.' })
  eraseContactPerson(@Ctx() ctx: RequestContext, @Arg('input', () => EraseSubjectInput) input: EraseSubjectInput): Promise<object> {
    return eraseSubject(ctx, contactPersonKind, input);
  }

  @Guard(runNuoRetention)
  @FieldResolver(() => RetentionReport, { nullable: true, description: 'Removes what is past its term, at most 500 rows in one command.' })
  runRetention(@Ctx() ctx: RequestContext, @Arg('input', () => RunRetentionInput) input: RunRetentionInput): Promise<object> {
    return runRetention(ctx, nuoRegistry, input);
  }
}

export const subjectResolvers = [SubjectAccessResolver, SubjectCommandsResolver];
