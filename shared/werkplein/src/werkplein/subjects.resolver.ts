import {
  eraseSubject,
  EraseSubjectInput,
  EraseSubjectResult,
  Guard,
  homeOf,
  type RequestContext,
  RetentionReport,
  runRetention,
  RunRetentionInput,
  subjectAccess,
  SubjectAccess,
  type SubjectKind,
  type SubjectRegistry,
} from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import { accessClientData, eraseClientAction, runRetentionAction } from '../clients/client.policy.ts';

/** The rights of clients in one municipality's graph. */
export const subjectFields = (werkpleinType: Function, commandsType: Function, registry: SubjectRegistry): Function[] => {
  const client = registry.subjects[0] as SubjectKind;

  @Resolver(() => werkpleinType as never)
  class SubjectAccessField {
    @Guard(accessClientData)
    @FieldResolver(() => SubjectAccess, { nullable: true, description: 'Everything that this Werkplein holds on a client; null for an unknown client.' })
    async subjectAccess(@Ctx() ctx: RequestContext, @Arg('clientId', () => ID) clientId: string): Promise<object | null> {
      const found = homeOf(clientId) === ctx.home ? await subjectAccess(ctx, client, clientId) : null;
      return found && { found };
    }
  }

  @Resolver(() => commandsType as never)
  class SubjectCommands {
    @Guard(eraseClientAction)
    @FieldResolver(() => EraseSubjectResult, { nullable: true, description: 'Erases a client, whole or not at all.' })
    eraseClient(@Ctx() ctx: RequestContext, @Arg('input', () => EraseSubjectInput) input: EraseSubjectInput): Promise<object> {
      return eraseSubject(ctx, client, input);
    }
    @Guard(runRetentionAction)
    @FieldResolver(() => RetentionReport, { nullable: true, description: 'Removes what is past its term, at most 500 rows in one command.' })
    runRetention(@Ctx() ctx: RequestContext, @Arg('input', () => RunRetentionInput) input: RunRetentionInput): Promise<object> {
      return runRetention(ctx, registry, input);
    }
  }
  return [SubjectAccessField, SubjectCommands];
};
