import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { NuoCommands } from '../commands.types.ts';
import { closeMonth } from './close-month.ts';
import { correctClosedMonth } from './correct-closed-month.ts';
import * as inputs from './hours.inputs.ts';
import { closeMonths, keepHours } from './hours.policy.ts';
import * as types from './hours.types.ts';
import { correctTimesheet, recordTimesheet } from './record-timesheet.ts';

@Resolver(() => NuoCommands)
export class HoursCommandsResolver {
  @Guard(keepHours)
  @FieldResolver(() => types.RecordTimesheetResult)
  recordTimesheet(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.RecordTimesheetInput) input: inputs.RecordTimesheetInput): Promise<unknown> {
    return recordTimesheet(ctx, input);
  }

  @Guard(keepHours)
  @FieldResolver(() => types.CorrectTimesheetResult, { description: 'Puts another sheet in the place of one of an open month.' })
  correctTimesheet(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CorrectTimesheetInput) input: inputs.CorrectTimesheetInput): Promise<unknown> {
    return correctTimesheet(ctx, input);
  }

  @Guard(keepHours)
  @FieldResolver(() => types.CorrectClosedMonthResult, { description: 'Records in an open month what should have been otherwise in a closed one.' })
  correctClosedMonth(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CorrectClosedMonthInput) input: inputs.CorrectClosedMonthInput): Promise<unknown> {
    return correctClosedMonth(ctx, input);
  }

  @Guard(closeMonths)
  @FieldResolver(() => types.CloseMonthResult, { description: 'Closes a month for the whole NUO, for good.' })
  closeMonth(@Ctx() ctx: RequestContext, @Arg('input', () => inputs.CloseMonthInput) input: inputs.CloseMonthInput): Promise<unknown> {
    return closeMonth(ctx, input);
  }
}
