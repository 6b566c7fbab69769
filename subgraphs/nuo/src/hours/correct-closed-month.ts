import { localDay, type Outcome, parseText, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { keepingHours } from '../activities.ts';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { type Assessed, assessSheets, type SheetFacts } from './assess-sheets.ts';
import { holdForHours, sheetRow } from './book-sheets.ts';
import { monthIsClosed } from './books.ts';
import { refuseProblems, sheetFacts } from './check-timesheet.ts';
import type { Timesheet } from './hours.entity.ts';
import type { CorrectClosedMonthInput } from './hours.inputs.ts';
import { type Amounts, differenceOf, hourColumns, moneyColumns, sumOf } from './hours.rules.ts';
import { factsConcerning, writeSheets } from './hours.store.ts';
import type { MonthIsOpen, NothingToCorrect, TimesheetRecorded } from './hours.types.ts';
import { lastDayOf, monthOf, nextMonth, parseMonth } from './month.rules.ts';
import type { MonthIsClosed } from './month.types.ts';
import { booker } from './record-timesheet.ts';

type Answer = TimesheetRecorded | MonthIsOpen | MonthIsClosed | NothingToCorrect;

/** Under the municipality, kind and agreement of the sheet that is corrected, so that a correction meets what it corrects in every total. */
const attributed = (facts: SheetFacts, known: readonly Timesheet[]): SheetFacts => {
  const first = known.find(({ kind }) => kind === 'SHEET') ?? known[0];
  return first ? { ...facts, municipality: first.municipality, placementKind: first.placementKind, secondmentId: first.secondmentId } : facts;
};

/**
 * A closed month never changes: what should have been otherwise is a fact of an open month, with the difference (domain.md §10, H12). Two
 * at once wait for each other at the placement, so the second counts its difference from the first.
 */
export const correctClosedMonth = (ctx: RequestContext, input: CorrectClosedMonthInput): Promise<Answer> => {
  const checking = checkInput();
  const concernsMonth = checking.required('concernsMonth', input.concernsMonth, parseMonth);
  const wanted = checking.optional('month', input.month, parseMonth);
  if (wanted && wanted > monthOf(localDay(ctx.clock()))) checking.problem('month', 'Deze maand is nog niet begonnen.');
  const given = sheetFacts(checking, input, input.placementId, concernsMonth);
  const reason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const closedThrough = await holdForHours(tx, [given.placementId]);
    const early = (answer: Answer) => ({ answer, subjectIds: [given.placementId], persons: [] });
    if (closedThrough === null || concernsMonth > closedThrough) return early({ __typename: 'MonthIsOpen', month: concernsMonth });
    const month = wanted ?? nextMonth(closedThrough);
    const closed = monthIsClosed(month, closedThrough);
    if (closed) return early(closed);
    const [assessed] = (await assessSheets(tx, [given], ctx.clock())) as [Assessed];
    refuseProblems(assessed.problems);
    if (assessed.revenueUnknown)
      refuseProblems([{ path: ['revenueCents'], message: 'De omzet volgt niet uit een tarief. Geef de omzet, of de uren per periode.' }]);
    const known = await factsConcerning(tx, given.placementId, concernsMonth);
    const facts = attributed(assessed.facts as SheetFacts, known);
    const difference: Amounts = differenceOf(facts, sumOf(known));
    const persons = [facts.participantId];
    const subjectIds = [given.placementId, ...persons];
    if ([...hourColumns, ...moneyColumns].every((column) => difference[column] === 0) && known.every(({ revenueCents }) => revenueCents !== null))
      return { answer: { __typename: 'NothingToCorrect', month: concernsMonth }, subjectIds, persons };
    const row: Timesheet = {
      ...sheetRow(booker(ctx), month, { ...facts, ...difference }, null),
      kind: 'CORRECTION',
      concernsMonth,
      countsOn: lastDayOf(month),
      reason,
      currentKey: null,
    };
    await writeSheets(tx, [row], row.recordedAt);
    await publish(tx, ctx, 'ClosedMonthCorrected', given.placementId, null);
    return { answer: { __typename: 'TimesheetRecorded', timesheetId: row.id, gap: null }, subjectIds, persons };
  };
  return runCommand<Answer>(ctx, 'ClosedMonthCorrect', input, effect, keepingHours);
};
