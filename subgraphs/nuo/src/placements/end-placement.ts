import { addDays, localDay, parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changePlacement, hindranceOf } from './change-placement.ts';
import { interruptionsOf } from './person-work.ts';
import { PlacementInterruption } from './placement.entity.ts';
import type { EndPlacementInput } from './placement.inputs.ts';
import type { PlacementEnded } from './placement.results.ts';
import { termExceeded } from './placement-term.ts';

/** With what came of it. A last day later than the expected one must be free too. */
export const endPlacement = async (ctx: RequestContext, input: EndPlacementInput) => {
  const { result } = input;
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Een plaatsing eindigt hier pas op of na haar laatste dag.');
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return changePlacement<PlacementEnded>(ctx, 'PlacementEnd', 'end', input, async (tx, held, write) => {
    const { row } = held;
    const gaps = await interruptionsOf(tx, row.id);
    const last = gaps.at(-1);
    if (endedOn < row.startsOn) checking.problem('endedOn', 'De laatste dag ligt voor het begin.');
    else if (last && endedOn < (last.endsOn ?? last.startsOn)) checking.problem('endedOn', 'De laatste dag ligt voor de laatste onderbreking.');
    checking.done();
    if (row.termEndsOn !== null && endedOn > row.termEndsOn) return termExceeded(row.termEndsOn);
    const later = row.status === 'ACTIVE' && row.expectedEndOn !== null && endedOn > row.expectedEndOn;
    const added = later ? [{ from: addDays(row.expectedEndOn as string, 1), to: endedOn }] : [];
    const hindrance = await hindranceOf(tx, held, row, added);
    if (hindrance) return hindrance;
    if (last?.endsOn === null) await tx.em.update(PlacementInterruption, { id: last.id }, { endsOn: endedOn });
    await write({ columns: { endedOn, result, endRequestedOn: null, endRequestedFor: null }, onDay: endedOn, reason });
    return { __typename: 'PlacementEnded', placementId: row.id };
  });
};
