import type { WriteTx } from '@werkplein/kernel';
import { TimesheetLedger } from './hours.entity.ts';
import { isClosed, monthOf, nextMonth } from './month.rules.ts';
import type { MonthIsClosed } from './month.types.ts';

const ledger = async ({ em, dialect }: WriteTx, mode: 'pessimistic_read' | 'pessimistic_write'): Promise<string | null> =>
  (await em.findOneOrFail(TimesheetLedger, { where: { id: 1 }, ...(dialect === 'mariadb' && { lock: { mode } }) })).closedThrough;

/**
 * The last month that is closed. Until the transaction ends no month can be closed, so what is written in an open month is in its figures;
 * writers do not wait for each other. Taken after agreements and before placements.
 */
export const shareBooks = (tx: WriteTx): Promise<string | null> => ledger(tx, 'pessimistic_read');

/** The last month that is closed, with nobody else writing hours until the transaction ends. */
export const holdBooks = (tx: WriteTx): Promise<string | null> => ledger(tx, 'pessimistic_write');

/** The refusal when a day or month lies in the closed books, or null. */
export const monthIsClosed = (dayOrMonth: string, closedThrough: string | null): MonthIsClosed | null => {
  const month = monthOf(dayOrMonth);
  if (closedThrough === null || !isClosed(month, closedThrough)) return null;
  const openMonth = nextMonth(closedThrough);
  const text = `De maand ${month} is afgesloten. Een verbetering van de uren telt in ${openMonth} of later, met als maand waar zij over gaat ${month}; een tarief gaat in op of na de eerste dag van ${openMonth}.`;
  return { __typename: 'MonthIsClosed', month, openMonth, text };
};
