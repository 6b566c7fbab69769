import { Guard, type Municipality, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { municipalUnion } from '../clients/answer-union.ts';
import { readWholeClient } from '../clients/client.policy.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import type { DecisionRow } from './decision.entity.ts';
import { publishDecisionAction } from './decision.policy.ts';
import { isOverdue } from './decision.rules.ts';
import { decisionsOf } from './decision.store.ts';
import { Decision, DecisionAlreadyRevised, DecisionRuleBroken, PublishDecisionInput } from './decision.types.ts';
import { publishDecision } from './publish-decision.ts';

/** Rows of one client as the schema shows them. */
const shown = (rows: readonly DecisionRow[]): Decision[] => {
  const reviserOf = new Map(rows.map(({ id, revisesId }) => [revisesId, id]));
  return rows.map((row) => ({ ...row, overdue: isOverdue(row.decideBy, row.decidedOn), revisedById: reviserOf.get(row.id) ?? null }));
};

/** The decisions of one municipality: on its client, and its command. */
export const decisionParts = ({ name }: Municipality, clientType: Function, commandsType: Function): Function[] => {
  @ObjectType(`${name}DecisionPublished`, { description: 'The decision is published.' })
  class DecisionPublished {
    id!: string;
    clientId!: string;
    @Field(() => Decision, { nullable: true })
    async decision(@Ctx() ctx: RequestContext): Promise<Decision | null> {
      return shown(await decisionsOf(ctx, this.clientId)).find(({ id }) => id === this.id) ?? null;
    }
  }
  const PublishResult = municipalUnion(name, 'PublishDecisionResult', { DecisionPublished }, DecisionRuleBroken, DecisionAlreadyRevised, LawParameterMissing);

  @Resolver(() => clientType as never)
  class ClientDecisionsResolver {
    @Guard(readWholeClient)
    @FieldResolver(() => [Decision], { nullable: true, description: 'Decisions of the municipality, newest first, also those that were revised.' })
    async decisions(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<Decision[]> {
      return shown(await decisionsOf(ctx, client.id));
    }
  }

  @Resolver(() => commandsType as never)
  class DecisionCommandsResolver {
    @Guard(publishDecisionAction)
    @FieldResolver(() => PublishResult, { nullable: true, description: 'Publishes a decision, or a correction of one.' })
    publishDecision(@Ctx() ctx: RequestContext, @Arg('input', () => PublishDecisionInput) input: PublishDecisionInput): Promise<object> {
      return publishDecision(ctx, input);
    }
  }
  return [ClientDecisionsResolver, DecisionCommandsResolver];
};
