import { setTimeout as wait } from 'node:timers/promises';
import { childOf, localDay, newIds, newTrace, type ProcessParts, recordEffect, type RequestContext, requestContext, type Service } from '@werkplein/kernel';
import { LessThanOrEqual } from 'typeorm';
import { clientActivity } from '../clients/client.activities.ts';
import { closeTransferred, isDue, type WerkpleinParts } from './close-transferred.ts';
import { TransferRow } from './transfer.entity.ts';
import { findTransfer } from './transfer.store.ts';

const LOOK_MS = 60_000;
const AT_ONCE = 50;

/** In whose name the calendar acts. */
const calendarContext = (parts: ProcessParts, home: string): RequestContext =>
  requestContext({
    ...parts,
    home,
    newId: newIds(home, parts.clock),
    principal: { employeeId: 'day-of-transition', displayName: 'Dag van overgang', organisation: home, roles: [] },
    trace: childOf(newTrace()),
    operation: 'day of transition',
    purpose: null,
  });

/** Closes what was accepted and whose day has come, each in a transaction of its own; gives how many there were. A second time there are none. */
export const closeDue = async (ctx: RequestContext, parts: WerkpleinParts): Promise<number> => {
  const due = await ctx.db.read.em.find(TransferRow, {
    select: { id: true },
    where: { direction: 'OUT', state: 'ACCEPTED', cutoverOn: LessThanOrEqual(localDay(ctx.clock())) },
    order: { cutoverOn: 'ASC', id: 'ASC' },
    take: AT_ONCE,
  });
  for (const { id } of due) {
    await ctx.db.write(async (tx) => {
      const row = await findTransfer(tx, id, 'OUT');
      if (row?.state !== 'ACCEPTED' || !isDue(ctx, row)) return;
      await closeTransferred(tx, ctx, parts, row);
      const subjectIds = [row.clientId as string, row.id];
      await recordEffect(tx, ctx, 'closeTransferred', { subjectIds, persons: [row.clientId as string] }, clientActivity(ctx, 'overdragen-client'));
    });
  }
  return due.length;
};

/** Looks each minute which accepted moves have come to their day. */
export const watchDays = (parts: ProcessParts, home: string, werkplein: WerkpleinParts, lookMs = LOOK_MS): Service => {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await closeDue(calendarContext(parts, home), werkplein);
      } catch (error) {
        parts.log.error({ error }, 'a move whose day has come was not closed; it is tried again');
      }
      await wait(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    routes: [],
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};
