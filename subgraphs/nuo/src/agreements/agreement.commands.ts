import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { acceptAdjustment, acceptAgreement } from './accept-agreement.ts';
import * as inputs from './agreement.inputs.ts';
import { actForNuo, makeAgreements } from './agreement.policy.ts';
import * as types from './agreement.types.ts';
import { adjustAgreement, changeAgreement, withdrawAdjustment, withdrawAgreement } from './change-terms.ts';
import { proposeAgreement } from './propose-agreement.ts';
import { recordManualValue } from './record-manual-value.ts';
import { settleAgreement } from './settle-agreement.ts';

@Resolver(() => NuoCommands)
export class AgreementCommandsResolver {
  @Guard(actForNuo)
  @FieldResolver(() => types.ProposeAgreementResult, { description: 'Proposes, for the NUO, what to agree with a municipality for a year.' })
  proposePerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.ProposeAgreementInput) input: inputs.ProposeAgreementInput,
  ): Promise<unknown> {
    return proposeAgreement(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, {
    description: 'Puts other terms in the place of a concept, also of one that lapsed; whoever had accepted is asked again.',
  })
  changePerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.ChangeAgreementInput) input: inputs.ChangeAgreementInput,
  ): Promise<unknown> {
    return changeAgreement(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Lets a concept lapse before both have accepted it; either side may.' })
  withdrawPerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.WithdrawAgreementInput) input: inputs.WithdrawAgreementInput,
  ): Promise<unknown> {
    return withdrawAgreement(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Accepts the terms of a concept for your side; they hold when the other side has too.' })
  acceptPerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.AcceptAgreementInput) input: inputs.AcceptAgreementInput,
  ): Promise<unknown> {
    return acceptAgreement(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Proposes other terms than those that hold; these hold on until both have accepted.' })
  adjustPerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.AdjustAgreementInput) input: inputs.AdjustAgreementInput,
  ): Promise<unknown> {
    return adjustAgreement(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Accepts proposed other terms for your side.' })
  acceptAgreementAdjustment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.AcceptAgreementInput) input: inputs.AcceptAgreementInput): Promise<unknown> {
    return acceptAdjustment(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Lets proposed other terms lapse; either side may.' })
  withdrawAgreementAdjustment(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.WithdrawAdjustmentInput) input: inputs.WithdrawAdjustmentInput,
  ): Promise<unknown> {
    return withdrawAdjustment(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Records what was realised of an indicator that no source can count.' })
  recordManualValue(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.RecordManualValueInput) input: inputs.RecordManualValueInput): Promise<unknown> {
    return recordManualValue(ctx, input);
  }

  @Guard(makeAgreements)
  @FieldResolver(() => types.AgreementStepResult, { description: 'Settles an agreement for the municipality, by the frozen report of the year.' })
  settlePerformanceAgreement(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.SettleAgreementInput) input: inputs.SettleAgreementInput,
  ): Promise<unknown> {
    return settleAgreement(ctx, input);
  }
}
