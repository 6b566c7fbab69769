import { Employee, employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import type { LadderRow } from './ladder.entity.ts';
import { readLadder, recordLadderAction } from './ladder.policy.ts';
import { ladderOf } from './ladder.store.ts';
import { AlreadyMeasured, LadderMeasurement, LadderStepRecorded, RecordLadderStepInput } from './ladder.types.ts';
import { recordLadderStep } from './record-ladder-step.ts';

const Result = answerUnion('RecordLadderStepResult', LadderStepRecorded, AlreadyMeasured, DossierClosed);

@Resolver(() => LadderMeasurement)
class LadderFields {
  @FieldResolver(() => Employee)
  recordedBy(@Root() { recordedById, recordedByName }: LadderRow, @Ctx() ctx: RequestContext): Employee {
    return employee(recordedById, recordedByName, ctx.home);
  }
}

@Resolver(() => Client)
class ClientLadderFields {
  @Guard(readLadder)
  @FieldResolver(() => [LadderMeasurement], { nullable: true, description: 'Steps on the participatieladder, newest first; corrected ones too.' })
  ladder(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<LadderRow[]> {
    return ladderOf(ctx, client.id);
  }
}

const measurementOf = (answerType: Function): Function => {
  @Resolver(() => answerType as never)
  class Answer {
    @FieldResolver(() => LadderMeasurement, { nullable: true })
    async measurement(@Root() answer: { clientId: string; measurementId: string }, @Ctx() ctx: RequestContext): Promise<LadderRow | undefined> {
      return (await ladderOf(ctx, answer.clientId)).find(({ id }) => id === answer.measurementId);
    }
  }
  return Answer;
};

/** Measurements on the participatieladder, on one municipality's commands. */
export const ladderParts = (commandsType: Function): Function[] => {
  @Resolver(() => commandsType as never)
  class LadderCommands {
    @Guard(recordLadderAction)
    @FieldResolver(() => Result as never, { nullable: true, description: 'Records on which step of the participatieladder a client stood on a day.' })
    recordLadderStep(@Ctx() ctx: RequestContext, @Arg('input', () => RecordLadderStepInput) input: RecordLadderStepInput): Promise<object> {
      return recordLadderStep(ctx, input);
    }
  }
  return [LadderCommands, LadderFields, ClientLadderFields, measurementOf(LadderStepRecorded), measurementOf(AlreadyMeasured)];
};
