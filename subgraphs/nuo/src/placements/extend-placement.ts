import { addDays, parseDay, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { decisionOf } from './agree-placement.ts';
import { changedAnswer, changePlacement, hindranceOf } from './change-placement.ts';
import type { ExtendPlacementInput } from './placement.inputs.ts';
import { ruleBroken, termExceeded, termOf } from './placement-term.ts';

/** A later expected end; the placement stays the same fact. Beyond the first term of the law only by a decision, and never beyond the whole. */
export const extendPlacement = async (ctx: RequestContext, input: ExtendPlacementInput) => {
  const checking = checkInput();
  const expectedEndOn = checking.required('expectedEndOn', input.expectedEndOn, parseDay);
  checking.done();
  return changePlacement(ctx, 'PlacementExtend', 'extend', input, async (tx, held, write) => {
    const { row } = held;
    const decisionId = checking.optional('decisionId', input.decisionId, decisionOf(row.municipality));
    if (row.expectedEndOn === null) checking.problem('expectedEndOn', 'Deze plaatsing heeft geen einde dat later kan.');
    else if (expectedEndOn <= row.expectedEndOn) checking.problem('expectedEndOn', 'Kies een latere dag dan het verwachte einde van nu.');
    checking.done();
    const term = await termOf(tx, row.kind, row.startsOn);
    if (term && expectedEndOn > term.total) return termExceeded(term.total);
    const beyond = term !== null && expectedEndOn > term.first;
    if (beyond && decisionId === null) return ruleBroken('EXTENSION_NEEDS_DECISION', term.first);
    const columns = {
      expectedEndOn,
      ...(beyond && { termEndsOn: term.total }),
      ...(decisionId !== null && { decisionIds: [...new Set([...(row.decisionIds ?? []), decisionId])] }),
    };
    const hindrance = await hindranceOf(tx, held, { ...row, expectedEndOn }, [{ from: addDays(row.expectedEndOn as string, 1), to: expectedEndOn }]);
    if (hindrance) return hindrance;
    await write({ columns, onDay: row.expectedEndOn as string });
    return changedAnswer(row.id);
  });
};
