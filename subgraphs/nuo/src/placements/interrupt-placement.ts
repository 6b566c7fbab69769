import { addDays, localDay, parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changedAnswer, changePlacement, hindranceOf } from './change-placement.ts';
import { daysOf, interruptionsOf } from './person-work.ts';
import { PlacementInterruption } from './placement.entity.ts';
import type { InterruptPlacementInput, ResumePlacementInput } from './placement.inputs.ts';

const pastDay = (ctx: RequestContext, from: string) => {
  const checking = checkInput();
  const day = checking.required('from', from, parseDay);
  if (day > localDay(ctx.clock())) checking.problem('from', 'Deze dag is nog niet geweest.');
  checking.done();
  return { checking, day };
};

/** The work stands still from a day on; those days are free for something else of the person. */
export const interruptPlacement = async (ctx: RequestContext, input: InterruptPlacementInput) => {
  const { checking, day } = pastDay(ctx, input.from);
  return changePlacement(ctx, 'PlacementInterrupt', 'interrupt', input, async (tx, { row }, write) => {
    const last = (await interruptionsOf(tx, row.id)).at(-1);
    const free = last?.endsOn ? addDays(last.endsOn, 1) : row.startsOn;
    if (day < free) checking.problem('from', last ? 'Toen stond de plaatsing al stil.' : 'Deze dag ligt voor het begin.');
    checking.done();
    await tx.em.insert(PlacementInterruption, { id: ctx.newId(), placementId: row.id, startsOn: day, endsOn: null, reason: input.reason });
    await write({ onDay: day });
    return changedAnswer(row.id);
  });
};

/** The work goes on, if the days are still free. */
export const resumePlacement = async (ctx: RequestContext, input: ResumePlacementInput) => {
  const { checking, day } = pastDay(ctx, input.from);
  return changePlacement(ctx, 'PlacementResume', 'resume', input, async (tx, held, write) => {
    const { row, today } = held;
    const open = (await interruptionsOf(tx, row.id)).find(({ endsOn }) => endsOn === null);
    const until = addDays(day, -1);
    if (open && day < open.startsOn) checking.problem('from', 'Deze dag ligt voor het begin van de onderbreking.');
    checking.done();
    const again = daysOf({ ...row, startsOn: day, status: 'ACTIVE' }, [], today);
    const hindrance = await hindranceOf(tx, held, row, again);
    if (hindrance) return hindrance;
    // From its own first day on: it never stood still, and only the steps tell that somebody thought so.
    if (open && day === open.startsOn) await tx.em.delete(PlacementInterruption, { id: open.id });
    else if (open) await tx.em.update(PlacementInterruption, { id: open.id }, { endsOn: until });
    await write({ onDay: day });
    return changedAnswer(row.id);
  });
};
