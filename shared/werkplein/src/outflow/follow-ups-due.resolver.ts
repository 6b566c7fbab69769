import { DayScalar, Guard, type Municipality, PageInfo, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { readFollowUps } from './follow-up.policy.ts';
import { followUpsDue } from './follow-ups-due.ts';

const PAGE_DEFAULT = 50;

/** Of whom one municipality does not know yet whether outflow to work lasts. */
export const followUpsDueFields = ({ name }: Municipality, werkpleinType: Function, clientType: Function): Function => {
  @ObjectType(`${name}FollowUpDue`, { description: 'Outflow to work whose term is over and of which nobody recorded whether it lasts.' })
  class Due {
    clientId!: string;
    @Field(() => ID) dossierId!: string;
    @Field(() => DayScalar) closedOn!: string;
    @Field(() => DayScalar, { description: 'Last day of the term.' }) termEndedOn!: string;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }
  @ObjectType(`${name}FollowUpDueConnection`, { description: 'A page of outflow to look at, the one that waits longest first.' })
  class DueConnection {
    @Field(() => [Due]) nodes!: Due[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }

  @Resolver(() => werkpleinType as never)
  class FollowUpsDueResolver {
    @Guard(readFollowUps)
    @FieldResolver(() => DueConnection, {
      nullable: true,
      description: 'Outflow to work whose term is over and of which it is unknown whether it lasts: what the figure DUURZAME_UITSTROOM_26W counts as unknown.',
    })
    async outflowToFollowUp(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<DueConnection> {
      const { nodes, pageInfo } = await followUpsDue(ctx, { first, after: after ?? null });
      return { nodes: nodes.map((row) => Object.assign(new Due(), row)), pageInfo };
    }
  }
  return FollowUpsDueResolver;
};
