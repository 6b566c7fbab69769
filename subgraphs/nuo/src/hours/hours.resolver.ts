import { Guard, type RequestContext } from '@werkplein/kernel';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { viewEmployers } from '../employers/employer.policy.ts';
import type { Participant } from '../participants/participant.entity.ts';
import { viewParticipants } from '../participants/participant.policy.ts';
import { loadParticipant } from '../participants/participant.store.ts';
import { ParticipantType } from '../participants/participant.types.ts';
import { loadPlacement } from '../placements/placement.store.ts';
import { PlacementType, WerkpleinType } from '../placements/placement.types.ts';
import type { Secondment } from '../secondments/secondment.entity.ts';
import { SecondmentType } from '../secondments/secondment.types.ts';
import type { Timesheet } from './hours.entity.ts';
import {
  type GapsAsked,
  hoursTotals,
  listClosedMonths,
  listGaps,
  listSheets,
  loadSheet,
  type Months,
  type SheetsAsked,
  sheetsOf,
  type TotalsArgs,
} from './hours.lists.ts';
import { viewAbsence, viewHoursMoney, viewHoursTotals, viewMonths, viewTimesheets } from './hours.policy.ts';
import { inHours } from './hours.rules.ts';
import * as types from './hours.types.ts';
import { absentOf, type Total } from './hours-totals.ts';
import type { Gap } from './month-gaps.ts';

@ArgsType()
class MonthsArgs implements Months {
  @Field(() => String, { description: 'First month, `YYYY-MM`.' }) from!: string;
  @Field(() => String, { nullable: true, description: 'Last month, `YYYY-MM`; this month unless given.' }) until?: string | null;
}

@ArgsType()
class HoursTotalsArgs extends MonthsArgs implements TotalsArgs {
  @Field(() => [types.HoursGroup], { defaultValue: [types.HoursGroup.MONTH] }) by!: types.HoursGroup[];
}

@ArgsType()
class AllTotalsArgs extends HoursTotalsArgs {
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null;
}

@ArgsType()
class GapsArgs implements GapsAsked {
  @Field(() => String, { description: '`YYYY-MM`.' }) month!: string;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class TimesheetsArgs implements SheetsAsked {
  @Field(() => String, { description: '`YYYY-MM` in whose figures they count.' }) month!: string;
  @Field(() => String, { nullable: true, description: 'MunicipalityCode.' }) municipality?: string | null;
  @Field(() => ID, { nullable: true }) placementId?: string | null;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Field(() => String, { nullable: true }) after?: string | null;
}

const money = (row: Pick<Timesheet, 'revenueCents' | 'directCostCents'>): types.HoursMoney => ({
  revenueCents: row.revenueCents,
  directCostCents: row.directCostCents,
  addedValueCents: row.revenueCents === null ? null : row.revenueCents - row.directCostCents,
});
const absence = (row: Parameters<typeof absentOf>[0]): types.Absence => ({
  sickHours: inHours(row.sickHours),
  leaveHours: inHours(row.leaveHours),
  seasonHours: inHours(row.seasonHours),
  otherHours: inHours(row.otherAbsentHours),
});

@Resolver(() => types.TimesheetType)
export class TimesheetResolver {
  @Guard(viewTimesheets)
  @Query(() => types.TimesheetConnection, { nullable: true, description: 'Sheets and corrections of a month.' })
  timesheets(@Ctx() ctx: RequestContext, @Args(() => TimesheetsArgs) args: TimesheetsArgs): Promise<unknown> {
    return listSheets(ctx, args);
  }

  @Guard(viewTimesheets)
  @Query(() => types.TimesheetType, { nullable: true })
  timesheet(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<unknown> {
    return loadSheet(ctx, id);
  }

  @FieldResolver(() => Float, { description: 'By contract, the week in equal parts over its seven days.' })
  contractHours(@Root() row: Timesheet): number {
    return inHours(row.contractHours);
  }

  @FieldResolver(() => Float)
  workedHours(@Root() row: Timesheet): number {
    return inHours(row.workedHours);
  }

  @FieldResolver(() => Float)
  billableHours(@Root() row: Timesheet): number {
    return inHours(row.billableHours);
  }

  @FieldResolver(() => [types.BillableHours], { description: 'By period, when given so.' })
  billableParts(@Root() row: Timesheet): types.BillableHours[] {
    return row.billableParts.map((part) => ({ ...part, hours: inHours(part.hours) }));
  }

  @FieldResolver(() => Float)
  absentHours(@Root() row: Timesheet): number {
    return inHours(absentOf(row));
  }

  @Guard(viewAbsence)
  @FieldResolver(() => types.Absence, { nullable: true, description: 'For uitvoering only: sickness is about health.' })
  absence(@Root() row: Timesheet): types.Absence {
    return absence(row);
  }

  @Guard(viewHoursMoney)
  @FieldResolver(() => types.HoursMoney, { nullable: true })
  money(@Root() row: Timesheet): types.HoursMoney {
    return money(row);
  }

  @Guard(viewHoursMoney)
  @FieldResolver(() => types.RevenueBasis, { nullable: true })
  revenueBasis(@Root() row: Timesheet): string {
    return row.revenueBasis;
  }

  @Guard(viewEmployers)
  @FieldResolver(() => PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Root() row: Timesheet): Promise<unknown> {
    return loadPlacement(ctx, row.placementId);
  }

  @Guard(viewParticipants)
  @FieldResolver(() => ParticipantType, { nullable: true })
  participant(@Ctx() ctx: RequestContext, @Root() row: Timesheet): Promise<unknown> {
    return loadParticipant(ctx, row.participantId);
  }
}

@Resolver(() => types.HoursTotal)
export class HoursTotalResolver {
  @Guard(viewHoursTotals)
  @Query(() => [types.HoursTotal], { nullable: true, description: 'Hours of all people added up; a Werkplein gets those of its own.' })
  hoursTotals(@Ctx() ctx: RequestContext, @Args(() => AllTotalsArgs) args: AllTotalsArgs): Promise<unknown> {
    return hoursTotals(ctx, 'all', 'all', args);
  }

  @Guard(viewAbsence)
  @FieldResolver(() => types.Absence, { nullable: true })
  absence(@Root() row: Total): types.Absence {
    return absence(row);
  }

  @Guard(viewHoursMoney)
  @FieldResolver(() => types.HoursMoney, { nullable: true, description: 'Without what is not known; see `complete`.' })
  money(@Root() row: Total): types.HoursMoney {
    return money(row);
  }
}

@Resolver(() => types.HoursGap)
export class HoursMonthsResolver {
  @Guard(viewMonths)
  @Query(() => [types.ClosedMonthType], { nullable: true, description: 'Latest month first.' })
  closedMonths(@Ctx() ctx: RequestContext, @Arg('first', () => Int, { defaultValue: 12 }) first: number): Promise<unknown> {
    return listClosedMonths(ctx, first);
  }

  @Guard(viewMonths)
  @Query(() => types.HoursGapConnection, { nullable: true, description: 'What a month lacks before it can be closed, or lacked when it was.' })
  hoursGaps(@Ctx() ctx: RequestContext, @Args(() => GapsArgs) args: GapsArgs): Promise<unknown> {
    return listGaps(ctx, args);
  }

  @Guard(viewEmployers)
  @FieldResolver(() => PlacementType, { nullable: true })
  placement(@Ctx() ctx: RequestContext, @Root() row: Gap): Promise<unknown> {
    return loadPlacement(ctx, row.placementId);
  }
}

@Resolver(() => ParticipantType)
export class ParticipantHoursResolver {
  @Guard(viewTimesheets)
  @FieldResolver(() => [types.TimesheetType], { nullable: true, description: 'What counts in some months, oldest first.' })
  timesheets(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => MonthsArgs) args: MonthsArgs): Promise<unknown> {
    return sheetsOf(ctx, row.id, args);
  }

  @Guard(viewTimesheets)
  @FieldResolver(() => [types.HoursTotal], { nullable: true })
  hoursTotals(@Ctx() ctx: RequestContext, @Root() row: Participant, @Args(() => HoursTotalsArgs) args: HoursTotalsArgs): Promise<unknown> {
    return hoursTotals(ctx, 'participant', row.id, args);
  }
}

@Resolver(() => SecondmentType)
export class SecondmentHoursResolver {
  @Guard(viewHoursTotals)
  @FieldResolver(() => [types.HoursTotal], { nullable: true, description: 'Of everyone under the agreement; a Werkplein gets those of its own people.' })
  hoursTotals(@Ctx() ctx: RequestContext, @Root() row: Secondment, @Args(() => HoursTotalsArgs) args: HoursTotalsArgs): Promise<unknown> {
    return hoursTotals(ctx, 'secondment', row.id, args);
  }
}

@Resolver(() => WerkpleinType)
export class WerkpleinHoursResolver {
  @Guard(viewHoursTotals)
  @FieldResolver(() => [types.HoursTotal], { nullable: true, description: 'Hours at the NUO of the people of this municipality.' })
  hoursTotals(@Ctx() ctx: RequestContext, @Root() werkplein: WerkpleinType, @Args(() => HoursTotalsArgs) args: HoursTotalsArgs): Promise<unknown> {
    return hoursTotals(ctx, 'municipality', werkplein.municipality, args);
  }
}

/** Each answer shows its sheet. */
const showing = (answer: new () => { timesheetId: string }): Function => {
  @Resolver(() => answer)
  class AnswerResolver {
    @FieldResolver(() => types.TimesheetType, { nullable: true })
    timesheet(@Ctx() ctx: RequestContext, @Root() { timesheetId }: { timesheetId: string }): Promise<unknown> {
      return loadSheet(ctx, timesheetId);
    }
  }
  return AnswerResolver;
};

export const hoursResolvers = [
  TimesheetResolver,
  HoursTotalResolver,
  HoursMonthsResolver,
  ParticipantHoursResolver,
  SecondmentHoursResolver,
  WerkpleinHoursResolver,
  ...[types.TimesheetRecorded, types.TimesheetExists, types.TimesheetReplaced].map((answer) => showing(answer)),
];
