import { addDays, localDay, parseDay, parseHoursPerWeek, parseText, type Period, type RequestContext } from '@werkplein/kernel';
import { checkInput } from '../input.ts';
import { changedAnswer, changePlacement, hindranceOf } from './change-placement.ts';
import { guidanceOf } from './guidance.ts';
import { daysOf, interruptionsOf } from './person-work.ts';
import type { Placement } from './placement.entity.ts';
import type { CorrectPlacementInput } from './placement.inputs.ts';
import { ran } from './placement.rules.ts';
import { beforeAgreement, ruleBroken, termExceeded, type Term, termOf } from './placement-term.ts';
import { reasonOf } from './reject-placement.ts';

const check = (ctx: RequestContext, input: CorrectPlacementInput) => {
  const checking = checkInput();
  const today = localDay(ctx.clock());
  const reason = reasonOf(checking, input.reason);
  const day = (field: 'startsOn' | 'expectedEndOn' | 'endedOn'): string | null => checking.optional(field, input[field], parseDay);
  const facts = {
    startsOn: day('startsOn') as string,
    expectedEndOn: day('expectedEndOn'),
    endedOn: day('endedOn'),
    hoursPerWeek: checking.optional('hoursPerWeek', input.hoursPerWeek, parseHoursPerWeek) as number,
    agreementReference: checking.optional('agreementReference', input.agreementReference, (text) => parseText(text, { max: 100 })),
    result: input.result ?? null,
  };
  const named = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<Placement>;
  const guidance = input.guidance ? guidanceOf(checking, input.guidance) : {};
  if (facts.endedOn !== null && facts.endedOn > today) checking.problem('endedOn', 'Deze dag is nog niet geweest.');
  checking.done();
  return { checking, reason, columns: { ...named, ...guidance } };
};

/** The days that a correction adds to those that the placement had. */
const addedDays = (before: readonly Period[], after: readonly Period[], row: Placement, columns: Partial<Placement>): Period[] => {
  if ((columns.hoursPerWeek ?? 0) > row.hoursPerWeek) return [...after];
  const [was, is] = [before[0], after[0]];
  const until = before.at(-1)?.to;
  const ends = after.at(-1)?.to;
  const earlier = was && is && is.from < was.from ? [{ from: is.from, to: addDays(was.from, -1) }] : [];
  const later = until && (ends === null || (ends !== undefined && ends > until)) ? [{ from: addDays(until, 1), to: ends }] : [];
  return [...earlier, ...later];
};

/** The last day of the term after another first day: extended if it was. */
const movedTerm = (row: Placement, before: Term | null, after: Term | null): string | null =>
  after === null ? null : row.termEndsOn !== null && row.termEndsOn === before?.total ? after.total : after.first;

/** Facts that were recorded wrongly. They are new facts from now on; what was known before stays in the rows of the steps. */
export const correctPlacement = async (ctx: RequestContext, input: CorrectPlacementInput) => {
  const { checking, reason, columns } = check(ctx, input);
  return changePlacement(ctx, 'PlacementCorrect', 'correct', input, async (tx, held, write) => {
    const { row, order, today } = held;
    const gaps = await interruptionsOf(tx, row.id);
    const next: Placement = { ...row, ...columns };
    const ended = row.status === 'ENDED';
    if (Object.keys(columns).length === 0) checking.problem('reason', 'Zeg wat er anders moet.');
    if (!ended && (columns.endedOn || columns.result)) checking.problem('endedOn', 'Deze plaatsing is niet beëindigd.');
    if (ran(row.status) && next.startsOn > today) checking.problem('startsOn', 'Deze plaatsing is al begonnen.');
    if (gaps[0] && gaps[0].startsOn < next.startsOn) checking.problem('startsOn', 'Deze dag ligt na het begin van een onderbreking.');
    const until = ended ? next.endedOn : next.expectedEndOn;
    const lastGap = gaps.at(-1)?.endsOn ?? null;
    if (until !== null && (until < next.startsOn || (ended && lastGap !== null && until < lastGap)))
      checking.problem(ended ? 'endedOn' : 'expectedEndOn', 'De laatste dag ligt voor het begin, of voor een onderbreking.');
    checking.done();
    const early = columns.startsOn ? beforeAgreement(row, next.startsOn) : null;
    if (early) return early;
    if (order?.endsOn && next.startsOn > order.endsOn) return ruleBroken('ORDER_OVER', order.endsOn);
    const term = movedTerm(row, await termOf(tx, row.kind, row.startsOn), await termOf(tx, row.kind, next.startsOn));
    if (term !== null && until !== null && until > term) return termExceeded(term);
    const closed = gaps.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn }));
    const added = addedDays(daysOf(row, closed, today), daysOf(next, closed, today), row, columns);
    const hindrance = await hindranceOf(tx, held, next, added);
    if (hindrance) return hindrance;
    await write({ columns: { ...columns, termEndsOn: term }, reason, onDay: next.startsOn });
    return changedAnswer(row.id);
  });
};
