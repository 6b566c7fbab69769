import { addDays, localDay, parseDay, parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { settleFallback } from '../workplaces/fallback.ts';
import { type Change, changePlacement, type HeldPlacement, hindranceOf } from './change-placement.ts';
import type { Hindrance } from './hindrance.ts';
import { interruptionsOf } from './person-work.ts';
import { PlacementInterruption } from './placement.entity.ts';
import type { EndPlacementInput } from './placement.inputs.ts';
import type { PlacementEnded } from './placement.results.ts';
import type { PlacementResult } from './placement-states.rules.ts';
import { termExceeded } from './placement-term.ts';

/** The last day, what came of it and why. */
export interface End {
  endedOn: string;
  result: PlacementResult;
  reason: string | null;
}

/**
 * Ends a placement that is held, by whatever command: `write` takes the step. A last day later than the expected one must be free too.
 * Throws what is wrong with the day, at `endedOn` of the input.
 */
export const endHeld = async (
  tx: WriteTx,
  ctx: RequestContext,
  held: HeldPlacement,
  { endedOn, result, reason }: End,
  write: (change: Change) => Promise<void>,
): Promise<PlacementEnded | Hindrance> => {
  const { row } = held;
  const checking = checkInput();
  const gaps = await interruptionsOf(tx, row.id);
  const last = gaps.at(-1);
  if (endedOn < row.startsOn) checking.problem('endedOn', 'De laatste dag ligt voor het begin.');
  else if (last && endedOn < (last.endsOn ?? last.startsOn)) checking.problem('endedOn', 'De laatste dag ligt voor de laatste onderbreking.');
  checking.done();
  if (row.termEndsOn !== null && endedOn > row.termEndsOn) return termExceeded(row.termEndsOn);
  const later = row.status === 'ACTIVE' && row.expectedEndOn !== null && endedOn > row.expectedEndOn;
  const added = later ? [{ from: addDays(row.expectedEndOn as string, 1), to: endedOn }] : [];
  // Who leaves a place is not kept there by whoever comes next.
  const hindrance = await hindranceOf(tx, held, { ...row, workplaceId: null }, added);
  if (hindrance) return hindrance;
  if (last?.endsOn === null) await tx.em.update(PlacementInterruption, { id: last.id }, { endsOn: endedOn });
  await write({ columns: { endedOn, result, endRequestedOn: null, endRequestedFor: null }, onDay: endedOn, reason });
  const settled = await settleFallback(tx, ctx, row, endedOn);
  return { __typename: 'PlacementEnded', placementId: row.id, settled };
};

export const endPlacement = async (ctx: RequestContext, input: EndPlacementInput) => {
  const { result } = input;
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Een plaatsing eindigt hier pas op of na haar laatste dag.');
  const reason = checking.optional('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return changePlacement<PlacementEnded>(ctx, 'PlacementEnd', 'end', input, (tx, held, write) => endHeld(tx, ctx, held, { endedOn, result, reason }, write));
};
