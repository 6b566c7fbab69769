import { fault, type Outcome, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingHours } from '../activities.ts';
import { checkInput } from '../input.ts';
import { type Assessed, assessSheets, type SheetFacts } from './assess-sheets.ts';
import { type Booker, holdForHours, sheetRow } from './book-sheets.ts';
import { monthIsClosed } from './books.ts';
import { refuseProblems, sheetFacts } from './check-timesheet.ts';
import { Timesheet } from './hours.entity.ts';
import type { CorrectTimesheetInput, RecordTimesheetInput } from './hours.inputs.ts';
import { isSameSheet } from './hours.rules.ts';
import { writeSheets } from './hours.store.ts';
import { HoursGapReason, type TimesheetExists, type TimesheetRecorded, type TimesheetReplaced } from './hours.types.ts';
import { parseMonth } from './month.rules.ts';
import type { MonthIsClosed } from './month.types.ts';

export const booker = ({ clock, newId, principal }: RequestContext): Booker => ({ clock, newId, by: principal.employeeId });

const recorded = (timesheetId: string, { revenueUnknown }: Assessed): TimesheetRecorded => ({
  __typename: 'TimesheetRecorded',
  timesheetId,
  gap: revenueUnknown === null ? null : HoursGapReason.REVENUE_UNKNOWN,
});

const write = async (tx: WriteTx, ctx: RequestContext, month: string, assessed: Assessed): Promise<TimesheetRecorded> => {
  const row = sheetRow(booker(ctx), month, assessed.facts as SheetFacts, assessed.current?.id ?? null);
  await writeSheets(tx, [row], row.recordedAt);
  return recorded(row.id, assessed);
};

type RecordAnswer = TimesheetRecorded | TimesheetExists | MonthIsClosed;

/** The first sheet of a placement and month. Somebody else's with the same hours is this one. */
export const recordTimesheet = (ctx: RequestContext, input: RecordTimesheetInput): Promise<RecordAnswer> => {
  const checking = checkInput();
  const month = checking.required('month', input.month, parseMonth);
  const given = sheetFacts(checking, input, input.placementId, month);
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<RecordAnswer>> => {
    const closed = monthIsClosed(month, await holdForHours(tx, [given.placementId]));
    if (closed) return { answer: closed, subjectIds: [given.placementId], persons: [] };
    const [assessed] = (await assessSheets(tx, [given], ctx.clock())) as [Assessed];
    refuseProblems(assessed.problems);
    const { facts, current } = assessed;
    const persons = [(facts as SheetFacts).participantId];
    const subjectIds = [given.placementId, ...persons];
    if (!current) return { answer: await write(tx, ctx, month, assessed), subjectIds, persons };
    if (isSameSheet(current, facts as SheetFacts)) return { answer: recorded(current.id, assessed), subjectIds, persons };
    return { answer: { __typename: 'TimesheetExists', timesheetId: current.id }, subjectIds, persons };
  };
  return runCommand<RecordAnswer>(ctx, 'TimesheetRecord', input, effect, keepingHours);
};

type CorrectAnswer = TimesheetRecorded | TimesheetReplaced | MonthIsClosed;

/** Puts another sheet in the place of one of an open month. */
export const correctTimesheet = (ctx: RequestContext, input: CorrectTimesheetInput): Promise<CorrectAnswer> => {
  const checking = checkInput();
  const facts = sheetFacts(checking, input, '', '');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<CorrectAnswer>> => {
    const seen = await tx.em.findOneBy(Timesheet, { id: input.timesheetId });
    if (!seen || seen.kind !== 'SHEET') throw fault('NOT_FOUND');
    const { placementId, month, participantId } = seen;
    const outcome = (answer: CorrectAnswer) => ({ answer, subjectIds: [placementId, participantId], persons: [participantId] });
    const closed = monthIsClosed(month, await holdForHours(tx, [placementId]));
    if (closed) return outcome(closed);
    const [assessed] = (await assessSheets(tx, [{ ...facts, placementId, month }], ctx.clock())) as [Assessed];
    if (assessed.current?.id !== seen.id) return outcome({ __typename: 'TimesheetReplaced', timesheetId: (assessed.current as Timesheet).id });
    refuseProblems(assessed.problems);
    return outcome(await write(tx, ctx, month, assessed));
  };
  return runCommand<CorrectAnswer>(ctx, 'TimesheetCorrect', input, effect, keepingHours);
};
