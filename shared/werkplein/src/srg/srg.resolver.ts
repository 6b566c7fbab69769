import { join } from 'node:path';
import { Guard, type Municipality, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { BsnVault } from '../bsn/index.ts';
import { answerUnion } from '../clients/answer-union.ts';
import { deliverSrg, type SrgReport as Report, tryOutSrg } from './deliver-srg.ts';
import { SrgDeliveryRow } from './srg-delivery.entity.ts';
import { deliverSrgAction, listSrgDeliveries } from './srg.policy.ts';
import { srgFolder } from './srg.settings.ts';
import { DeliverSrgInput, SrgDelivery, SrgFolderMissing, SrgRejected, SrgReport } from './srg.types.ts';

const DELIVERIES_SHOWN = 100;
const DeliverResult = answerUnion('DeliverSrgResult', SrgReport, SrgFolderMissing);

const shown = (report: Report): object => ({ ...report, rejected: report.rejected.map((each) => Object.assign(new SrgRejected(), each)) });

/** The monthly deliveries to CBS of one municipality. */
export const srgFields = ({ field }: Municipality, vault: BsnVault, werkpleinType: Function, commandsType: Function): Function[] => {
  @Resolver(() => werkpleinType as never)
  class SrgDeliveriesField {
    @Guard(listSrgDeliveries)
    @FieldResolver(() => [SrgDelivery], { nullable: true, description: `Deliveries that were written, newest first, at most ${DELIVERIES_SHOWN}.` })
    srgDeliveries(@Ctx() ctx: RequestContext): Promise<SrgDeliveryRow[]> {
      return ctx.db.read.em.find(SrgDeliveryRow, { order: { writtenAt: 'DESC', id: 'DESC' }, take: DELIVERIES_SHOWN });
    }
  }

  @Resolver(() => commandsType as never)
  class SrgCommands {
    @Guard(deliverSrgAction)
    @FieldResolver(() => DeliverResult as never, { nullable: true, description: 'Makes the delivery of a month as a file at the Werkplein, or tries it out.' })
    async deliverSrg(@Ctx() ctx: RequestContext, @Arg('input', () => DeliverSrgInput) input: DeliverSrgInput): Promise<object> {
      const { dryRun, ...given } = input;
      if (dryRun) return shown((await tryOutSrg(ctx, given)).report);
      const folder = srgFolder(field);
      if (folder === null) return { __typename: 'SrgFolderMissing', month: given.month };
      return shown((await deliverSrg(ctx, vault, given, join(folder, `srg-${ctx.home}-${given.month}.jsonl`))).report);
    }
  }
  return [SrgDeliveriesField, SrgCommands];
};
