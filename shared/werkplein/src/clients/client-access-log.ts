import { accessLog, Guard, homeOf, InstantScalar, organisation, Organisation, PageInfo, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { clientActivity } from './client.activities.ts';
import { readClientAccessLog } from './client.policy.ts';

@ObjectType({ description: "One time that an organisation processed a client's data." })
@Directive('@shareable')
export class ClientAccess {
  @Field(() => InstantScalar) at!: Date;
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => String, { description: 'What was done, as the register of processing activities names it.' }) activity!: string;
  @Field(() => String) purpose!: string;
}

@ObjectType({ description: 'A page of the accesses to one client, newest first.' })
@Directive('@shareable')
export class ClientAccessConnection {
  @Field(() => [ClientAccess]) nodes!: ClientAccess[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

const PAGE_DEFAULT = 50;

/** Who looked at a client. That somebody asks this is a processing as well. */
export const clientAccessLogField = (werkpleinType: Function): Function => {
  @Resolver(() => werkpleinType as never)
  class ClientAccessLogField {
    @Guard(readClientAccessLog)
    @FieldResolver(() => ClientAccessConnection, {
      nullable: true,
      description: 'Which organisations processed the data of a client of this Werkplein, why and when; never which employee. Empty for an unknown client.',
    })
    async clientAccessLog(
      @Ctx() ctx: RequestContext,
      @Arg('clientId', () => ID) clientId: string,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<ClientAccessConnection> {
      const { nodes, pageInfo } = await accessLog(ctx, clientId, first, after ?? null);
      if (nodes.length > 0 && homeOf(clientId) === ctx.home) ctx.processed(clientId, clientActivity(ctx, 'inzien-verwerkingen-client'));
      return { nodes: nodes.map((access) => ({ ...access, organisation: organisation(access.organisation) })), pageInfo };
    }
  }
  return ClientAccessLogField;
};
