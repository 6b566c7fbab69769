import type { Clock } from '../clock/index.ts';
import type { Principal } from '../identity/principal.ts';
import type { Denied } from './recorder.ts';

/** Rows about refusals of one employee in a minute: far more than work leads to, and no more than a disk can bear. */
const ROWS_PER_MINUTE = 100;
const MINUTE_MS = 60_000;

interface Spent {
  minute: number;
  rows: number;
  withheld: number;
}

/** Which refusals get a row of their own. */
export type RefusalBudget = (principal: Principal, denied: readonly Denied[]) => Denied[];

/** What one employee is refused beyond the budget is counted, and the count gets a row as soon as there is room again. */
export const refusalBudget = (clock: Clock): RefusalBudget => {
  const spentBy = new Map<string, Spent>();
  return ({ organisation, employeeId }, denied) => {
    if (denied.length === 0) return [];
    const who = `${organisation} ${employeeId}`;
    const minute = Math.floor(clock().getTime() / MINUTE_MS);
    const before = spentBy.get(who) ?? { minute, rows: 0, withheld: 0 };
    const spent: Spent = before.minute === minute ? before : { minute, rows: 0, withheld: before.withheld };
    spentBy.set(who, spent);
    const held =
      spent.withheld > 0 && spent.rows === 0
        ? [{ action: 'refusals.withheld', coordinates: new Set<string>(), subjectIds: new Set<string>(), times: spent.withheld }]
        : [];
    if (held.length > 0) spent.withheld = 0;
    const room = Math.max(0, ROWS_PER_MINUTE - spent.rows - held.length);
    for (const { times } of denied.slice(room)) spent.withheld += times;
    const kept = [...held, ...denied.slice(0, room)];
    spent.rows += kept.length;
    return kept;
  };
};
