import type { ReadTx } from '../persistence/transactions.ts';
import { PublicHoliday } from './public-holiday.entity.ts';

/** Every holiday that is known: some dozens. */
export const publicHolidays = async ({ em }: ReadTx): Promise<ReadonlySet<string>> => new Set((await em.find(PublicHoliday)).map(({ day }) => day));
