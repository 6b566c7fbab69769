import type { ReadTx } from '@werkplein/kernel';
import { lastDayOfWorkingTerm } from '../parameters/index.ts';

/** The last day for an answer: as given, else the agreed number of working days from today. Stored, so that a later change of the term moves no day. */
export const respondByOf = async (tx: ReadTx, given: string | null, today: string): Promise<string> =>
  given ?? (await lastDayOfWorkingTerm(tx, 'ORDER_RESPONSE_TERM', today));
