import { parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changedAnswer, changePlacement } from './change-placement.ts';
import type { PlacementReasonInput, RequestPlacementEndInput } from './placement.inputs.ts';
import { ruleBroken } from './placement-term.ts';
import { reasonOf } from './reject-placement.ts';

/** Regie asks, uitvoering decides: by ending the placement, or by saying why not. */
export const requestPlacementEnd = async (ctx: RequestContext, input: RequestPlacementEndInput) => {
  const checking = checkInput();
  const reason = reasonOf(checking, input.reason);
  const endRequestedFor = checking.required('endsOn', input.endsOn, parseDay);
  checking.done();
  return changePlacement(ctx, 'PlacementRequestEnd', 'requestEnd', input, async (_tx, { row, today }, write) => {
    if (endRequestedFor < row.startsOn) checking.problem('endsOn', 'Deze dag ligt voor het begin.');
    checking.done();
    await write({ columns: { endRequestedOn: today, endRequestedFor }, reason });
    return changedAnswer(row.id);
  });
};

export const declinePlacementEnd = async (ctx: RequestContext, input: PlacementReasonInput) => {
  const checking = checkInput();
  const reason = reasonOf(checking, input.reason);
  checking.done();
  return changePlacement(ctx, 'PlacementDeclineEnd', 'declineEnd', input, async (_tx, { row }, write) => {
    if (row.endRequestedOn === null) return ruleBroken('NO_END_REQUESTED');
    await write({ columns: { endRequestedOn: null, endRequestedFor: null }, reason });
    return changedAnswer(row.id);
  });
};
