import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { agreeEmployment } from './agree-employment.ts';
import { changeEmploymentTerms } from './change-employment-terms.ts';
import { correctEmploymentEnd } from './correct-employment-end.ts';
import { refuseEmployment, withdrawEmployment } from './decline-employment.ts';
import * as inputs from './employment.inputs.ts';
import { keepEmployments, takeEmploymentSteps } from './employment.policy.ts';
import { ChangeEmploymentResult, RegisterEmploymentResult, SwitchWorkFormResult } from './employment.types.ts';
import { endEmployment } from './end-employment.ts';
import { registerEmployment } from './register-employment.ts';
import { switchWorkForm } from './switch-work-form.ts';

@Resolver(() => NuoCommands)
export class EmploymentCommandsResolver {
  @Guard(keepEmployments)
  @FieldResolver(() => RegisterEmploymentResult, { description: 'Registers an employment; beschut werk then waits for the municipality.' })
  registerEmployment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.RegisterEmploymentInput) input: inputs.RegisterEmploymentInput): Promise<unknown> {
    return registerEmployment(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, {
    description: 'The responsible municipality agrees to beschut werk by its decision (Participatiewet art. 10b).',
  })
  agreeEmployment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.AgreeEmploymentInput) input: inputs.AgreeEmploymentInput): Promise<unknown> {
    return agreeEmployment(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, { description: 'The responsible municipality does not agree.' })
  refuseEmployment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EmploymentReasonInput) input: inputs.EmploymentReasonInput): Promise<unknown> {
    return refuseEmployment(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, { description: 'The NUO takes it back before the municipality has said anything.' })
  withdrawEmployment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EmploymentReasonInput) input: inputs.EmploymentReasonInput): Promise<unknown> {
    return withdrawEmployment(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, { description: 'Other hours, wage, employer, paying or responsible municipality from a day on.' })
  changeEmploymentTerms(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.ChangeEmploymentTermsInput) input: inputs.ChangeEmploymentTermsInput,
  ): Promise<unknown> {
    return changeEmploymentTerms(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => SwitchWorkFormResult, { description: 'From a dienstbetrekking of the Wsw to begeleid werken or back: a change of form, no outflow.' })
  switchWorkForm(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.SwitchWorkFormInput) input: inputs.SwitchWorkFormInput): Promise<unknown> {
    return switchWorkForm(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, {
    description: 'Ends an employment with the reason and destination of the statistics; claims on a place end with it.',
  })
  endEmployment(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.EndEmploymentInput) input: inputs.EndEmploymentInput): Promise<unknown> {
    return endEmployment(ctx, input);
  }
  @Guard(takeEmploymentSteps)
  @FieldResolver(() => ChangeEmploymentResult, { description: 'Corrects the end of an employment, or that it did not end.' })
  correctEmploymentEnd(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => inputs.CorrectEmploymentEndInput) input: inputs.CorrectEmploymentEndInput,
  ): Promise<unknown> {
    return correctEmploymentEnd(ctx, input);
  }
}
