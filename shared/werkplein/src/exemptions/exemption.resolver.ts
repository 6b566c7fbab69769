import { Guard, localDay, type RequestContext, StepRefused } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { answerUnion } from '../clients/answer-union.ts';
import { Client } from '../clients/client.types.ts';
import { DossierClosed } from '../dossiers/dossier.types.ts';
import { parameterOn } from '../law-parameters/law-parameter.rules.ts';
import { lawParameters } from '../law-parameters/law-parameter.store.ts';
import { LawParameterMissing } from '../law-parameters/parameter-missing.ts';
import { carryExemption } from './carry-exemption.ts';
import { endExemption, reviewExemption } from './change-exemption.ts';
import { ExemptionRow } from './exemption.entity.ts';
import * as inputs from './exemption.inputs.ts';
import { readExemptions, writeExemptions } from './exemption.policy.ts';
import { exemptionGroundCodes, type ExemptionState, exemptionStateOn, usedUntil } from './exemption.rules.ts';
import { carriedMonths, carriedOf, exemptionsOf } from './exemption.store.ts';
import * as types from './exemption.types.ts';
import { startExemption } from './start-exemption.ts';

const { CarriedExemption, Exemption, ExemptionMonthsCarried, ExemptionSaved, ExemptionTime } = types;
const StartResult = answerUnion('StartExemptionResult', ExemptionSaved, types.ExemptionRuleBroken, DossierClosed, LawParameterMissing);
const ChangeResult = answerUnion('ChangeExemptionResult', ExemptionSaved, StepRefused, types.ExemptionVersionConflict, LawParameterMissing);

const timesOf = async (ctx: RequestContext, clientId: string): Promise<types.ExemptionTime[]> => {
  const today = localDay(ctx.clock());
  const [periods, carried, parameters] = await Promise.all([exemptionsOf(ctx, clientId), carriedOf(ctx, clientId), lawParameters(ctx)]);
  const limit = parameterOn(parameters, 'ONTHEFFING_PARENT_TOTAL', today)?.value ?? null;
  return exemptionGroundCodes.map((ground) => ({
    ground,
    ...usedUntil(periods, ground, carriedMonths(carried, ground), today),
    limitMonths: ground === 'SINGLE_PARENT' ? limit : null,
  }));
};

@Resolver(() => Exemption)
class ExemptionFields {
  @FieldResolver(() => types.ExemptionStateEnum)
  status(@Root() row: ExemptionRow, @Ctx() ctx: RequestContext): ExemptionState {
    return exemptionStateOn(row, localDay(ctx.clock()));
  }
}

@Resolver(() => ExemptionSaved)
class ExemptionSavedFields {
  @FieldResolver(() => Exemption, { nullable: true })
  exemption(@Root() { id }: { id: string }, @Ctx() ctx: RequestContext): Promise<ExemptionRow | null> {
    return ctx.db.read.em.findOneBy(ExemptionRow, { id });
  }
}

@Resolver(() => ExemptionMonthsCarried)
class ExemptionMonthsCarriedFields {
  @FieldResolver(() => [ExemptionTime])
  times(@Root() { clientId }: { clientId: string }, @Ctx() ctx: RequestContext): Promise<types.ExemptionTime[]> {
    return timesOf(ctx, clientId);
  }
}

@Resolver(() => Client)
class ClientExemptionFields {
  @Guard(readExemptions)
  @FieldResolver(() => [Exemption], { nullable: true, description: 'Exemptions of the duty to work, newest first.' })
  exemptions(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<ExemptionRow[]> {
    return exemptionsOf(ctx, client.id);
  }
  @Guard(readExemptions)
  @FieldResolver(() => [CarriedExemption], { nullable: true, description: 'Months that were used in other municipalities.' })
  carriedExemptions(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<object[]> {
    return carriedOf(ctx, client.id);
  }
  @Guard(readExemptions)
  @FieldResolver(() => [ExemptionTime], { nullable: true, description: 'What was used of each ground until today, wherever it was.' })
  exemptionTimes(@Root() client: { id: string }, @Ctx() ctx: RequestContext): Promise<types.ExemptionTime[]> {
    return timesOf(ctx, client.id);
  }
}

/** The exemptions of one municipality: its commands. */
export const exemptionParts = (commandsType: Function): Function[] => {
  @Resolver(() => commandsType as never)
  class ExemptionCommands {
    @Guard(writeExemptions)
    @FieldResolver(() => StartResult as never, { nullable: true, description: 'Records an exemption by a decision.' })
    startExemption(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.StartExemptionInput) input: inputs.StartExemptionInput): Promise<object> {
      return startExemption(ctx, input);
    }
    @Guard(writeExemptions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'It was examined again, and goes on.' })
    reviewExemption(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ReviewExemptionInput) input: inputs.ReviewExemptionInput): Promise<object> {
      return reviewExemption(ctx, input);
    }
    @Guard(writeExemptions)
    @FieldResolver(() => ChangeResult as never, { nullable: true, description: 'It ends, or never held.' })
    endExemption(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndExemptionInput) input: inputs.EndExemptionInput): Promise<object> {
      return endExemption(ctx, input);
    }
    @Guard(writeExemptions)
    @FieldResolver(() => ExemptionMonthsCarried, { nullable: true, description: 'Months of exemption that were used in another municipality.' })
    carryExemption(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CarryExemptionInput) input: inputs.CarryExemptionInput): Promise<object> {
      return carryExemption(ctx, input);
    }
  }
  return [ExemptionCommands, ExemptionFields, ExemptionSavedFields, ExemptionMonthsCarriedFields, ClientExemptionFields];
};
