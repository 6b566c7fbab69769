import { parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput, type InputCheck } from '../input.ts';
import { changedAnswer, changePlacement } from './change-placement.ts';
import { holdOrigin, releaseOrigin } from './placement-origin.ts';
import type { PlacementReasonInput, RejectPlacementInput } from './placement.inputs.ts';

const REASON = 300;
export const reasonOf = (checking: InputCheck, reason: string): string => checking.required('reason', reason, (text) => parseText(text, { max: REASON }));

/** Before it is planned: regie objects, or uitvoering records that the employer declined or that it takes the proposal back. */
export const rejectPlacement = async (ctx: RequestContext, input: RejectPlacementInput) => {
  const checking = checkInput();
  const given = reasonOf(checking, input.reason);
  checking.done();
  const reason = input.employerDeclined ? `Werkgever: ${given}`.slice(0, REASON) : given;
  return changePlacement(ctx, 'PlacementReject', 'reject', input, async (_tx, { row, today }, write) => {
    await write({ columns: { closedOn: today }, reason });
    return changedAnswer(row.id);
  });
};

/** A planned placement that does not go on, by either side. */
export const cancelPlacement = async (ctx: RequestContext, input: PlacementReasonInput) => {
  const checking = checkInput();
  const reason = reasonOf(checking, input.reason);
  checking.done();
  return changePlacement(
    ctx,
    'PlacementCancel',
    'cancel',
    input,
    async (tx, { row, today }, write) => {
      await write({ columns: { closedOn: today }, reason });
      await releaseOrigin(tx, ctx, row);
      return changedAnswer(row.id);
    },
    holdOrigin,
  );
};
