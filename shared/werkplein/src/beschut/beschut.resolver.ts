import { badInput, DayScalar, Guard, localDay, PageInfo, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, Directive, Field, FieldResolver, Float, Int, ObjectType, Resolver } from 'type-graphql';
import { loadClient } from '../clients/client.store.ts';
import { parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';
import type { WerkpleinFacts } from '../werkplein/werkplein.types.ts';
import { listBeschutWaiting, readBeschutPlaces } from './beschut.policy.ts';
import { countWaiting, waitingList } from './waiting-list.ts';
import { waitingOrders } from './waiting-list.rules.ts';

const PAGE_DEFAULT = 50;
const YEAR_MIN = 2015;
const YEAR_MAX = 2100;

@ObjectType({ description: 'How many sheltered places a municipality must have in a year (Participatiewet art. 10b), as known here.' })
@Directive('@shareable')
class Taakstelling {
  @Field(() => Int) year!: number;
  @Field(() => Float, { nullable: true, description: 'Null when nobody entered it: unknown, not zero.' }) places!: number | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the source was checked.' }) confirmed!: boolean | null;
  @Field(() => Int, { description: 'Clients who wait for a place today.' }) waiting!: number;
}

/** Beschut werk of one municipality: who waits, in which order, and how many places there must be. */
export const beschutFields = (facts: WerkpleinFacts, werkpleinType: Function, clientType: Function): Function[] => {
  const { name } = facts.municipality;
  const { order, source } = facts.beschutWaiting;

  @ObjectType(`${name}BeschutWaiting`, { description: 'A client who waits for beschut werk.' })
  class Waiting {
    clientId!: string;
    @Field(() => Int, { description: 'From 1 on.' }) position!: number;
    @Field(() => DayScalar, { description: 'Established since.' }) since!: string;
    @Field(() => clientType as never, { nullable: true })
    client(@Ctx() ctx: RequestContext): Promise<object | null> {
      return loadClient(ctx, this.clientId);
    }
  }
  @ObjectType(`${name}BeschutWaitingConnection`, { description: 'A page of the waiting list, in its order.' })
  class WaitingConnection {
    @Field(() => [Waiting]) nodes!: Waiting[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => [String], { description: 'The criteria of the order, one after the other, in Dutch.' }) order!: string[];
    @Field(() => String, { description: 'Where the order stands.' }) source!: string;
  }

  @Resolver(() => werkpleinType as never)
  class BeschutFieldsResolver {
    @Guard(listBeschutWaiting)
    @FieldResolver(() => WaitingConnection, {
      nullable: true,
      description: 'Clients who are established as beschut and have no place yet, in the order of the verordening.',
    })
    async beschutWaitingList(
      @Ctx() ctx: RequestContext,
      @Arg('first', () => Int, { defaultValue: PAGE_DEFAULT }) first: number,
      @Arg('after', () => String, { nullable: true }) after?: string,
    ): Promise<WaitingConnection> {
      const { nodes, pageInfo } = await waitingList(ctx, order, { first, after: after ?? null });
      return { nodes: nodes.map((row) => Object.assign(new Waiting(), row)), pageInfo, order: order.map((each) => waitingOrders[each]), source };
    }
    @Guard(readBeschutPlaces)
    @FieldResolver(() => Taakstelling, {
      nullable: true,
      description: 'The taakstelling of a year, this one unless given; how many places are taken the NUO says.',
    })
    async taakstelling(@Ctx() ctx: RequestContext, @Arg('year', () => Int, { nullable: true }) year?: number): Promise<Taakstelling> {
      const today = localDay(ctx.clock());
      const wanted = year ?? Number(today.slice(0, today.indexOf('-')));
      if (wanted < YEAR_MIN || wanted > YEAR_MAX) throw badInput([{ path: ['year'], message: `Geef een jaar van ${YEAR_MIN} tot en met ${YEAR_MAX}.` }]);
      const row = parameterOn(await lawParameters(ctx), 'BESCHUT_TAAKSTELLING', `${wanted}-12-31`);
      return {
        year: wanted,
        places: row?.value ?? null,
        source: row?.source ?? null,
        confirmed: row?.confirmed ?? null,
        waiting: await countWaiting(ctx.db.read, today),
      };
    }
  }
  return [BeschutFieldsResolver];
};
