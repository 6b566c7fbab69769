import { Guard, MunicipalityCodeScalar, type RequestContext } from '@werkplein/kernel';
import { freezeReports, viewReports } from '@werkplein/indicators';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import type { QuarterReport } from './report.entity.ts';
import { documentFor, listReports, loadReport, type ReportsAsked } from './report.store.ts';
import { QuarterReportType, StoredReport, StoreReportInput } from './report.types.ts';
import { storeReport } from './store-report.ts';

@ArgsType()
class QuarterReportsArgs implements ReportsAsked {
  @Field(() => MunicipalityCodeScalar, { nullable: true }) municipality?: string | null;
  @Field(() => Int, { nullable: true }) year?: number | null;
  @Field(() => Int, { nullable: true }) quarter?: number | null;
}

@Resolver(() => QuarterReportType)
export class QuarterReportResolver {
  @Guard(viewReports)
  @Query(() => [QuarterReportType], { nullable: true, description: 'Frozen reports, latest first, at most a hundred; of one quarter its last edition first.' })
  quarterReports(@Ctx() ctx: RequestContext, @Args(() => QuarterReportsArgs) args: QuarterReportsArgs): Promise<unknown> {
    return listReports(ctx, args);
  }

  @Guard(viewReports)
  @Query(() => QuarterReportType, { nullable: true })
  quarterReport(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadReport(ctx, id);
  }

  @FieldResolver(() => String, {
    description: 'The frozen JSON, byte for byte. Who sees aggregates only gets it without small numbers, under a hash of its own.',
  })
  document(@Ctx() ctx: RequestContext, @Root() row: QuarterReport): string {
    return documentFor(ctx, row).document;
  }

  @FieldResolver(() => String, { description: 'SHA-256 of `document`, in hex.' })
  hash(@Ctx() ctx: RequestContext, @Root() row: QuarterReport): string {
    return documentFor(ctx, row).hash;
  }
}

@Resolver(() => NuoCommands)
export class ReportCommandsResolver {
  @Guard(freezeReports)
  @Directive('@inaccessible')
  @FieldResolver(() => StoredReport, { description: 'Keeps a report; for the gateway, which asks every source for it.' })
  storeQuarterReport(@Ctx() ctx: RequestContext, @Arg('input', () => StoreReportInput) input: StoreReportInput): Promise<unknown> {
    return storeReport(ctx, input);
  }
}

export const reportResolvers = [QuarterReportResolver, ReportCommandsResolver];
