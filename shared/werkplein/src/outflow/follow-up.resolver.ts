import { employee, Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import type { OutflowFollowUpRow } from './follow-up.entity.ts';
import { readFollowUps, recordFollowUpAction } from './follow-up.policy.ts';
import { resultOf } from './follow-up.rules.ts';
import { followUpsOf } from './follow-up.store.ts';
import * as types from './follow-up.types.ts';
import { recordOutflowFollowUp } from './record-outflow-follow-up.ts';

const Result = answerUnion(
  'RecordOutflowFollowUpResult',
  types.OutflowFollowUpRecorded,
  types.OutflowAlreadyFollowedUp,
  types.OutflowTermRuns,
  types.NoOutflowToWork,
  LawParameterMissing,
);

const shown = ({ home }: RequestContext, row: OutflowFollowUpRow): types.OutflowFollowUp => ({
  ...row,
  result: resultOf(row),
  recordedBy: employee(row.recordedById, row.recordedByName, home),
});

@Resolver(() => Client)
class ClientFollowUpFields {
  @Guard(readFollowUps)
  @FieldResolver(() => [types.OutflowFollowUp], { nullable: true, description: 'How it went after outflow to work, newest first; corrected ones too.' })
  async outflowFollowUps(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<types.OutflowFollowUp[]> {
    return (await followUpsOf(ctx, client.id)).map((row) => shown(ctx, row));
  }
}

const followUpOf = (answerType: Function): Function => {
  @Resolver(() => answerType as never)
  class Answer {
    @FieldResolver(() => types.OutflowFollowUp, { nullable: true })
    async followUp(@Root() answer: { clientId: string; followUpId: string }, @Ctx() ctx: RequestContext): Promise<types.OutflowFollowUp | null> {
      const row = (await followUpsOf(ctx, answer.clientId)).find(({ id }) => id === answer.followUpId);
      return row ? shown(ctx, row) : null;
    }
  }
  return Answer;
};

/** What became of outflow to work, on one municipality's commands. */
export const followUpParts = (commandsType: Function): Function[] => {
  @Resolver(() => commandsType as never)
  class FollowUpCommands {
    @Guard(recordFollowUpAction)
    @FieldResolver(() => Result as never, { nullable: true, description: 'Records whether outflow to work lasts, after its term; the dossier stays closed.' })
    recordOutflowFollowUp(
      @Ctx() ctx: RequestContext,
      @Arg('input', () => types.RecordOutflowFollowUpInput) input: types.RecordOutflowFollowUpInput,
    ): Promise<object> {
      return recordOutflowFollowUp(ctx, input);
    }
  }
  return [FollowUpCommands, ClientFollowUpFields, followUpOf(types.OutflowFollowUpRecorded), followUpOf(types.OutflowAlreadyFollowedUp)];
};
