import { type Action, employee, Guard, localDay, type Municipality, type RequestContext, StepRefused } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import { valueOnDay } from '../law-parameters/law-parameter.rules.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import { carryOutLoonwaarde } from './carry-out-loonwaarde.ts';
import { establishLoonwaarde } from './establish-loonwaarde.ts';
import type { LoonwaardeRow } from './loonwaarde.entity.ts';
import { CarryOutLoonwaardeInput, EstablishLoonwaardeInput, PlanLoonwaardeInput, RejectLoonwaardeInput, RequestLoonwaardeInput } from './loonwaarde.inputs.ts';
import { actionOfActor, directLoonwaarde, readLoonwaarde } from './loonwaarde.policy.ts';
import { loonwaardeMachine, type LoonwaardeStep } from './loonwaarde.rules.ts';
import { findLoonwaarde, loonwaardenOf } from './loonwaarde.store.ts';
import { Loonwaardebepaling, LoonwaardeVersionConflict } from './loonwaarde.types.ts';
import { planLoonwaarde } from './plan-loonwaarde.ts';
import { rejectLoonwaarde } from './reject-loonwaarde.ts';
import { requestLoonwaarde } from './request-loonwaarde.ts';

/** A row as the schema shows it. */
export const shownLoonwaarde = ({ expertId, expertName, expertOrganisation, ...row }: LoonwaardeRow): Loonwaardebepaling => ({
  ...row,
  expert: expertId === null ? null : employee(expertId, expertName as string, expertOrganisation as string),
});

/** The guard of a command follows from who takes the step. */
const actionOf = (step: LoonwaardeStep): Action => actionOfActor[loonwaardeMachine.steps[step].by[0]];

/** The loonwaardebepalingen of one municipality: on its client, and its commands. */
export const loonwaardeParts = ({ name }: Municipality, clientType: Function, commandsType: Function): Function[] => {
  const done = (kind: string, description: string): Function => {
    @ObjectType(`${name}${kind}`, { description })
    class Done {
      id!: string;
      @Field(() => Loonwaardebepaling, { nullable: true })
      async loonwaardebepaling(@Ctx() ctx: RequestContext): Promise<Loonwaardebepaling | null> {
        const row = await findLoonwaarde(ctx.db.read, this.id);
        return row && shownLoonwaarde(row);
      }
    }
    return Done;
  };
  const requested = done('LoonwaardeRequested', 'The loonwaardebepaling is asked for.');
  const changed = done('LoonwaardeChanged', 'The step was taken.');
  const RequestResult = municipalUnion(name, 'RequestLoonwaardeResult', { LoonwaardeRequested: requested }, DossierClosed);
  const ChangeResult = municipalUnion(
    name,
    'ChangeLoonwaardeResult',
    { LoonwaardeChanged: changed },
    StepRefused,
    LoonwaardeVersionConflict,
    LawParameterMissing,
  );

  @Resolver(() => Loonwaardebepaling)
  class LoonwaardeTasksResolver {
    @FieldResolver(() => Int, { description: 'As many main tasks as an examination of today may name (the law parameter LOONWAARDE_TASKS_MAX).' })
    async tasksMax(@Ctx() ctx: RequestContext): Promise<number> {
      return valueOnDay(await lawParameters(ctx), 'LOONWAARDE_TASKS_MAX', localDay(ctx.clock()));
    }
  }

  @Resolver(() => clientType as never)
  class ClientLoonwaardeResolver {
    @Guard(readLoonwaarde)
    @FieldResolver(() => [Loonwaardebepaling], {
      nullable: true,
      description: 'Loonwaardebepalingen, newest first; for the NUO those for which the reader is the appointed expert.',
    })
    async loonwaardebepalingen(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<Loonwaardebepaling[]> {
      return (await loonwaardenOf(ctx, client.id)).map(shownLoonwaarde);
    }
  }

  @Resolver(() => commandsType as never)
  class LoonwaardeCommandsResolver {
    @Guard(directLoonwaarde)
    @FieldResolver(() => RequestResult as never, { nullable: true, description: 'Asks for the loonwaarde of a client with an open dossier.' })
    requestLoonwaarde(@Ctx() ctx: RequestContext, @Arg('input', () => RequestLoonwaardeInput) input: RequestLoonwaardeInput): Promise<object> {
      return requestLoonwaarde(ctx, input);
    }
    @Guard(actionOf('plan'))
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'Appoints the expert and the day; regie.' })
    planLoonwaarde(@Ctx() ctx: RequestContext, @Arg('input', () => PlanLoonwaardeInput) input: PlanLoonwaardeInput): Promise<object> {
      return planLoonwaarde(ctx, input);
    }
    @Guard(actionOf('carryOut'))
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'The form of the appointed expert, who may be of the NUO.' })
    carryOutLoonwaarde(@Ctx() ctx: RequestContext, @Arg('input', () => CarryOutLoonwaardeInput) input: CarryOutLoonwaardeInput): Promise<object> {
      return carryOutLoonwaarde(ctx, input);
    }
    @Guard(actionOf('establish'))
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'The municipality establishes the loonwaarde (Participatiewet art. 7 lid 4).' })
    establishLoonwaarde(@Ctx() ctx: RequestContext, @Arg('input', () => EstablishLoonwaardeInput) input: EstablishLoonwaardeInput): Promise<object> {
      return establishLoonwaarde(ctx, input);
    }
    @Guard(actionOf('reject'))
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'Ends it without a loonwaarde; regie.' })
    rejectLoonwaarde(@Ctx() ctx: RequestContext, @Arg('input', () => RejectLoonwaardeInput) input: RejectLoonwaardeInput): Promise<object> {
      return rejectLoonwaarde(ctx, input);
    }
  }
  return [LoonwaardeTasksResolver, ClientLoonwaardeResolver, LoonwaardeCommandsResolver];
};
