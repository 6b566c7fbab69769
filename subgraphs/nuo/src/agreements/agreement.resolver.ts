import {
  DayScalar,
  employee,
  Guard,
  InstantScalar,
  localDay,
  MunicipalityCodeScalar,
  NUO,
  organisation,
  Organisation,
  type RequestContext,
} from '@werkplein/kernel';
import { isManual, type Steered, steeredOf, termsAt, type Unit, viewAgreements, viewReports } from '@werkplein/indicators';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { loadReport } from '../reports/report.store.ts';
import { QuarterReportType } from '../reports/report.types.ts';
import { showing } from '../showing.ts';
import type { AgreementVersion, PerformanceAgreement } from './agreement.entity.ts';
import { openTerms } from './agreement.rules.ts';
import { listAgreements, loadAgreement, manualValuesOf, versionsOf } from './agreement.store.ts';
import * as types from './agreement.types.ts';

const steered = ({ indicator }: PerformanceAgreement): Steered => steeredOf(indicator) as Steered;

@Resolver(() => types.PerformanceAgreementType)
export class PerformanceAgreementResolver {
  @Guard(viewAgreements)
  @Query(() => [types.PerformanceAgreementType], {
    nullable: true,
    description: 'What is agreed, or proposed, for a year; without a municipality of all that you may see. By municipality and indicator.',
  })
  performanceAgreements(
    @Ctx() ctx: RequestContext,
    @Arg('year', () => Int) year: number,
    @Arg('municipality', () => MunicipalityCodeScalar, { nullable: true }) municipality?: string | null,
  ): Promise<unknown> {
    return listAgreements(ctx, year, municipality ?? null);
  }

  @Guard(viewAgreements)
  @Query(() => types.PerformanceAgreementType, { nullable: true })
  performanceAgreement(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadAgreement(ctx, id);
  }

  @FieldResolver(() => String, { description: 'Of the indicator, in Dutch.' })
  title(@Root() row: PerformanceAgreement): string {
    return steered(row).title;
  }

  @FieldResolver(() => String, { description: 'What it counts, in Dutch.' })
  definition(@Root() row: PerformanceAgreement): string {
    return steered(row).definition;
  }

  @FieldResolver(() => types.FigureUnitEnum)
  unit(@Root() row: PerformanceAgreement): Unit {
    return steered(row).unit;
  }

  @FieldResolver(() => Boolean, { description: 'Whether what was realised is recorded by hand, because no source can count it.' })
  manual(@Root() row: PerformanceAgreement): boolean {
    return isManual(row.indicator);
  }

  @FieldResolver(() => [types.AgreementVersionType], { description: 'Everything that was ever proposed, oldest first.' })
  versions(@Ctx() ctx: RequestContext, @Root() row: PerformanceAgreement): Promise<unknown> {
    return versionsOf(ctx, row.id);
  }

  @FieldResolver(() => types.AgreementVersionType, { nullable: true, description: 'The terms that were known to hold at an instant, now unless given.' })
  async terms(
    @Ctx() ctx: RequestContext,
    @Root() row: PerformanceAgreement,
    @Arg('knownOn', () => InstantScalar, { nullable: true }) knownOn?: Date | null,
  ): Promise<unknown> {
    return termsAt(await versionsOf(ctx, row.id), knownOn ?? ctx.clock());
  }

  @FieldResolver(() => types.AgreementVersionType, { nullable: true, description: 'The terms that wait for one side or both.' })
  async proposal(@Ctx() ctx: RequestContext, @Root() row: PerformanceAgreement): Promise<unknown> {
    return openTerms(await versionsOf(ctx, row.id));
  }

  @FieldResolver(() => [types.ManualValueType], { description: 'Everything that was recorded by hand, oldest first; what was replaced too.' })
  manualValues(@Ctx() ctx: RequestContext, @Root() row: PerformanceAgreement): Promise<unknown> {
    return manualValuesOf(ctx, row.id);
  }

  @Guard(viewReports)
  @FieldResolver(() => QuarterReportType, { nullable: true, description: 'The frozen report by which it was settled.' })
  settledBy(@Ctx() ctx: RequestContext, @Root() row: PerformanceAgreement): Promise<unknown> | null {
    return row.settledByReportId === null ? null : loadReport(ctx, row.settledByReportId);
  }
}

@Resolver(() => types.AgreementVersionType)
export class AgreementVersionResolver {
  @FieldResolver(() => Organisation)
  proposedBy(@Root() row: AgreementVersion): Organisation {
    return organisation(row.proposedByOrganisation);
  }

  @FieldResolver(() => String)
  proposedByName(@Root() row: AgreementVersion): string {
    return row.proposedByName;
  }

  @FieldResolver(() => types.Acceptance, { nullable: true, description: 'Null while the NUO has not accepted.' })
  acceptedByNuo(@Root() row: AgreementVersion): types.Acceptance | null {
    const { nuoAcceptedAt: at, nuoAcceptedById: id, nuoAcceptedByName: name } = row;
    return at && { at, by: employee(id as string, name as string, NUO) };
  }

  @FieldResolver(() => types.Acceptance, { nullable: true, description: 'Null while the municipality has not accepted.' })
  async acceptedByMunicipality(@Ctx() ctx: RequestContext, @Root() row: AgreementVersion): Promise<types.Acceptance | null> {
    const { municipalityAcceptedAt: at, municipalityAcceptedById: id, municipalityAcceptedByName: name } = row;
    if (at === null) return null;
    const agreement = await loadAgreement(ctx, row.agreementId);
    return { at, by: employee(id as string, name as string, agreement?.municipality ?? '') };
  }

  @FieldResolver(() => DayScalar, { nullable: true, description: 'The day of `establishedAt`.' })
  establishedOn(@Root() { establishedAt }: AgreementVersion): string | null {
    return establishedAt && localDay(establishedAt);
  }
}

export const agreementResolvers = [
  PerformanceAgreementResolver,
  AgreementVersionResolver,
  ...showing(
    'agreement',
    () => types.PerformanceAgreementType,
    (ctx, { agreementId }) => loadAgreement(ctx, agreementId),
    [types.AgreementChanged, types.AgreementExists, types.AgreementVersionConflict, types.AgreementRefused],
    { nullable: true },
  ),
];
