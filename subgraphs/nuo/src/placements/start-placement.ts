import type { RequestContext } from '@werkplein/kernel';
import { mayBeginUnder } from '../orders/index.ts';
import { openClaim } from '../workplaces/fallback.ts';
import { changedAnswer, changePlacement, hindranceOf } from './change-placement.ts';
import { runsUnderAgreement } from '../secondments/members.ts';
import { daysOf } from './person-work.ts';
import type { StartPlacementInput } from './placement.inputs.ts';
import { ruleBroken } from './placement-term.ts';

/** On or after its first day. Under the lock on the person: of two that cannot stand beside each other one starts (H3), and none under an order that is over (H7). */
export const startPlacement = (ctx: RequestContext, input: StartPlacementInput) =>
  changePlacement(ctx, 'PlacementStart', 'start', input, async (tx, held, write) => {
    const { row, order, today } = held;
    if (row.startsOn > today) return ruleBroken('NOT_STARTED_YET', row.startsOn);
    if (order && !mayBeginUnder(order, row.startsOn)) return ruleBroken('ORDER_OVER', order.endsOn);
    if (row.kind === 'SECONDMENT_GROUP' && !(await runsUnderAgreement(tx, row))) return ruleBroken('NO_SECONDMENT');
    const hindrance = await hindranceOf(tx, held, row, daysOf({ ...row, status: 'ACTIVE' }, [], today));
    if (hindrance) return hindrance;
    await write({ onDay: row.startsOn });
    await openClaim(tx, ctx, row, row.startsOn);
    return changedAnswer(row.id);
  });
