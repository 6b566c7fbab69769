import { badInput, localDay, parseDay, parseText, type RequestContext, type WriteTx } from '@werkplein/kernel';
import { lendingParticipant } from '../activities.ts';
import { checkInput } from '../input.ts';
import { answeringMissing } from '../parameters/index.ts';
import { holdSeen, writeStep } from '../placements/change-placement.ts';
import { type End, endHeld } from '../placements/end-placement.ts';
import type { Placement } from '../placements/placement.entity.ts';
import { holdOrigin, releaseOrigin } from '../placements/placement-origin.ts';
import { liveMembers } from './members.ts';
import type { Secondment } from './secondment.entity.ts';
import type { EndSecondmentInput } from './secondment.inputs.ts';
import type { EndedMember, SecondmentEnded, SecondmentProblemCode } from './secondment.types.ts';
import { type StepAnswer, takeStep } from './take-step.ts';

/** Why an agreement cannot end on this day, unless both parties want it: it was neither given notice of nor over. */
const tooEarly = ({ status, endsOn, noticeEndsOn }: Secondment, endedOn: string): SecondmentProblemCode[] => {
  if (status === 'RUNNING' && (endsOn === null || endedOn < endsOn)) return ['BEFORE_AGREED_END'];
  if (status === 'NOTICE_GIVEN' && endedOn < (noticeEndsOn as string)) return ['BEFORE_NOTICE_ENDS'];
  return [];
};

const elsewhere = 'Van iemand onder deze overeenkomst kan de plaatsing op deze dag niet eindigen. Beëindig die eerst zelf.';

/** Ends who is at work as ending the placement itself would, and cancels who had not begun. One that cannot end lets nothing end. */
const endMember = async (tx: WriteTx, ctx: RequestContext, seen: Placement, end: End): Promise<EndedMember[]> => {
  await holdOrigin(tx, seen.id);
  const held = await holdSeen(tx, ctx, seen);
  const { id, status } = held.row;
  if (status === 'PLANNED') {
    await writeStep(tx, ctx, held, 'cancel', { columns: { closedOn: held.today }, reason: end.reason });
    await releaseOrigin(tx, ctx, held.row);
    return [{ placementId: id, ended: null }];
  }
  // Somebody ended it while we waited.
  if (status !== 'ACTIVE' && status !== 'INTERRUPTED') return [];
  const ended = await answeringMissing(() => endHeld(tx, ctx, held, end, (change) => writeStep(tx, ctx, held, 'end', change)));
  if (ended.__typename !== 'PlacementEnded') throw badInput([{ path: ['input', 'endedOn'], message: elsewhere }]);
  return [{ placementId: id, ended }];
};

/** Ends an agreement with every placement under it, in one transaction; where somebody has a sheltered place to fall back on, it is looked for at once. */
export const endSecondment = (ctx: RequestContext, input: EndSecondmentInput): Promise<StepAnswer | SecondmentEnded> => {
  const checking = checkInput();
  const endedOn = checking.required('endedOn', input.endedOn, parseDay);
  if (endedOn > localDay(ctx.clock())) checking.problem('endedOn', 'Een detachering eindigt hier pas op of na haar laatste dag.');
  const endReason = checking.required('reason', input.reason, (text) => parseText(text, { max: 300 }));
  checking.done();
  return takeStep<SecondmentEnded>(
    ctx,
    ['SecondmentEnd', 'end', 'SecondmentEnded'],
    input,
    async (tx, row) => {
      const early = input.mutualConsent ? [] : tooEarly(row, endedOn);
      if (early.length > 0) return { refused: early };
      const live = await liveMembers(tx, row.id);
      const members: EndedMember[] = [];
      for (const seen of live) members.push(...(await endMember(tx, ctx, seen, { endedOn, result: input.result, reason: endReason })));
      const persons = live.map(({ participantId }) => participantId);
      const answer: SecondmentEnded = { __typename: 'SecondmentEnded', secondmentId: row.id, members };
      return { changes: { endedOn, endReason }, answer, persons, relatedIds: live.map(({ id }) => id) };
    },
    lendingParticipant,
  );
};
