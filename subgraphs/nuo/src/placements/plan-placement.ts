import { parseDay, parseText, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { mayBeginUnder } from '../orders/index.ts';
import { changedAnswer, changePlacement, hindranceOf } from './change-placement.ts';
import { daysOf } from './person-work.ts';
import { holdOrigin, takeOrigin } from './placement-origin.ts';
import type { PlanPlacementInput } from './placement.inputs.ts';
import { beforeAgreement, ruleBroken, termExceeded, termOf } from './placement-term.ts';

/** The day and the contract: from here on the placement takes its days, and nothing of the same person can take them too. */
export const planPlacement = async (ctx: RequestContext, input: PlanPlacementInput) => {
  const checking = checkInput();
  const agreementReference = checking.required('agreementReference', input.agreementReference, (text) => parseText(text, { max: 100 }));
  const startsOn = checking.optional('startsOn', input.startsOn, parseDay);
  const expectedEndOn = checking.optional('expectedEndOn', input.expectedEndOn, parseDay);
  checking.done();
  return changePlacement(
    ctx,
    'PlacementPlan',
    'plan',
    input,
    async (tx, held, write) => {
      const { row, order, today } = held;
      const from = startsOn ?? row.startsOn;
      const term = await termOf(tx, row.kind, from);
      // The last day of the term moves along with the first day, unless another was agreed.
      const until = expectedEndOn ?? (row.expectedEndOn === row.termEndsOn ? (term?.first ?? null) : row.expectedEndOn);
      if (until !== null && until < from) checking.problem('expectedEndOn', 'Het verwachte einde ligt voor het begin.');
      checking.done();
      const early = beforeAgreement(row, from);
      if (early) return early;
      if (term && until !== null && until > term.first) return termExceeded(term.first);
      if (order && !mayBeginUnder(order, from)) return ruleBroken('ORDER_OVER', order.endsOn);
      const columns = { startsOn: from, expectedEndOn: until, termEndsOn: term?.first ?? null, agreementReference };
      const planned = { ...row, ...columns, status: 'PLANNED' as const };
      const hindrance = await hindranceOf(tx, held, planned, daysOf(planned, [], today));
      if (hindrance) return hindrance;
      const refused = await takeOrigin(tx, ctx, row);
      if (refused !== null) return ruleBroken(refused);
      await write({ columns, onDay: from });
      return changedAnswer(row.id);
    },
    holdOrigin,
  );
};
