import { Guard, organisation, Organisation, type RequestContext, scopeOf } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { deliveringWswStatistics } from '../activities.ts';
import { NuoCommands } from '../commands.types.ts';
import { checkArguments } from '../input.ts';
import { deliverWswStatistics } from './deliver-wsw-statistics.ts';
import { parseHalfYear } from './half-year.ts';
import { type Delivery, fileOf, makeDelivery } from './make-delivery.ts';
import { WswDelivery } from './wsw-delivery.entity.ts';
import { wswFields } from './wsw-layout.ts';
import { deliverWsw } from './wsw-statistics.policy.ts';
import * as types from './wsw-statistics.types.ts';

/** The delivery of an answer, made again from what was known then; once a request. */
const deliveryOf = async (ctx: RequestContext, { period, municipality, at }: types.WswStatisticsDelivered): Promise<Delivery> => {
  const key = `${period}:${municipality ?? ''}:${at}`;
  const found = await ctx.load(
    'wswDelivery',
    key,
    async () => new Map([[key, await makeDelivery(ctx.db.read, parseHalfYear(period), municipality, new Date(at))]]),
  );
  return found ?? { valid: [], rejected: [] };
};

@Resolver(() => types.WswStatisticsDelivered)
class WswStatisticsDeliveredResolver {
  @Guard(deliverWsw)
  @FieldResolver(() => [types.WswRejectedRecord], { description: 'Records that are not in the file, each with every field that is wrong.' })
  async rejections(@Ctx() ctx: RequestContext, @Root() answer: types.WswStatisticsDelivered): Promise<types.WswRejectedRecord[]> {
    const { rejected } = await deliveryOf(ctx, answer);
    return rejected.map(({ participantId, problems }) => {
      ctx.processed(participantId, deliveringWswStatistics);
      return {
        participantId,
        problems: problems.map((problem) => ({ ...problem, name: wswFields.find(({ number }) => number === problem.field)?.name ?? '' })),
      };
    });
  }

  @Guard(deliverWsw)
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The file, with BSN (Wsw art. 15): for the processor of the statistics only. Null of a dry run, and when facts were corrected since so that the file would be another.',
  })
  async content(@Ctx() ctx: RequestContext, @Root() answer: types.WswStatisticsDelivered): Promise<string | null> {
    if (answer.deliveryId === null) return null;
    const delivery = await deliveryOf(ctx, answer);
    const { content, sha256 } = fileOf(delivery, answer.layout);
    if (sha256 !== answer.sha256) return null;
    for (const { participantId } of delivery.valid) ctx.processed(participantId, deliveringWswStatistics);
    return content;
  }
}

@Resolver(() => types.WswDeliveryType)
class WswDeliveryResolver {
  @Guard(deliverWsw)
  @Query(() => [types.WswDeliveryType], { description: 'Deliveries of a half-year, the latest first; a Werkplein sees its own.' })
  wswDeliveries(
    @Ctx() ctx: RequestContext,
    @Arg('period', () => String, { description: 'Year and half, such as `20261`.' }) period: string,
  ): Promise<WswDelivery[]> {
    const checking = checkArguments('period');
    const { code } = checking.required([], period, parseHalfYear) ?? {};
    checking.done();
    const own = scopeOf(ctx.principal, deliverWsw) === 'all' ? {} : { municipality: ctx.principal.organisation };
    return ctx.db.read.em.find(WswDelivery, { where: { period: code as string, ...own }, order: { deliveredAt: 'DESC', id: 'DESC' }, take: 200 });
  }

  @FieldResolver(() => Organisation, { description: 'Who delivered it.' })
  organisation(@Root() row: WswDelivery): Organisation {
    return organisation(row.organisation);
  }
}

@Resolver(() => NuoCommands)
class WswStatisticsCommandsResolver {
  @Guard(deliverWsw)
  @FieldResolver(() => types.DeliverWswStatisticsResult, { description: 'Delivers the Wsw statistics of a half-year, or finds what is wrong with them.' })
  deliverWswStatistics(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => types.DeliverWswStatisticsInput) input: types.DeliverWswStatisticsInput,
  ): Promise<unknown> {
    return deliverWswStatistics(ctx, input);
  }
}

export const wswStatisticsResolvers = [WswStatisticsDeliveredResolver, WswDeliveryResolver, WswStatisticsCommandsResolver];
