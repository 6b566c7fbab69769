import { homeOf, InvalidValue, parseText, type RequestContext } from '@werkplein/kernel';
import { colleagueId } from '../colleagues/colleague.store.ts';
import { checkInput } from '../input.ts';
import { regieOf } from '../participants/participant.policy.ts';
import { changedAnswer, changePlacement } from './change-placement.ts';
import type { AgreePlacementInput } from './placement.inputs.ts';
import { factsOf } from './placement-kinds.rules.ts';

const MOST = 10;

/** What a decision is called: by its id at the Werkplein of the placement, or as a third party names it. */
export const decisionOf =
  (municipality: string) =>
  (id: string): string => {
    if (regieOf(municipality) === municipality && homeOf(id) !== municipality)
      throw new InvalidValue('het nummer van een besluit van de gemeente van de plaatsing');
    return parseText(id, { max: 64 });
  };

/** Regie agrees, with the decisions that it took; that such a decision holds only the Werkplein knows. */
export const agreePlacement = (ctx: RequestContext, input: AgreePlacementInput) => {
  const ids = [...new Set(input.decisionIds ?? [])];
  return changePlacement(ctx, 'PlacementAgree', 'agree', input, async (_tx, { row, today }, write) => {
    const checking = checkInput();
    const decisionIds = ids.map((id, at) => checking.required(['decisionIds', at], id, decisionOf(row.municipality)));
    if (ids.length > MOST) checking.problem('decisionIds', `Noem hooguit ${MOST} besluiten.`);
    if (factsOf(row.kind).needsDecision && ids.length === 0) checking.problem('decisionIds', 'Deze soort plaatsing vraagt een besluit: noem het.');
    checking.done();
    await write({ columns: { agreedOn: today, agreedBy: colleagueId(ctx.principal), decisionIds: decisionIds.length > 0 ? decisionIds : null } });
    return changedAnswer(row.id);
  });
};
