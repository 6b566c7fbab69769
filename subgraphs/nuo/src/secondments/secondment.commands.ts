import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { drawUpSecondment } from './draw-up-secondment.ts';
import { endSecondment } from './end-secondment.ts';
import { indexSecondments } from './index-secondments.ts';
import { addSecondmentMember, removeSecondmentMember } from './members.ts';
import { approveSecondmentRate, recordSecondmentRate } from './record-rate.ts';
import * as inputs from './secondment.inputs.ts';
import { runSecondments } from './secondment.policy.ts';
import { changeSecondment, giveSecondmentNotice, signSecondment, startSecondment } from './secondment-steps.ts';
import * as types from './secondment.types.ts';

@Resolver(() => NuoCommands)
export class SecondmentCommandsResolver {
  @Guard(runSecondments)
  @FieldResolver(() => types.DrawUpSecondmentResult)
  drawUpSecondment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.DrawUpSecondmentInput) input: inputs.DrawUpSecondmentInput): Promise<unknown> {
    return drawUpSecondment(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult, { description: 'Changes a concept.' })
  changeSecondment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.ChangeSecondmentInput) input: inputs.ChangeSecondmentInput): Promise<unknown> {
    return changeSecondment(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentRateResult)
  recordSecondmentRate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.RecordSecondmentRateInput) input: inputs.RecordSecondmentRateInput,
  ): Promise<unknown> {
    return recordSecondmentRate(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentRateResult, { description: 'Lets a rate below the floor hold, by somebody else than who recorded it.' })
  approveSecondmentRate(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.ApproveSecondmentRateInput) input: inputs.ApproveSecondmentRateInput,
  ): Promise<unknown> {
    return approveSecondmentRate(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult)
  signSecondment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SignSecondmentInput) input: inputs.SignSecondmentInput): Promise<unknown> {
    return signSecondment(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult, { description: 'Brings a placement under the agreement.' })
  addSecondmentMember(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SecondmentMemberInput) input: inputs.SecondmentMemberInput): Promise<unknown> {
    return addSecondmentMember(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult, { description: 'Undoes that a placement was brought under it, while no hours were kept.' })
  removeSecondmentMember(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SecondmentMemberInput) input: inputs.SecondmentMemberInput): Promise<unknown> {
    return removeSecondmentMember(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult)
  startSecondment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SecondmentStepInput) input: inputs.SecondmentStepInput): Promise<unknown> {
    return startSecondment(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.SecondmentStepResult)
  giveSecondmentNotice(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.GiveSecondmentNoticeInput) input: inputs.GiveSecondmentNoticeInput,
  ): Promise<unknown> {
    return giveSecondmentNotice(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.EndSecondmentResult, { description: 'Ends the agreement with every placement under it.' })
  endSecondment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndSecondmentInput) input: inputs.EndSecondmentInput): Promise<unknown> {
    return endSecondment(ctx, input);
  }

  @Guard(runSecondments)
  @FieldResolver(() => types.IndexSecondmentsResult, { description: 'Raises the rate of every indexed agreement by the percentage of the day.' })
  indexSecondments(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.IndexSecondmentsInput) input: inputs.IndexSecondmentsInput): Promise<unknown> {
    return indexSecondments(ctx, input);
  }
}
