import { Guard, organisation, Organisation, type RequestContext, scopeOf } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { deliveringWswStatistics } from '../activities.ts';
import { NuoCommands } from '../commands.types.ts';
import { checkArguments } from '../input.ts';
import { deliverWswStatistics } from './deliver-wsw-statistics.ts';
import { parseHalfYear } from './half-year.ts';
import { type Delivery, fileOf, loadDelivery } from './make-delivery.ts';
import { WswDelivery } from './wsw-delivery.entity.ts';
import { wswFields } from './wsw-layout.ts';
import { deliverWsw } from './wsw-statistics.policy.ts';
import * as types from './wsw-statistics.types.ts';

const MOST_DELIVERIES = 200;

/** The delivery of an answer; of a command that is sent again made from what was known then. */
const deliveryOf = (ctx: RequestContext, { period, municipality, at }: types.WswStatisticsDelivered): Promise<Delivery> =>
  loadDelivery(ctx, period, municipality, new Date(at));

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
    @Arg('municipality', () => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null,
  ): Promise<WswDelivery[]> {
    const checking = checkArguments('period');
    const { code } = checking.required([], period, parseHalfYear) ?? {};
    checking.done();
    const own = scopeOf(ctx.principal, deliverWsw) === 'all' ? null : ctx.principal.organisation;
    const query = ctx.db.read.em.createQueryBuilder(WswDelivery, 'd').where('d.period = :code', { code });
    if (own !== null) query.andWhere('d.municipality = :own', { own });
    if (municipality) query.andWhere('d.municipality = :municipality', { municipality });
    return query.orderBy('d.deliveredAt', 'DESC').addOrderBy('d.id', 'DESC').limit(MOST_DELIVERIES).getMany();
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
