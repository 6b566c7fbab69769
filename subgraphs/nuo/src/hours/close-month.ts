import { insertRows, localDay, type Outcome, parseText, type ReadTx, type RequestContext, runCommand, type WriteTx } from '@werkplein/kernel';
import { publish } from '../events/publish.ts';
import { checkInput } from '../input.ts';
import { holdBooks, monthIsClosed } from './books.ts';
import { ClosedMonth, ClosedMonthGap, Timesheet, TimesheetLedger } from './hours.entity.ts';
import type { CloseMonthInput } from './hours.inputs.ts';
import type { MonthClosed, MonthIncomplete, MonthOutOfOrder } from './hours.types.ts';
import { monthTotals } from './hours-totals.ts';
import { gapsOf } from './month-gaps.ts';
import { stateMonth } from './month.facts.ts';
import { monthOf, nextMonth, parseMonth } from './month.rules.ts';
import type { MonthIsClosed } from './month.types.ts';

type Answer = MonthClosed | MonthIncomplete | MonthIsClosed | MonthOutOfOrder;

/** The month whose turn it is: the one after the last closed, or the first of which there are hours; null when nothing was kept yet. */
const nextToClose = async ({ em }: ReadTx, closedThrough: string | null): Promise<string | null> => {
  if (closedThrough !== null) return nextMonth(closedThrough);
  const first = await em.createQueryBuilder(Timesheet, 't').select('MIN(t.month)', 'month').getRawOne<{ month: string | null }>();
  return first?.month ?? null;
};

/**
 * Closes a month for the whole NUO, for good. Whoever was writing hours has finished before, and is in its figures; whoever comes after is
 * told that it is closed. What is missing is kept with it, so that nobody takes it for nothing.
 */
export const closeMonth = (ctx: RequestContext, input: CloseMonthInput): Promise<Answer> => {
  const checking = checkInput();
  const month = checking.required('month', input.month, parseMonth);
  if (month >= monthOf(localDay(ctx.clock()))) checking.problem('month', 'Deze maand is nog niet voorbij.');
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 300 }));
  if (input.acceptGaps && !input.reason) checking.problem('reason', 'Zeg waarom de maand afgesloten wordt terwijl er iets ontbreekt.');
  checking.done();
  const effect = async (tx: WriteTx): Promise<Outcome<Answer>> => {
    const closedThrough = await holdBooks(tx);
    const answering = (answer: Answer) => ({ answer, subjectIds: [] });
    const closed = monthIsClosed(month, closedThrough);
    if (closed) return answering(closed);
    const next = (await nextToClose(tx, closedThrough)) ?? month;
    if (next !== month) return answering({ __typename: 'MonthOutOfOrder', next });
    const gaps = await gapsOf(tx, month);
    if (gaps.length > 0 && !input.acceptGaps) return answering({ __typename: 'MonthIncomplete', month, gaps: gaps.length });
    const { employeeId: closedById, displayName: closedByName } = ctx.principal;
    await tx.em.insert(ClosedMonth, {
      month,
      closedAt: ctx.clock(),
      closedById,
      closedByName,
      reason: gaps.length > 0 ? reason : null,
      totals: await monthTotals(tx, month),
    });
    const lacking = gaps.map((gap) => ({ ...gap, id: ctx.newId(), month }));
    await insertRows(tx, ClosedMonthGap, lacking);
    await stateMonth(tx, ctx, month, lacking);
    await tx.em.update(TimesheetLedger, { id: 1 }, { closedThrough: month });
    await publish(tx, ctx, 'MonthClosed', month, null);
    return answering({ __typename: 'MonthClosed', month, gaps: gaps.length });
  };
  return runCommand<Answer>(ctx, 'MonthClose', input, effect);
};
